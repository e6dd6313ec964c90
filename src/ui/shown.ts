import type { CardContent } from "../messages/contract.ts";
import type { SourceId } from "../core/pack.ts";
import type { Depth } from "./DepthSwitch.tsx";
import { figureGroups } from "./figure-groups.ts";

/** What of an entry stands on the card at each depth. */
export interface Shown {
  readonly figureGroups: number;
  readonly quotes: number;
  readonly facts: number;
  readonly ties: number;
  readonly differences: number;
  readonly events: number;
}

const ALL = Number.POSITIVE_INFINITY;
const NONE = { figureGroups: 0, quotes: 0, facts: 0, ties: 0, differences: 0, events: 0 };
const SHOWN: Readonly<Record<Depth, Shown>> = {
  line: NONE,
  paragraph: { figureGroups: 1, quotes: 1, facts: 2, ties: 4, differences: 1, events: 0 },
  everything: { figureGroups: ALL, quotes: ALL, facts: ALL, ties: ALL, differences: ALL, events: ALL },
};

export const shownAt = (depth: Depth): Shown => SHOWN[depth];

/** Numbers (from 1) of the sources that the shown claims rest on. */
export function citedNumbers({ entry, quotes, sources }: CardContent, depth: Depth): ReadonlySet<number> {
  if (depth === "everything") return new Set(sources.map((_, at) => at + 1));
  const shown = shownAt(depth);
  const figures = figureGroups(entry.figures)
    .slice(0, shown.figureGroups)
    .flatMap((group) => {
      if (group.type === "plain") return [group.figure];
      return (group.type === "nest" ? group.parts : group.bars).map(({ figure }) => figure);
    });
  const ids = new Set<SourceId>([
    ...(depth === "line" ? [] : entry.sources),
    ...figures.flatMap((figure) => figure.sources),
    ...quotes.slice(0, shown.quotes).map(({ source }) => source),
    ...entry.differences
      .slice(0, shown.differences)
      .flatMap(({ claim, record }) => [...claim.sources, ...record.sources]),
    ...entry.facts.slice(0, shown.facts).flatMap((fact) => fact.sources),
  ]);
  return new Set(sources.flatMap(({ id }, at) => (ids.has(id) ? [at + 1] : [])));
}
