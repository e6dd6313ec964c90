import type { ComponentChildren } from "preact";
import type { EntryId, Fact, PartialDate, Quote } from "../core/pack.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Depth } from "./DepthSwitch.tsx";
import type { Deep } from "./deep.ts";
import type { MentionInfo } from "./Why.tsx";

export interface CardProps {
  readonly content: CardContent;
  readonly depth: Depth;
  readonly deep: Deep;
  /** The mention that the card explains; `null` where it was looked up. */
  readonly mention: MentionInfo | null;
  /** When the page was published; `null`: unknown, or no page. */
  readonly published: PartialDate | null;
  /** Entries that also occur on the page. */
  readonly here: readonly EntryId[];
  /** Becomes the heading's id: names the dialog or region around the card. */
  readonly titleId: string;
  readonly onDepth: (depth: Depth) => void;
  /** A related entry or a speaker was chosen. */
  readonly onOpen: (id: EntryId) => void;
  /** Buttons in the corner of the head: back, pin, close. */
  readonly corner?: ComponentChildren;
  /** Stands between head and body: tabs, notices. */
  readonly above?: ComponentChildren;
  /** What belongs to a quote or a fact: copying. */
  readonly quoteActs?: (quote: Quote) => ComponentChildren;
  readonly factActs?: (fact: Fact) => ComponentChildren;
  /** Stands at the very end: acts on the entry. */
  readonly foot?: ComponentChildren;
}
