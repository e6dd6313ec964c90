import type { Keys } from "../core/keys.ts";
import type { Mention } from "../core/mention.ts";
import type { FoundInPage, SentPage } from "../core/page-matcher.ts";
import type { Density } from "./choose.ts";
import type { Pace } from "./pace.ts";

/** What the reader has set, and what the page's site asks for. */
export interface Taste {
  readonly density: Density;
  readonly markEveryday: boolean;
  readonly everything: boolean;
  isMuted(mention: Mention): boolean;
}

export interface ReadingDeps {
  /** The letters of all aliases: which text is worth being matched. Asked for at the first text. */
  keys(): Keys;
  /** What a text means is known elsewhere, where one matcher, warm, serves all pages (docs/adr/0010-one-matcher.md). */
  match(page: SentPage): Promise<FoundInPage>;
  readonly pace: Pace;
  /** Resolves when the browser has nothing better to do. */
  idle(): Promise<void>;
  taste(): Taste;
  /** Whether marks may be painted: not before the background has said that the site is not paused. */
  mayShow(): boolean;
  /** Sees closed shadow roots, too. */
  shadowOf(element: Element): ShadowRoot | null;
  /** Style of the marks inside shadow roots. */
  readonly sheet: CSSStyleSheet | null;
  /** Asked before each piece of work: an update may have cut us off. */
  isAlive(): boolean;
  /** Mentions or their visibility changed. */
  changed(): void;
  onError(error: unknown): void;
}
