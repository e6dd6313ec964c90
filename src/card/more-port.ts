import type { ComponentType } from "preact";
import type { Deep } from "../ui/deep.ts";
import type { ActsMenuProps } from "./ActsMenu.tsx";
import type * as cite from "./cite.ts";
import type { copy } from "./clipboard.ts";
import type { Lent } from "./lent.ts";

/*
 * Between `card.js` and `card-more.js`, which share one isolated world but are loaded apart: by reference, and
 * never seen by the page.
 */

/** The forms in which something is copied. */
export type Cites = Pick<typeof cite, "citeFact" | "citeQuote" | "citeText">;

/** What `card-more.js` brings. */
export interface More {
  readonly deep: Deep;
  readonly cites: Cites;
  readonly copy: typeof copy;
  readonly ActsMenu: ComponentType<ActsMenuProps>;
  /** Comes after the style of the card. */
  readonly css: string;
}

/** Key of the global through which the two meet. */
export const MORE_KEY = "sidelight:card-more";

/** `card.js` puts this there before it asks for the injection; `card-more.js` then calls `ready`. */
export interface MoreMeeting {
  readonly lent: Lent;
  ready(more: More): void;
}
