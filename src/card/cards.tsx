import { render } from "preact";
import type { EntryId } from "../core/pack.ts";
import type { Words } from "../core/words.ts";
import type { Card, CardSite } from "../messages/card-port.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import type { Depth } from "../ui/DepthSwitch.tsx";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { makeDeeds } from "./deeds.ts";
import { watchFocus } from "./focus.ts";
import { createHost, type Host } from "./host.ts";
import { lastingWords } from "./lasting-words.ts";
import { type Answer, load } from "./load.ts";
import { type CardEvent, CLOSED, dueAt, type OpenCard, step } from "./machine.ts";
import type { More } from "./more-port.ts";
import { Panel } from "./Panel.tsx";
import { createParts } from "./parts.tsx";
import { type Sight, sightOf } from "./place.ts";
import { WORKING } from "./working.ts";

export interface CardsDeps {
  readonly site: CardSite;
  readonly ask: Ask<Requests>;
  readonly words: Words;
  readonly css: string;
  readonly view: Window;
  /** ms, the clock of `Aim.at`. */
  now(): number;
  /** Whether the extension that put this card here is still there. */
  isAlive(): boolean;
  /** Brings what a card shows or does only when it is asked to. */
  fetchMore(ask: Ask<Requests>): Promise<More>;
  /** A mistake of ours, for tests and tools; the reader is told by the card, the page nothing. */
  onError(error: unknown): void;
}

/** ms before a card is due that it is drawn: a pointer that has rested so long will hardly go on. */
const AHEAD = 120;
/** ms until what is put into the page is on the screen: a card is put there so much before its time comes. */
const FRAME = 16;

const LOADING: Answer = { state: "loading" };

