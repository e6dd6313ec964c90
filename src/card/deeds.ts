import type { EntryId, Fact, Quote } from "../core/pack.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Depth } from "../ui/DepthSwitch.tsx";
import type { MentionInfo } from "../ui/Why.tsx";
import type { EntryDeeds } from "./Acts.tsx";
import type { Flavour } from "./clipboard.ts";

/** Everything that a panel can set in motion. */
export interface Deeds {
  enter(card: number): void;
  leave(card: number): void;
  press(): void;
  pin(card: number): void;
  close(card: number): void;
  go(card: number, entry: EntryId): void;
  tab(card: number, entry: EntryId): void;
  back(card: number): void;
  /** Where a press began, to tell a click from a selection. */
  pressed(event: MouseEvent): void;
  /** A click on the card itself pins it; one on what it holds does not. */
  clicked(card: number, event: MouseEvent): void;
  depth(depth: Depth): void;
  retry(entry: EntryId): void;
  copyQuote(quote: Quote, content: CardContent, flavour: Flavour): Promise<string>;
  copyFact(fact: Fact, content: CardContent, flavour: Flavour): Promise<string>;
  forEntry(content: CardContent, mention: MentionInfo | null): EntryDeeds;
}
