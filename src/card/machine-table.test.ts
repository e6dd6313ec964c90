import { expect, test } from "vitest";
import type { Mention } from "../core/mention.ts";
import type { Aim, Way } from "../messages/card-port.ts";
import { type CardEvent, CLOSED, type State, step } from "./machine.ts";

/*
 * The diagram of machine.ts as a table: every state of it, and what each event makes of it. A cell names the state
 * after the event in the words of `nameOf`.
 */

const mention = (entry: string): Mention => ({
  start: 0,
  end: 4,
  entry,
  kind: "model",
  alias: entry,
  everyday: false,
  rule: "name",
  cue: null,
  others: [],
});
const qwen = mention("qwen");
const openai = mention("openai");
const aimOf = (of: Mention, way: Way): Aim => ({
  mention: of,
  way,
  at: 0,
  point: { x: 0, y: 0 },
  element: null as unknown as Element,
  rects: () => [],
  place: null,
});

/** Long after everything that was due. */
const LATER = 100_000;
const rest = (of: Mention): CardEvent => ({ type: "aim", aim: aimOf(of, "mouse"), delay: 250 });
const away: CardEvent = { type: "aim", aim: null, delay: 250 };
const open = (of: Mention, way: Way, focus: boolean): CardEvent => ({
  type: "open",
  aim: aimOf(of, way),
  focus,
});
const run = (...events: readonly (readonly [CardEvent, number])[]) =>
  events.reduce((state, [event, at]) => step(state, event, at), CLOSED);

const hovered = [
  [rest(qwen), 0],
  [{ type: "tick" }, 250],
] as const;
const pinned = [...hovered, [{ type: "pin", card: 1 }, 300], [away, 300]] as const;

/** Card 1 is always that of Qwen. */
const STATES = {
  closed: run(),
  waiting: run([rest(qwen), 0]),
  open: run(...hovered),
  leaving: run(...hovered, [away, 300]),
  inside: run(...hovered, [{ type: "enter", card: 1 }, 300]),
  changing: run(...hovered, [rest(openai), LATER - 10]),
  focused: run([open(qwen, "keyboard", true), 0]),
  lasting: run([open(qwen, "touch", false), 0]),
  dismissed: run(...hovered, [{ type: "esc", card: null }, 300]),
  pinned: run(...pinned),
  "pinned + open": run(...pinned, [open(openai, "click", false), 400]),
} as const;
type Name = keyof typeof STATES;

/** What a reader would say of a state: what waits, what is open and what holds it, what is pinned. */
function nameOf({ waiting, open: card, pinned: kept, dismissed }: State): string {
  const holds = card && [
    card.onMention && "mention",
    card.inside && "inside",
    card.focused && "focus",
    card.lasting && "until dismissed",
    card.closeAt !== null && "leaving",
    card.trail.length > 1 && "deeper",
  ];
  const held = holds ? holds.filter(Boolean).join(", ") : "";
  return [
    ...(waiting ? [`waits for ${waiting.aim.mention.entry}`] : []),
    ...(card ? [`${card.trail.at(-1)} open (${held})`] : []),
    ...kept.map(({ trail, dialog }) => `${trail.join(">")} pinned${dialog ? " (dialog)" : ""}`),
    ...(dismissed ? [`${dismissed.entry} silent`] : []),
  ].join(", ");
}

const EVENTS = {
  "rests on Qwen": rest(qwen),
  "rests on OpenAI": rest(openai),
  "points at nothing": away,
  "is asked for Qwen": open(qwen, "click", false),
  "is asked for Qwen by key": open(qwen, "keyboard", true),
  "time passes": { type: "tick" },
  "presses elsewhere": { type: "press" },
  "comes over card 1": { type: "enter", card: 1 },
  "leaves card 1": { type: "leave", card: 1 },
  "focuses card 1": { type: "focus", card: 1 },
  "blurs card 1": { type: "blur", card: 1 },
  "pins card 1": { type: "pin", card: 1 },
  "Esc in card 1": { type: "esc", card: 1 },
  "Esc elsewhere": { type: "esc", card: null },
  "closes card 1": { type: "close", which: 1 },
  "closes what is not pinned": { type: "close", which: "unpinned" },
  "closes all": { type: "close", which: "all" },
  "opens a related entry in card 1": { type: "go", card: 1, entry: "alibaba" },
  "goes back in card 1": { type: "back", card: 1 },
  "takes another meaning in card 1": { type: "tab", card: 1, entry: "kimi" },
} as const satisfies Record<string, CardEvent>;

