import type { Chunk } from "./collect.ts";
import { flowsTo, type Layout, lineHolder } from "./flows.ts";
import { own } from "./own.ts";

/** Neighbouring nodes of a chunk among which text flows. */
export interface Line {
  /** First and last of them in the chunk. */
  readonly low: number;
  readonly high: number;
  /** The nearest node around them which no line of their text leaves. */
  readonly holder: Node | null;
  /** Those of the nodes for which it was asked. */
  readonly asked: readonly number[];
}

/** A border between a node of the chunk and the one before it, and the way a line goes on across it. */
interface Edge {
  readonly at: number;
  readonly step: 1 | -1;
  readonly holder: Node;
}

const UNASKED = 0;
const ASKED = 1;
const FLOWS = 2;

/**
 * The lines that hold these nodes of a chunk, ascending: all of them grow at once, by a node at each end a round.
 *
 * @param among indices of nodes, ascending
 */
export function* linesOf(
  chunk: Chunk,
  among: readonly number[],
  layout: Layout,
): Generator<void, readonly Line[]> {
  const { nodes } = chunk;
  const parents = among.map((at) => own.parent(nodes[at] as Text));
  yield;
  const around = [...new Set(parents)];
  around.forEach((parent) => {
    if (parent && own.isElement(parent)) layout.of(parent);
  });
  yield;
  const holders = new Map(around.map((parent) => [parent, lineHolder(parent, layout)]));
  yield;

  const borders = new Uint8Array(nodes.length);
  let open: Edge[] = [];
  // Most lines have a block of their own, and one question tells where it ends.
  const isBeside = ({ at, step, holder }: Edge): boolean =>
    own.contains(holder, nodes[step > 0 ? at : at - 1] as Text);
  const goOn = (at: number, step: 1 | -1, holder: Node): void => {
    if (at <= 0 || at >= nodes.length || borders[at] !== UNASKED) return;
    borders[at] = ASKED;
    open.push({ at, step, holder });
  };
  const holderOf = (index: number): Node | null => holders.get(parents[index] as Node | null) ?? null;
  among.forEach((at, index) => {
    const holder = holderOf(index);
    if (!holder) return;
    goOn(at, -1, holder);
    goOn(at + 1, 1, holder);
  });
  while (open.length > 0) {
    const asked = open.filter(isBeside);
    yield;
    const flows = asked.map(({ at }) => flowsInto(chunk, at, layout));
    yield;
    open = [];
    asked.forEach(({ at, step, holder }, index) => {
      if (!flows[index]) return;
      borders[at] = FLOWS;
      goOn(at + step, step, holder);
    });
  }
  return linesAcross(borders, among, holderOf);
}

/** @param borders which of them text flows across, by the node behind */
function linesAcross(
  borders: Uint8Array,
  among: readonly number[],
  holderOf: (index: number) => Node | null,
): readonly Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < among.length; ) {
    const first = among[index] as number;
    const holder = holderOf(index);
    let low = first;
    while (borders[low] === FLOWS) low--;
    let high = first;
    while (borders[high + 1] === FLOWS) high++;
    const from = index;
    while (index < among.length && (among[index] as number) <= high) index++;
    lines.push({ low, high, holder, asked: among.slice(from, index) });
  }
  return lines;
}

/** Whether text flows into a node of the chunk from the one before it. */
function flowsInto({ text, nodes, starts }: Chunk, index: number, layout: Layout): boolean {
  const start = starts[index] as number;
  const before = text.charCodeAt(start - 2);
  const after = text.charCodeAt(start);
  const glued = before > 32 && after > 32 && before !== 160 && after !== 160;
  return flowsTo(nodes[index - 1] as Text, nodes[index] as Text, glued, layout);
}
