import { type Chunk, collect } from "./collect.ts";
import { isRoot, type Root } from "./composed.ts";
import { flowEnd, siblings, textEnds } from "./edges.ts";
import { flowsTo, type Layout } from "./flows.ts";
import { own } from "./own.ts";
import type { Passage } from "./passage.ts";
import type { Table } from "./table.ts";

/** Of so few the order says nothing: they are read within a frame or two. */
const FEW = 20;

/** First and last of neighbouring nodes whose flows are to be read again. */
export type Run = readonly [first: Node, last: Node];

export interface RunsDeps {
  readonly table: Table;
  readonly layout: Layout;
  read(chunk: Chunk, root: Root): Generator<void>;
  isNear(passage: Passage): boolean;
}

/**
 * Reads the flows of these runs anew and empties the list: first those in which the reader saw a mention, of each kind
 * the last one first. Yields after each unit of work.
 */
export function* readRuns(runs: Run[], { table, layout, read, isNear }: RunsDeps): Generator<void> {
  const isSeen = ([first]: Run): boolean => {
    const passage = own.isText(first) ? table.of(first) : undefined;
    return passage !== undefined && isNear(passage);
  };
  if (runs.length > FEW) {
    const near: Run[] = [];
    const far: Run[] = [];
    for (const run of runs) {
      (isSeen(run) ? near : far).push(run);
      yield;
    }
    // What came in meanwhile stands behind them.
    far.concat(near).forEach((run, at) => {
      runs[at] = run;
    });
  }
  const across = (a: Text, b: Text, glued: boolean): boolean => flowsTo(a, b, glued, layout);
  const done = new Set<Text>();
  for (let run = runs.pop(); run; run = runs.pop()) {
    const [first, last] = siblings(run);
    const ends = first.isConnected ? textEnds(first, last) : null;
    // Of a run whose ends were read for other reasons the middle may be new.
    if (!ends || (ends[0] === ends[1] && done.has(ends[0]))) continue;
    const root = own.root(first);
    if (!isRoot(root)) continue;
    const from = flowEnd(ends[0], "previousNode", root, layout);
    const until = flowEnd(ends[1], "nextNode", root, layout);
    for (const chunk of collect(root, across, from, until)) {
      const old = new Set(chunk.nodes.flatMap((node) => table.of(node) ?? []));
      for (const text of chunk.nodes) done.add(text);
      yield* read(chunk, root);
      table.remove(old);
      // A flow that was cut in two: the other part is read on its own.
      for (const { nodes } of old) for (const node of nodes) if (!done.has(node)) runs.push([node, node]);
    }
    yield;
  }
}
