import type { Candidate, Flow, Joins, Mention } from "../core/mention.ts";
import type { Chunk } from "./collect.ts";
import { parentElementOf, type Root } from "./composed.ts";
import { flowsTo, type Layout } from "./flows.ts";
import { own } from "./own.ts";
import type { Skip } from "./skip.ts";

/** A flow with candidates, and where it stands in the page. Flows without candidates are not kept. */
export interface Passage extends Flow {
  readonly nodes: readonly Text[];
  /** Offset of each node's text in `text`. */
  readonly starts: readonly number[];
  /** The element whose box holds the flow. */
  readonly block: Element;
  readonly root: Root;
  readonly inHeading: boolean;
  /** Resolved; replaced as a whole, equal mentions stay the same objects. */
  mentions: readonly Mention[];
  /** As far as was seen: rendered, and of a size a reader can see. */
  shown: boolean;
}

/** Index of the last start at or before the offset. */
export function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Which borders of a chunk text flows across; each is looked up in the page once. */
export function joinsOf(chunk: Chunk, layout: Layout): Joins {
  const known = new Map<number, boolean>();
  return (offset) => {
    let answer = known.get(offset);
    if (answer === undefined) {
      const right = nodeAt(chunk.starts, offset + 1);
      const [a, b] = [chunk.nodes[right - 1], chunk.nodes[right]];
      const before = chunk.text.charCodeAt(offset - 1);
      const after = chunk.text.charCodeAt(offset + 1);
      const glued = before > 32 && after > 32 && before !== 160 && after !== 160;
      answer = a !== undefined && b !== undefined && flowsTo(a, b, glued, layout);
      known.set(offset, answer);
    }
    return answer;
  };
}

export interface PassageContext {
  readonly layout: Layout;
  readonly skip: Skip;
  readonly root: Root;
  /** Language of the whole page, lower case. */
  readonly lang: string;
}

/**
 * The chunk's candidates, sorted by start, gathered into passages; what stands in skipped text is left out.
 * Yields `null` after each unit of work.
 */
export function* passagesOf(
  chunk: Chunk,
  candidates: readonly Candidate[],
  joins: Joins,
  { layout, skip, root, lang }: PassageContext,
): Generator<Passage | null> {
  const { text, nodes, starts } = chunk;
  let index = 0;
  while (index < candidates.length) {
    const first = candidates[index] as Candidate;
    let low = nodeAt(starts, first.start);
    let high = low;
    while (low > 0 && joins((starts[low] as number) - 1)) low--;
    while (high + 1 < nodes.length && joins((starts[high + 1] as number) - 1)) high++;
    const from = starts[low] as number;
    const until = high + 1 < nodes.length ? (starts[high + 1] as number) - 1 : text.length;

    const kept: Candidate[] = [];
    // The first is always taken, whatever the flow's ends: the work must come to an end.
    for (const begun = index; index < candidates.length; index++) {
      const candidate = candidates[index] as Candidate;
      if (index > begun && candidate.start >= until) break;
      const last = nodeAt(starts, candidate.end - 1);
      let skipped = false;
      for (let at = nodeAt(starts, candidate.start); at <= last && !skipped; at++) {
        const parent = parentElementOf(nodes[at] as Text);
        skipped = !parent || skip(parent);
      }
      if (!skipped) kept.push({ ...candidate, start: candidate.start - from, end: candidate.end - from });
    }
    if (kept.length > 0) {
      const block = blockOf(nodes[low] as Text, layout);
      if (block)
        yield {
          text: text.slice(from, until),
          lang: langOf(block, lang),
          candidates: kept,
          nodes: nodes.slice(low, high + 1),
          starts: starts.slice(low, high + 1).map((start) => start - from),
          block,
          root,
          inHeading: own.closest(block, "h1,h2,h3,h4,h5,h6,[role=heading]") !== null,
          mentions: [],
          shown: true,
        };
    }
    yield null;
  }
}

/** The nearest element around the text that has a box of its own. */
function blockOf(node: Text, layout: Layout): Element | null {
  let element = parentElementOf(node);
  while (element && layout.of(element) === "flow") {
    const parent = parentElementOf(element);
    if (!parent) break;
    element = parent;
  }
  return element;
}

function langOf(block: Element, fallback: string): string {
  const speaker = own.closest(block, "[lang]");
  return ((speaker && own.attribute(speaker, "lang")) ?? fallback).toLowerCase();
}

/** The mention's ends in the page; `null` once its nodes have changed under it. */
export function rangeOf(passage: Passage, mention: Mention): StaticRange | null {
  const { nodes, starts } = passage;
  const a = nodeAt(starts, mention.start);
  const b = nodeAt(starts, mention.end - 1);
  const [startContainer, endContainer] = [nodes[a], nodes[b]];
  if (!startContainer || !endContainer) return null;
  const startOffset = mention.start - (starts[a] as number);
  const endOffset = mention.end - (starts[b] as number);
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (startOffset > startContainer.length || endOffset > endContainer.length) return null;
  const words = a === b ? startContainer.data.slice(startOffset, endOffset) : null;
  if (words !== null && words !== passage.text.slice(mention.start, mention.end)) return null;
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** The same as a live range, for its boxes; let go of it at once: live ranges tax every edit of the page. */
export function measuringRange(passage: Passage, mention: Mention): Range | null {
  const ends = rangeOf(passage, mention);
  if (!ends) return null;
  const range = document.createRange();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return range;
}
