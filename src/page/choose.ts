import type { Mention } from "../core/mention.ts";
import type { EntryId } from "../core/pack.ts";
import { readingOrder } from "./composed.ts";
import type { Passage } from "./passage.ts";

export type Density = "section" | "every" | "hover";

/**
 * Which mentions carry a visible mark: the first of each entry in a section by default. A section is what a
 * heading governs; text before the first heading is one, too. A heading's own text belongs to the section it opens.
 *
 * @param passages reading order
 * @param headings of the document and its shadow roots, reading order
 * @param rankOf keep one for a page that is chosen for again and again
 */
export function chooseMarked(
  passages: readonly Passage[],
  headings: readonly Element[],
  density: Density,
  markEveryday: boolean,
  rankOf: RankOf = createRanks(),
): ReadonlySet<Mention> {
  const marked = new Set<Mention>();
  if (density === "hover") return marked;
  const openers = density === "section" ? headings : [];
  let section = 0;
  let seen = new Set<EntryId>();
  for (const passage of passages) {
    const rank = rankOf(passage, openers, section);
    if (rank !== section) seen = new Set();
    section = rank;
    if (!passage.shown) continue;
    for (const mention of passage.mentions) {
      if (mention.everyday && !markEveryday) continue;
      if (density === "section" && seen.has(mention.entry)) continue;
      seen.add(mention.entry);
      marked.add(mention);
    }
  }
  return marked;
}

/** How many of the headings stand before a passage, if it is at least so many. */
export type RankOf = (passage: Passage, headings: readonly Element[], least: number) => number;

/**
 * Remembers, for as long as the headings stay the same: which of two nodes comes first, the browser finds out by
 * walking from one to the other, and on a long page that is far.
 */
export function createRanks(): RankOf {
  let last: readonly Element[] = [];
  let known = new WeakMap<Passage, number>();
  return (passage, headings, least) => {
    if (headings !== last) {
      const same = headings.length === last.length && headings.every((heading, at) => heading === last[at]);
      if (!same) known = new WeakMap();
      last = headings;
    }
    const rank = known.get(passage) ?? countBefore(passage, headings, least);
    known.set(passage, rank);
    return rank;
  };
}

/** A heading stands before its own text, so its text opens the new section. Looks near `least` first. */
function countBefore({ nodes }: Passage, headings: readonly Element[], least: number): number {
  const isBefore = (at: number): boolean => readingOrder(headings[at] as Element, nodes[0] as Text) < 0;
  let low = least;
  let high = least;
  for (let step = 1; high < headings.length && isBefore(high); step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, headings.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
