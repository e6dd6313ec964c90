import type { EntryId } from "../core/pack.ts";
import type { CardSite } from "../messages/card-port.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import type { Depth } from "../ui/DepthSwitch.tsx";
import type { Speech } from "../ui/words-context.ts";
import { type Citation, citeEntry, citeFact, citeQuote } from "./cite.ts";
import { copy, type Flavour } from "./clipboard.ts";
import type { Deeds } from "./deeds.ts";
import type { CardEvent } from "./machine.ts";
import { muteOf, withMute, withoutMute } from "./mute.ts";

interface DeedDeps {
  readonly site: CardSite;
  readonly ask: Ask<Requests>;
  readonly speech: Speech;
  now(): number;
  dispatch(event: CardEvent): void;
  setDepth(depth: Depth): void;
  retry(entry: EntryId): void;
  root(): ShadowRoot | null;
}

/** Farther than this between press and release, CSS px, and the click was a drag or a selection. */
const STILL = 4;

/** What panels can set in motion, bound to this frame's cards. */
export function makeDeeds({ site, ask, speech, now, dispatch, setDepth, retry, root }: DeedDeps): Deeds {
  const { words } = speech;
  const copied = async (citation: Citation, flavour: Flavour) => {
    const where = root();
    const done = where !== null && (await copy(citation, flavour, where));
    return words.say(done ? "card_copied" : "card_copy_failed");
  };
  const patchMuted = async (change: (muted: ReturnType<CardSite["settings"]>["muted"]) => typeof muted) => {
    try {
      await ask("settings.patch", { muted: change(site.settings().muted) });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  let pressed = { x: 0, y: 0 };
  return {
    enter: (card) => dispatch({ type: "enter", card, at: now() }),
    leave: (card) => dispatch({ type: "leave", card, at: now() }),
    press: () => dispatch({ type: "press", at: now() }),
    pin: (card) => dispatch({ type: "pin", card }),
    close: (card) => dispatch({ type: "close", which: card }),
    go: (card, entry) => dispatch({ type: "go", card, entry }),
    tab: (card, entry) => dispatch({ type: "tab", card, entry }),
    back: (card) => dispatch({ type: "back", card }),
    pressed: (event) => {
      pressed = { x: event.clientX, y: event.clientY };
    },
    clicked(card, event) {
      const target = event.target as Element;
      const isStill = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < STILL;
      if (!isStill || event.detail === 0 || target.closest("a, button, summary, label, input, textarea"))
        return;
      dispatch({ type: "pin", card });
    },
    depth: setDepth,
    retry,
    copyQuote: (quote, { sources }, flavour) => copied(citeQuote(quote, sources, speech), flavour),
    copyFact: (fact, { entry, sources }, flavour) => copied(citeFact(fact, entry, sources, speech), flavour),
    forEntry: ({ entry, sources }, mention) => ({
      copyEntry: (flavour) => copied(citeEntry(entry, sources, speech), flavour),
      copyText: (text) => copied({ plain: text, markdown: text, html: "" }, "markdown"),
      site: async () => (await ask("frame.leave", null)).site,
      mute: (scope, where) =>
        patchMuted((muted) => withMute(muted, muteOf(scope, entry.id, mention?.alias ?? null, where))),
      unmute: (scope, where) =>
        patchMuted((muted) => withoutMute(muted, muteOf(scope, entry.id, mention?.alias ?? null, where))),
      async pause() {
        try {
          await ask("site.pause", { tabId: null, paused: true });
          return words.say("card_paused");
        } catch (error) {
          return words.say("card_failed_change", error instanceof Error ? error.message : String(error));
        }
      },
      openPage() {
        ask("entry.open", { id: entry.id }).catch(() => {}); // an orphaned card cannot open anything; it says so on its next question
      },
    }),
  };
}
