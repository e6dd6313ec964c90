import { KeyPlaces } from "../core/key-places.ts";
import type { Lexicon } from "../core/lexicon.ts";
import type { Mention } from "../core/mention.ts";
import type { SentFlow } from "../core/page-matcher.ts";
import type { Chunk } from "./collect.ts";
import { parentElementOf, type Root } from "./composed.ts";
import { flowsTo, type Layout, lineHolder } from "./flows.ts";
import { own } from "./own.ts";
import type { Skip } from "./skip.ts";

/** A flow that may hold mentions, and where it stands in the page. Other flows are not kept. */
export interface Passage extends Omit<SentFlow, "id"> {
  /** Taken over from a passage of the same text that it replaces. */
  id: number;
  readonly nodes: readonly Text[];
  /** Offset of each node's text in `text`. */
  readonly starts: readonly number[];
  /** The element whose box holds the flow. */
  readonly block: Element;
  readonly root: Root;
  readonly inHeading: boolean;
  /** What the matcher says; `null`: it was not heard yet. */
  found: readonly Mention[] | null;
  /** Those of them that the reader has not muted; replaced as a whole, equal mentions stay the same objects. */
  mentions: readonly Mention[];
  /** As far as was seen: rendered, and of a size a reader can see. */
  shown: boolean;
}

/** Index of the last start at or before the offset; `low`: it is known to be no smaller. */
export function nodeAt(starts: readonly number[], offset: number, low = 0): number {
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether text flows into a node of the chunk from the one before it. */
function flowsInto({ text, nodes, starts }: Chunk, index: number, layout: Layout): boolean {
  const start = starts[index] as number;
  const before = text.charCodeAt(start - 2);
  const after = text.charCodeAt(start);
  const glued = before > 32 && after > 32 && before !== 160 && after !== 160;
  return flowsTo(nodes[index - 1] as Text, nodes[index] as Text, glued, layout);
}

export interface PassageContext {
  readonly keys: Lexicon;
  readonly layout: Layout;
  readonly skip: Skip;
  readonly root: Root;
  /** Language of the whole page, lower case. */
  readonly lang: string;
  /** Of the next passage. */
  number(): number;
}

/**
 * The flows of a chunk in which some alias is spelled outside of skipped text. Yields `null` where some work was done
 * for none.
 */
export function* passagesOf(
  chunk: Chunk,
  { keys, layout, skip, root, lang, number }: PassageContext,
): Generator<Passage | null> {
  const { text, nodes, starts } = chunk;
  const places = new KeyPlaces(keys, text);
  for (let at = places.next(0), low = 0; at >= 0; ) {
    low = nodeAt(starts, at, low);
    let high = low;
    // Most lines have a block of their own, and one question tells where it ends.
    const holder = lineHolder(nodes[low] as Text, layout);
    const isBeside = (index: number): boolean =>
      holder !== null && own.contains(holder, nodes[index] as Text);
    while (low > 0 && isBeside(low - 1) && flowsInto(chunk, low, layout)) low--;
    while (high + 1 < nodes.length && isBeside(high + 1) && flowsInto(chunk, high + 1, layout)) high++;
    const until = endOf(chunk, high);
    const from = starts[low] as number;
    const hidden = hiddenIn(chunk, low, high, holder, skip);
    let found: Passage | null = null;
    // The next place that is not hidden, as long as it is in this flow.
    for (const [start, end] of hidden)
      if (at - from >= start && at - from < end) at = places.next(from + end);
    const block = at >= 0 && at < until ? blockOf(nodes[low] as Text, layout) : null;
    if (block) {
      found = {
        id: number(),
        text: text.slice(from, until),
        lang: langOf(block, lang),
        hidden,
        nodes: nodes.slice(low, high + 1),
        starts: starts.slice(low, high + 1).map((start) => start - from),
        block,
        root,
        inHeading: own.closest(block, "h1,h2,h3,h4,h5,h6,[role=heading]") !== null,
        found: null,
        mentions: [],
        shown: true,
      };
    }
    if (at >= 0 && at < until) at = places.next(until);
    low = high;
    yield found;
  }
}

/** Stretches of a flow that are no page text, ascending. */
function hiddenIn(
  chunk: Chunk,
  low: number,
  high: number,
  holder: Node | null,
  skip: Skip,
): SentFlow["hidden"] {
  const { nodes, starts } = chunk;
  const from = starts[low] as number;
  const whole: SentFlow["hidden"] = [[0, endOf(chunk, high) - from]];
  if (holder && own.isElement(holder) && skip.isPlain(holder))
    return skip.isNever(holder) || skip.isOutside(holder) ? whole : NOTHING;
  const hidden: [number, number][] = [];
  let shown: Element | null = null;
  for (let index = low; index <= high; index++) {
    const parent = parentElementOf(nodes[index] as Text);
    if (parent !== null && !skip.isNever(parent)) shown ??= parent;
    else hidden.push([(starts[index] as number) - from, endOf(chunk, index) - from]);
  }
  // The search for the main content is spared pages that need it for nothing.
  return shown !== null && skip.isOutside(shown) ? whole : hidden;
}

const NOTHING: SentFlow["hidden"] = [];

/** Behind the text of a node of the chunk. */
const endOf = ({ starts, text }: Chunk, index: number): number =>
  index + 1 < starts.length ? (starts[index + 1] as number) - 1 : text.length;

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
