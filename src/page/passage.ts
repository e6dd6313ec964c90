import type { Keys } from "../core/keys.ts";
import type { Mention } from "../core/mention.ts";
import type { SentFlow } from "../core/page-matcher.ts";
import { spelledIn } from "../core/spelled-in.ts";
import type { Chunk } from "./collect.ts";
import { parentElementOf, type Root } from "./composed.ts";
import type { Layout } from "./flows.ts";
import { type Line, linesOf } from "./lines.ts";
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

export interface PassageContext {
  readonly keys: Keys;
  /** What the page has introduced as short for a name. */
  readonly letters?: readonly string[];
  readonly layout: Layout;
  readonly skip: Skip;
  readonly root: Root;
  /** Language of the whole page, lower case. */
  readonly lang: string;
  /** Of the next passage. */
  number(): number;
}

/**
 * The flows of a chunk in which some alias is spelled outside of skipped text. What is asked of the page is asked of
 * all flows in one go, which costs a page's first script less than all things of one after the other
 * (docs/adr/0003-stream.md). Yields after each question: a chunk's size bounds what it takes.
 */
export function* passagesOf(
  chunk: Chunk,
  { keys, letters, layout, skip, root, lang, number }: PassageContext,
): Generator<void, readonly Passage[]> {
  const { text, nodes, starts } = chunk;
  const spelled = yield* spelledIn(keys, text, starts, letters);
  if (spelled.length === 0) return [];
  const lines = yield* linesOf(chunk, spelled, layout);

  // Remembered by `skip`: what is asked below is known by then.
  const boxes = [...new Set(lines.map(({ holder }) => boxOf(holder)))].filter(isThere);
  const plain = boxes.filter(skip.isPlain);
  yield;
  const shown = plain.filter((box) => !skip.isNever(box));
  yield;
  shown.forEach(skip.isOutside);
  yield;
  const kept = lines
    .map((line) => ({ ...line, hidden: hiddenIn(chunk, line, skip) }))
    .filter((line) => isSeen(chunk, line));
  yield;
  const blocks = kept.map(({ low }) => blockOf(nodes[low] as Text, layout));
  yield;
  const langs = blocks.map((block) => block && langOf(block, lang));
  yield;
  const headings = blocks.map((block) => block !== null && own.closest(block, HEADING) !== null);
  yield;
  return kept.flatMap(({ low, high, hidden }, index): Passage[] => {
    const block = blocks[index];
    if (!block) return [];
    const from = starts[low] as number;
    return [
      {
        id: number(),
        text: text.slice(from, endOf(chunk, high)),
        lang: langs[index] ?? "",
        hidden,
        nodes: nodes.slice(low, high + 1),
        starts: low === high ? AT_START : starts.slice(low, high + 1).map((start) => start - from),
        block,
        root,
        inHeading: headings[index] ?? false,
        found: null,
        mentions: [],
        shown: true,
      },
    ];
  });
}

/** Where the text of a single node begins. */
const AT_START: readonly number[] = [0];
const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading]";

const isThere = <T>(one: T | null): one is T => one !== null;
const boxOf = (holder: Node | null): Element | null => (holder && own.isElement(holder) ? holder : null);

/** Whether one of the nodes that were asked for is page text. */
function isSeen({ starts }: Chunk, line: Line & Pick<SentFlow, "hidden">): boolean {
  if (line.hidden.length === 0) return true;
  const from = starts[line.low] as number;
  const startOf = (at: number): number => (starts[at] as number) - from;
  const [start, end] = line.hidden[0] as readonly [number, number];
  const isWhole = start === 0 && end > startOf(line.high);
  const hidden = new Set(line.hidden.map(([start]) => start));
  return !isWhole && line.asked.some((at) => !hidden.has(startOf(at)));
}

/** Stretches of a line that are no page text, ascending. */
function hiddenIn(chunk: Chunk, { low, high, holder }: Line, skip: Skip): SentFlow["hidden"] {
  const { nodes, starts } = chunk;
  const from = starts[low] as number;
  const whole: SentFlow["hidden"] = [[0, endOf(chunk, high) - from]];
  const box = boxOf(holder);
  if (box && skip.isPlain(box)) return skip.isNever(box) || skip.isOutside(box) ? whole : NOTHING;
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