/** What is not named stays as it is. */
const TABLE: Readonly<Record<Name, Readonly<Partial<Record<keyof typeof EVENTS, string>>>>> = {
  closed: {
    "rests on Qwen": "waits for qwen",
    "rests on OpenAI": "waits for openai",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
  },
  waiting: {
    "rests on OpenAI": "waits for openai",
    "points at nothing": "",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
    "time passes": "qwen open (mention)",
    "presses elsewhere": "qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
  },
  open: {
    "rests on OpenAI": "waits for openai, qwen open (leaving)",
    "points at nothing": "qwen open (leaving)",
    "is asked for Qwen by key": "qwen open (focus)",
    "presses elsewhere": "qwen silent",
    "comes over card 1": "qwen open (inside)",
    "focuses card 1": "qwen open (mention, focus)",
    "pins card 1": "qwen pinned, qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "alibaba open (mention, deeper)",
    "takes another meaning in card 1": "kimi open (mention)",
  },
  leaving: {
    "rests on Qwen": "qwen open (mention)",
    "rests on OpenAI": "waits for openai, qwen open (leaving)",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
    "time passes": "",
    "presses elsewhere": "qwen silent",
    "comes over card 1": "qwen open (inside)",
    "focuses card 1": "qwen open (focus)",
    "pins card 1": "qwen pinned, qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "alibaba open (leaving, deeper)",
    "takes another meaning in card 1": "kimi open (leaving)",
  },
  inside: {
    "rests on Qwen": "qwen open (mention, inside)",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
    "presses elsewhere": "qwen silent",
    "leaves card 1": "qwen open (leaving)",
    "focuses card 1": "qwen open (inside, focus)",
    "pins card 1": "qwen pinned, qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "alibaba open (inside, deeper)",
    "takes another meaning in card 1": "kimi open (inside)",
  },
  changing: {
    "rests on Qwen": "qwen open (mention)",
    "points at nothing": "qwen open (leaving)",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
    "time passes": "openai open (mention)",
    "presses elsewhere": "qwen silent",
    "comes over card 1": "qwen open (inside)",
    "focuses card 1": "qwen open (focus)",
    "pins card 1": "qwen pinned, qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "waits for openai, alibaba open (leaving, deeper)",
    "takes another meaning in card 1": "waits for openai, kimi open (leaving)",
  },
  focused: {
    "rests on Qwen": "qwen open (mention, focus)",
    "is asked for Qwen": "qwen open (mention)",
    "presses elsewhere": "qwen silent",
    "comes over card 1": "qwen open (inside, focus)",
    "blurs card 1": "qwen open (leaving)",
    "pins card 1": "qwen pinned (dialog), qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "alibaba open (focus, deeper)",
    "takes another meaning in card 1": "kimi open (focus)",
  },
  lasting: {
    "rests on Qwen": "qwen open (mention, until dismissed)",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
    "presses elsewhere": "qwen silent",
    "comes over card 1": "qwen open (inside, until dismissed)",
    "focuses card 1": "qwen open (focus, until dismissed)",
    "pins card 1": "qwen pinned, qwen silent",
    "Esc in card 1": "qwen silent",
    "Esc elsewhere": "qwen silent",
    "closes card 1": "qwen silent",
    "closes what is not pinned": "qwen silent",
    "closes all": "qwen silent",
    "opens a related entry in card 1": "alibaba open (until dismissed, deeper)",
    "takes another meaning in card 1": "kimi open (until dismissed)",
  },
  dismissed: {
    "rests on OpenAI": "waits for openai",
    "points at nothing": "",
    "is asked for Qwen": "qwen open (mention)",
    "is asked for Qwen by key": "qwen open (focus)",
  },
  pinned: {
    "is asked for Qwen by key": "qwen pinned (dialog)",
    "rests on OpenAI": "waits for openai, qwen pinned",
    "Esc in card 1": "",
    "closes card 1": "",
    "closes all": "",
    "opens a related entry in card 1": "qwen>alibaba pinned",
    "takes another meaning in card 1": "kimi pinned",
  },
  "pinned + open": {
    "is asked for Qwen by key": "openai open (mention), qwen pinned (dialog)",
    "rests on Qwen": "openai open (leaving), qwen pinned",
    "points at nothing": "openai open (leaving), qwen pinned",
    "presses elsewhere": "qwen pinned, openai silent",
    "Esc in card 1": "openai open (mention)",
    "Esc elsewhere": "qwen pinned, openai silent",
    "closes card 1": "openai open (mention)",
    "closes what is not pinned": "qwen pinned, openai silent",
    "closes all": "openai silent",
    "opens a related entry in card 1": "openai open (mention), qwen>alibaba pinned",
    "takes another meaning in card 1": "openai open (mention), kimi pinned",
  },
};

for (const [name, state] of Object.entries(STATES) as [Name, State][]) {
  test.each(Object.entries(EVENTS))(`${name}: the reader %s`, (what, event) => {
    const after = nameOf(step(state, event, LATER));
    expect(after).toBe(TABLE[name][what as keyof typeof EVENTS] ?? nameOf(state));
  });
}
