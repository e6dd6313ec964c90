import { readingOrder, TEXTS } from "./composed.ts";
import { own } from "./own.ts";
import type { Passage } from "./passage.ts";

/** How many of the headings stand before a passage, if it is at least so many. */
export type RankOf = (passage: Passage, headings: readonly Element[], least: number) => number;

/**
 * Which heading governs a passage. Which of two nodes comes first, the browser finds out by walking from one to the
 * other, and on a long page that is far: so it is learnt while the page is read, and remembered for as long as the
 * headings stay the same.
 */
export interface Sections {
  readonly rankOf: RankOf;
  /** A tree is read; `headings` are all there are, asked for once a passage is found. */
  begin(headings: () => readonly Element[]): void;
  /**
   * The next texts of it, in order, and the passages among them. What stands before the first that is told, and on up
   * to a heading, is not learnt.
   */
  passed(nodes: readonly Text[], passages: readonly Passage[]): void;
}

/** A passage's rank, and of how many headings. */
interface Known {
  readonly rank: number;
  readonly of: number;
}

export function createSections(): Sections {
  let last: readonly Element[] = [];
  let known = new WeakMap<Passage, Known>();
  let ask: () => readonly Element[] = () => last;
  /** How many headings have begun where this text does, by which headings; `null`: not asked for yet. */
  let opened: { readonly texts: Map<Text, number>; readonly by: readonly Element[] } | null = null;
  /** Headings passed so far; `null`: not known until the next. */
  let rank: number | null = null;
  let waiting: (readonly Text[])[] = [];

  const use = (headings: readonly Element[]): void => {
    if (headings === last) return;
    if (!goesOn(last, headings)) known = new WeakMap();
    last = headings;
  };
  /** Of a page that is still coming the headings behind the last one may be new. */
  const isSure = ({ rank, of }: Known): boolean => rank < of || of === last.length;

  return {
    rankOf(passage, headings, least) {
      use(headings);
      const before = known.get(passage);
      if (before && isSure(before)) return before.rank;
      const found = countBefore(passage, headings, least);
      known.set(passage, { rank: found, of: headings.length });
      return found;
    },
    begin(headings) {
      ask = headings;
      opened = null;
      rank = null;
      waiting = [];
    },
    passed(nodes, passages) {
      waiting.push(nodes);
      if (passages.length === 0) return;
      if (!opened) use(ask());
      if (opened?.by !== last) {
        if (opened && !goesOn(opened.by, last)) rank = null;
        opened = { texts: openings(last), by: last };
      }
      const { texts } = opened;
      let next = 0;
      waiting.flat().forEach((node) => {
        rank = texts.get(node) ?? rank;
        const passage = passages[next];
        if (passage?.nodes[0] !== node) return;
        if (rank !== null) known.set(passage, { rank, of: last.length });
        next++;
      });
      waiting = [];
    },
  };
}

/** Are these the same headings, with none or more behind them? */
const goesOn = (before: readonly Element[], now: readonly Element[]): boolean =>
  before.every((heading, at) => heading === now[at]);

/** The first text of each heading, and how many headings there are up to it: its text opens the new section. */
function openings(headings: readonly Element[]): Map<Text, number> {
  const opened = new Map<Text, number>();
  headings.forEach((heading, at) => {
    const text = firstText(heading);
    if (text) opened.set(text, at + 1);
  });
  return opened;
}

function firstText(heading: Element): Text | null {
  const first = own.first(heading);
  // Most headings are text and nothing else, and need no walker.
  if (first && own.isText(first) && first.data.trim() !== "") return first;
  const walker = document.createTreeWalker(heading, TEXTS);
  let text = walker.nextNode() as Text | null;
  while (text && text.data.trim() === "") text = walker.nextNode() as Text | null;
  return text;
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
