import type { EntryId } from "../core/pack.ts";
import type { Aim } from "../messages/card-port.ts";

/*
 * When cards open and close, as a pure reducer. Time comes in beside the events (ms); `dueAt` says when the next
 * `tick` is wanted. At most one card is not pinned; pinned cards are a list of their own.
 *
 *                       aim(mention)                 tick: rested long enough
 *         ┌─ closed ───────────────────► waiting ─────────────────────────────► open ◄─┐
 *         │    ▲   ▲                        │                                    │ │ │  │ enter, focus, aim(same):
 *         │    │   └── aim(nothing) ────────┘                                    │ │ └──┘ stays
 *         │    └── tick: GRACE after leaving mention and card; Esc; close; press outside
 *         │                                                                      │
 *         └────────────────────── open(mention) at once ────────────────────────►│ pin
 *                                                                                ▼
 *                                                              pinned ── close, Esc inside ──► gone
 *
 * While a card is open, `waiting` may hold the next mention: the card changes over when the pointer has rested
 * there. A mention whose card was dismissed stays silent until the pointer has been elsewhere.
 */

/** After the pointer has left both mention and card, ms (PRODUCT.md, "Hovering"). */
export const GRACE = 300;

export interface OpenCard {
  /** Never given twice: answers and events for a card that is gone find nothing. */
  readonly id: number;
  readonly aim: Aim;
  /** Opened by keyboard: a dialog that took the focus. */
  readonly dialog: boolean;
  /** What keeps it open: the pointer on its mention or inside, the focus inside; or it waits to be dismissed. */
  readonly onMention: boolean;
  readonly inside: boolean;
  readonly focused: boolean;
  readonly lasting: boolean;
  /** When it closes unless something holds it. */
  readonly closeAt: number | null;
  /** Entries opened in it, the shown one last. */
  readonly trail: readonly EntryId[];
}

export interface State {
  readonly waiting: { readonly aim: Aim; readonly due: number } | null;
  readonly open: OpenCard | null;
  readonly pinned: readonly OpenCard[];
  /** The mention whose card was dismissed while the pointer is still on it. */
  readonly dismissed: Aim["mention"] | null;
  readonly lastId: number;
}

export const CLOSED: State = { waiting: null, open: null, pinned: [], dismissed: null, lastId: 0 };

export type CardEvent =
  /** @property delay the rest wanted before a card opens, ms */
  | { readonly type: "aim"; readonly aim: Aim | null; readonly delay: number }
  | { readonly type: "open"; readonly aim: Aim; readonly focus: boolean }
  /** `tick`: time has passed. `press`: somewhere else on the page. */
  | { readonly type: "tick" | "press" }
  /** The pointer came over a card, or left it; the focus came into it, or left it. */
  | { readonly type: "enter" | "leave" | "focus" | "blur" | "back"; readonly card: number }
  | { readonly type: "pin"; readonly card: number }
  /** @property card the card that holds the focus; `null`: none of ours */
  | { readonly type: "esc"; readonly card: number | null }
  | { readonly type: "close"; readonly which: "unpinned" | "all" | number }
  /** `go`: a related entry, in place. `tab`: another meaning of the same words. */
  | { readonly type: "go" | "tab"; readonly card: number; readonly entry: EntryId };

type InsideEvent = Exclude<
  CardEvent,
  { readonly type: "aim" | "open" | "tick" | "press" | "esc" | "close" | "pin" }
>;

/** @param at when it happened, ms, on the clock of `Aim.at` */
export function step(state: State, event: CardEvent, at: number): State {
  switch (event.type) {
    case "aim":
      return event.aim ? aimAt(state, event.aim, event.delay, at) : aimAway(state, at);
    case "open":
      return openCard(state, event.aim, event.focus);
    case "tick":
      return tick(state, at);
    case "press":
      return dismiss(state);
    case "esc":
      return state.pinned.some(({ id }) => id === event.card) ? without(state, event.card) : dismiss(state);
    case "close":
      if (event.which === "all") return { ...dismiss(state), pinned: [] };
      if (event.which === "unpinned" || event.which === state.open?.id) return dismiss(state);
      return without(state, event.which);
    case "pin":
      return pin(state, event.card);
    default:
      return inside(state, event, at);
  }
}

/** When the next `tick` is wanted; `null`: nothing is pending. */
export function dueAt({ waiting, open }: State): number | null {
  const times = [waiting?.due, open?.closeAt].filter((time) => typeof time === "number");
  return times.length > 0 ? Math.min(...times) : null;
}

