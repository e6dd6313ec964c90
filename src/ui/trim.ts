import type { EntryId, SourceId } from "../core/pack.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Depth } from "./DepthSwitch.tsx";
import { figureGroups, figuresOf } from "./figure-groups.ts";

/** How many of each a paragraph holds; of quotes, differences and drawings one. */
const FACTS = 2;
const TIES = 4;

/**
 * What of an entry stands on the card at this depth. Sources stay as they are, since their numbers follow their
 * places; relations to entries on the same page come first.
 */
export function trim(content: CardContent, depth: Depth, here: readonly EntryId[]): CardContent {
  const { entry, quotes } = content;
  const ties = content.ties.toSorted((a, b) => Number(here.includes(b.id)) - Number(here.includes(a.id)));
  if (depth === "everything") return { ...content, ties };
  const [group] = figureGroups(entry.figures);
  return {
    ...content,
    entry: {
      ...entry,
      facts: entry.facts.slice(0, FACTS),
      differences: entry.differences.slice(0, 1),
      figures: group ? figuresOf(group) : [],
      events: [],
    },
    quotes: quotes.slice(0, 1),
    ties: ties.slice(0, TIES),
  };
}

/** Every source that something of this content rests on. */
export function citedBy({ entry, quotes }: CardContent): ReadonlySet<SourceId> {
  const { figures, differences, facts, events } = entry;
  const sides = differences.flatMap(({ claim, record }) => [claim, record]);
  return new Set([
    ...[entry, ...figures, ...sides, ...facts, ...events].flatMap(({ sources }) => sources),
    ...quotes.map(({ source }) => source),
  ]);
}
