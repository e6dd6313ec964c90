import type { Mention } from "../core/mention.ts";
import type { EntryId } from "../core/pack.ts";
import type { Settings } from "../settings/schema.ts";
import type { Ask } from "./channel.ts";
import type { Requests } from "./contract.ts";

/**
 * Between `content.js` and `card.js`, which share one isolated world but are loaded apart: objects passed
 * by reference, never messages, never seen by the page.
 */

/** How a reader came to a mention. */
export type Way = "mouse" | "pen" | "touch" | "click" | "keyboard" | "menu";

/** A mention under the pointer, or one that was asked for. */
export interface Aim {
  /** The same object for as long as it is the same occurrence. */
  readonly mention: Mention;
  readonly way: Way;
  /** `performance.now()` when the pointer came to rest here. */
  readonly at: number;
  /** Viewport point of the pointer; the middle of the mention when there is none. */
  readonly point: { readonly x: number; readonly y: number };
  /** The element that holds the mention's text: for language, direction, colours, scrolling. */
  readonly element: Element;
  /** The mention's line boxes now, viewport CSS px; empty once it is gone from the page. */
  rects(): readonly DOMRect[];
  /** "3 of 17", when walking by keyboard. */
  readonly place: { readonly index: number; readonly total: number } | null;
}

/** What `card.js` gives to `content.js`. */
export interface Card {
  /** The pointer rests on this mention, or (`null`) on none. Opening and closing follow by the card's own delays. */
  aim(aim: Aim | null): void;
  /** Open now. With `focus` the card is a dialog and takes the focus, to give it back on closing. */
  open(aim: Aim, focus: boolean): void;
  /** Close every card that is not pinned, or all; at once. */
  close(which: "unpinned" | "all"): void;
  /** Whether an event came out of one of the cards (their shadow roots are closed). */
  owns(event: Event): boolean;
  /**
   * A `keydown` that a card owns, met before the page's own listeners and stopped there, so that the page never
   * sees what is typed into a card: the card acts on it all the same.
   */
  key?(event: KeyboardEvent): void;
  readonly isOpen: boolean;
}

/** What `content.js` gives to `card.js`. */
export interface CardSite {
  settings(): Settings;
  /** Publication date found in the page, ISO, as precise as it stood there; `null`: none found. */
  published(): string | null;
  /** Entries in this frame, document order. */
  entriesHere(): readonly EntryId[];
  /** The card opened, or the last unpinned one closed. */
  onState(open: boolean): void;
  /** Ends with the content script's life. */
  readonly signal: AbortSignal;
}

/** Key of the global through which the two bundles meet. Symbol: no page script can name it from another world. */
export const CARD_KEY = "sidelight:card";

/** `content.js` puts its half there before it asks for the injection; `card.js` then calls `ready`. */
export interface CardMeeting {
  readonly site: CardSite;
  readonly ask: Ask<Requests>;
  ready(card: Card): void;
}