function aimAt(state: State, aim: Aim, delay: number, at: number): State {
  const { open } = state;
  if (state.dismissed === aim.mention) return state;
  const awake = { ...state, dismissed: null };
  if (open?.aim.mention === aim.mention) {
    return { ...awake, waiting: null, open: { ...open, onMention: true, closeAt: null } };
  }
  if (state.pinned.some((card) => card.aim.mention === aim.mention)) return aimAway(awake, at);
  if (open && (open.inside || open.focused || open.lasting)) return awake;
  const gone = open ? leaving({ ...open, onMention: false }, at) : null;
  // The same mention again must not begin the wait anew: the pointer moves a little while it rests.
  const due = state.waiting?.aim.mention === aim.mention ? state.waiting.due : aim.at + delay;
  return { ...awake, open: gone, waiting: { aim, due } };
}

function aimAway(state: State, at: number): State {
  const { open } = state;
  const gone = open ? leaving({ ...open, onMention: false }, at) : null;
  return { ...state, dismissed: null, waiting: null, open: gone };
}

/** The time a card has left is counted once: further leaving does not prolong it. */
function leaving(card: OpenCard, at: number): OpenCard {
  if (card.inside || card.onMention || card.focused || card.lasting) return { ...card, closeAt: null };
  return { ...card, closeAt: card.closeAt ?? at + GRACE };
}

function openCard(state: State, aim: Aim, dialog: boolean): State {
  const isIts = (card: OpenCard) => card.aim.mention === aim.mention;
  if (state.pinned.some(isIts)) {
    // By key the reader wants to be in it; otherwise it is there already.
    const pinned = state.pinned.map((card) => (dialog && isIts(card) ? { ...card, aim, dialog } : card));
    return { ...state, waiting: null, pinned };
  }
  const id = state.open?.aim.mention === aim.mention ? state.open.id : state.lastId + 1;
  // A finger or a menu leaves no pointer behind that could hold the card open or let it go.
  const byPointer = aim.way === "mouse" || aim.way === "pen" || aim.way === "click";
  const open: OpenCard = {
    id,
    aim,
    dialog,
    onMention: byPointer && !dialog,
    inside: false,
    focused: dialog,
    lasting: !byPointer && !dialog,
    closeAt: null,
    trail: [aim.mention.entry],
  };
  return { ...state, waiting: null, dismissed: null, open, lastId: Math.max(id, state.lastId) };
}

function tick(state: State, at: number): State {
  const { waiting, open } = state;
  if (waiting && waiting.due <= at) return openCard(state, waiting.aim, false);
  if (open && open.closeAt !== null && open.closeAt <= at) return { ...state, open: null };
  return state;
}

function dismiss(state: State): State {
  const mention = state.open?.aim.mention ?? state.waiting?.aim.mention ?? state.dismissed;
  return { ...state, open: null, waiting: null, dismissed: mention };
}

function pin(state: State, id: number): State {
  const { open } = state;
  if (open?.id !== id) return state;
  const card: OpenCard = { ...open, closeAt: null };
  return {
    ...state,
    open: null,
    waiting: null,
    dismissed: open.aim.mention,
    pinned: [...state.pinned, card],
  };
}

const without = (state: State, id: number | null): State => ({
  ...state,
  pinned: state.pinned.filter((card) => card.id !== id),
});

/** What happens in or to one card; a pinned one never closes by itself, whatever leaves it. */
function inside(state: State, event: InsideEvent, at: number): State {
  const { open, pinned } = state;
  if (open?.id === event.card) {
    const comes = event.type === "enter" || event.type === "focus";
    return { ...state, waiting: comes ? null : state.waiting, open: changed(open, event, at) };
  }
  if (!pinned.some(({ id }) => id === event.card)) return state;
  const change = (card: OpenCard) =>
    card.id === event.card ? { ...changed(card, event, at), closeAt: null } : card;
  return { ...state, pinned: pinned.map(change) };
}

function changed(card: OpenCard, event: InsideEvent, at: number): OpenCard {
  switch (event.type) {
    case "enter": // the pointer is on no mention then, though nobody may say so
      return { ...card, inside: true, onMention: false, closeAt: null };
    case "leave":
      return leaving({ ...card, inside: false }, at);
    case "focus":
      return { ...card, focused: true, closeAt: null };
    case "blur":
      return leaving({ ...card, focused: false }, at);
    case "go":
      return { ...card, trail: [...card.trail, event.entry] };
    case "tab":
      return { ...card, trail: [event.entry] };
    case "back":
      return { ...card, trail: card.trail.length > 1 ? card.trail.slice(0, -1) : card.trail };
  }
}