/** The cards of one frame: events in, pictures and questions out. */
export function startCards(deps: CardsDeps): Card {
  const { site, css, view, now, isAlive, onError } = deps;
  const { signal } = site;
  const { document } = view;
  const words = lastingWords(deps.words);
  const spoken = speech(words);
  const answers = new Map<EntryId, Answer>();
  const sheet = new CSSStyleSheet(); // now, while the pointer still rests
  sheet.replaceSync(css);
  let state = CLOSED;
  let host: Host | null = null;
  let onKey: (event: KeyboardEvent) => void = () => {};
  let timer: number | undefined;
  let depth: Depth | null = null;
  let focusBefore: Element | null = null;
  /** The card that the wait will end in, drawn already but not in the page; then only the browser's work is left. */
  let coming: OpenCard | null = null;
  let sight: Sight | null = null;
  /** Those that took the focus, as they were drawn last. */
  let dialogs: readonly OpenCard[] = [];
  /** The card that was open when its mention was pressed: a click that only now opens one must not pin it. */
  let pressedOn: number | null = null;

  let gone = false;
  /** Entries in all frames of the page; asked for where there is more than this one. */
  let around: readonly EntryId[] = [];
  /** An update tells nobody: whoever acts in a card, or asks, finds out. */
  const notice = () => {
    if (gone || isAlive()) return;
    gone = true;
    draw();
  };
  const ask: Ask<Requests> = (kind, input) =>
    deps.ask(kind, input).catch((error) => {
      notice();
      throw error;
    });
  const parts = createParts(
    () => deps.fetchMore(ask),
    (more) => {
      if (more) sheet.replaceSync(css + more.css);
      draw();
    },
  );
  const deeds = makeDeeds(site, ask, spoken, () => host, parts.get);
  const lead = () => (state.waiting ? FRAME : 0);
  const cards = () => (state.open ? [...state.pinned, state.open] : state.pinned);
  const needed = () => [
    ...cards().flatMap(({ trail, aim }) => [...trail, aim.mention.entry, ...aim.mention.others]),
    ...(state.waiting ? [state.waiting.aim.mention.entry] : []),
  ];

  function send(event: CardEvent): void {
    try {
      const before = state.open;
      state = step(state, event, event.type === "tick" ? now() + lead() : now());
      settle(before);
    } catch (error) {
      onError(error);
      // Half a card would hold the page's corner for good; the next one begins afresh.
      view.clearTimeout(timer);
      state = { ...CLOSED, lastId: state.lastId };
      takeDown();
      site.onState(false);
    }
  }

  /** Brings the page in line with the state. */
  function settle(before: OpenCard | null): void {
    const { open, waiting } = state;
    view.clearTimeout(timer);
    const wanted = needed();
    for (const entry of wanted) need(entry);
    // What no card needs is dropped, so that a long day of reading leaves nothing behind.
    for (const entry of answers.keys()) if (!wanted.includes(entry)) answers.delete(entry);
    if (coming && coming.aim !== (open ?? waiting)?.aim) takeDown();
    if (!host && !open && waiting && waiting.due - AHEAD <= now()) {
      coming = step(state, { type: "tick" }, waiting.due).open;
      if (coming) host = makeHost(coming);
    }
    const isNew = open !== null && open.aim !== before?.aim;
    if (isNew) {
      parts.forgive(); // each card tries anew
      coming = null;
      sight = sightOf(open.aim, view);
      if (open.dialog) focusBefore ??= document.activeElement;
      host ??= makeHost(open);
    }
    const wasInside = host !== null && document.activeElement === host.element;
    draw();
    if (isNew) {
      host?.raise(open.aim.element);
      // A reader who goes deeper then need not wait.
      view.requestIdleCallback(() => !signal.aborted && parts.get().catch(() => {}), { timeout: 1000 });
      if (view.parent !== view || view.length) lookAround();
      announce();
    }
    const left = cards().filter(({ dialog }) => dialog);
    const entered = left.find(({ aim }) => !dialogs.some((other) => other.aim === aim));
    if (entered)
      host?.surface.querySelector<HTMLElement>(`[data-card="${entered.id}"]`)?.focus({ preventScroll: true });
    const isOneGone = dialogs.some(({ id }) => !left.some((other) => other.id === id));
    dialogs = left;
    // A dialog that gave way to the next one, or was pinned, leaves the focus inside.
    if (isOneGone && !open?.dialog) giveFocusBack(wasInside);
    if (!before !== !open) site.onState(open !== null);
    const due = dueAt(state);
    if (due !== null)
      timer = view.setTimeout(() => send({ type: "tick" }), due - (host ? lead() : AHEAD) - now());
  }

  function lookAround(): void {
    ask("tab.entries", null).then((entries) => {
      around = entries;
      draw();
    }, onError);
  }

  function makeHost({ aim }: OpenCard): Host {
    const made = createHost(aim.element, sheet, () => send({ type: "close", which: "all" }));
    const { root, surface } = made;
    surface.addEventListener("click", notice, true);
    surface.addEventListener("focusin", ({ relatedTarget: from }) => {
      if (from && !root.contains(from as Element)) focusBefore = from as Element;
    });
    onKey = watchFocus({
      root,
      surface,
      send,
      act(found, card) {
        if (found !== "esc") return "depth" in found ? setDepth(found.depth) : undefined;
        send({ type: "esc", card });
        ask("card.close", null).catch(() => {}); // the other frames keep theirs; this one is closed
      },
    });
    return made;
  }

  function need(entry: EntryId): void {
    if (answers.has(entry)) return;
    const asked: Answer = { ...LOADING };
    answers.set(entry, asked);
    load(entry, ask)
      .then((answer) => {
        if (answers.get(entry) !== asked) return; // nobody waits for it any more, or it was asked anew
        answers.set(entry, answer);
        draw();
        announce();
      })
      .catch(onError);
  }

  /** What opened beside the pointer; a dialog that takes the focus announces itself. */
  function announce(): void {
    if (!state.open || state.open.dialog) return;
    const shown = answers.get(state.open.aim.mention.entry);
    if (shown?.state !== "shown") return;
    const { name, line } = shown.content.entry;
    host?.say(words.say("card_announce", name, line));
  }

  function setDepth(chosen: Depth): void {
    depth = chosen;
    ask("settings.patch", { depth }).catch(() => {}); // the card obeys; remembering is a courtesy
    draw();
  }

  function draw(): void {
    if (!host) return;
    const all = coming ? [coming] : cards();
    if (!all[0]) {
      takeDown();
      return;
    }
    const { theme, depth: usual } = site.settings();
    const here = [...site.entriesHere(), ...around];
    const published = site.published();
    const nameOf = (id: EntryId) => {
      const answer = answers.get(id);
      return answer?.state === "shown" ? answer.content.entry.name : id;
    };
    render(
      <SpeechProvider value={spoken}>
        {all.map((card) => (
          <Panel
            key={card.id}
            {...{ card, theme, gone, nameOf, published, here, deeds, send, view, signal }}
            pinned={state.pinned.includes(card)}
            sight={card === state.open ? sight : null}
            answer={answers.get(card.trail.at(-1) ?? "") ?? LOADING}
            depth={depth ?? usual}
            parts={parts.now()}
            onDepth={setDepth}
            onRetry={(entry) => {
              answers.delete(entry);
              need(entry);
              draw();
            }}
          />
        ))}
      </SpeechProvider>,
      host.surface,
    );
  }

  function takeDown(): void {
    coming = null;
    if (!host) return;
    render(null, host.surface);
    host.remove();
    host = null;
  }

  function giveFocusBack(wasInside: boolean): void {
    const to = focusBefore;
    focusBefore = null;
    if (wasInside && to instanceof HTMLElement) to.focus({ preventScroll: true });
  }

  const owns = (event: Event) => host !== null && event.composedPath().includes(host.element);
  const isOnMention = ({ clientX: x, clientY: y }: MouseEvent) =>
    state.open?.aim.rects().some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);

  view.addEventListener(
    "pointerdown",
    (event) => {
      if (!state.open || owns(event)) return;
      pressedOn = isOnMention(event) ? state.open.id : null;
      if (pressedOn === null) send({ type: "press" });
    },
    { signal, capture: true },
  );
  // A click on the mention pins its card, unless it has work of its own in the page.
  view.addEventListener(
    "click",
    (event) => {
      if (!state.open || pressedOn !== state.open.id || !event.isTrusted || owns(event)) return;
      const hasWork = event.composedPath().some((at) => at instanceof Element && at.matches(WORKING));
      if (!hasWork && view.getSelection()?.isCollapsed !== false) send({ type: "pin", card: state.open.id });
    },
    { signal, capture: true },
  );
  signal.addEventListener("abort", () => send({ type: "close", which: "all" }));

  return {
    aim: (aim) => send({ type: "aim", aim, delay: site.settings().hoverDelay }),
    open: (aim, focus) => send({ type: "open", aim, focus }),
    close: (which) => send({ type: "close", which }),
    owns,
    key: (event) => onKey(event),
    get isOpen() {
      return state.open !== null;
    },
  };
}
