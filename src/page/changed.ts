import { own } from "./own.ts";

/** What has become of a page between two looks. */
export interface Changed {
  /** Neighbours that came in and are still there: first and last of each run. */
  readonly runs: readonly (readonly [Node, Node])[];
  /** Behind these something was taken out. */
  readonly parted: ReadonlySet<Node>;
  /** Something was taken out. */
  readonly removed: boolean;
}

/**
 * Records of moved nodes, summed up; a node may have come and gone many times. A record is asked once for each thing, and
 * for its lists only where the answer is not known: each of them is made for us.
 */
export function sumUp(records: readonly MutationRecord[]): Changed {
  const byParent = new Map<Node, MutationRecord[]>();
  const parted = new Set<Node>();
  let removed = false;
  for (const record of records) {
    const { target, previousSibling } = record;
    const same = byParent.get(target);
    if (same) same.push(record);
    else byParent.set(target, [record]);
    if ((removed && !previousSibling) || record.removedNodes.length === 0) continue;
    removed = true;
    if (previousSibling && own.parent(previousSibling) === target) parted.add(previousSibling);
  }
  const runs: [Node, Node][] = [];
  byParent.forEach((same, parent) => {
    if (parent.isConnected) runs.push(...runsOf(parent, same));
  });
  return { runs, parted, removed };
}

function runsOf(parent: Node, records: readonly MutationRecord[]): [Node, Node][] {
  const { length: children } = own.children(parent);
  const fresh = new Set<Node>();
  // From the end: of a list that is drawn anew ten times between two looks, only the last drawing is asked.
  for (let i = records.length - 1; i >= 0 && fresh.size < children; i--) {
    const nodes = (records[i] as MutationRecord).addedNodes;
    const { length } = nodes;
    for (let at = 0; at < length; at++) {
      const node = nodes[at] as Node;
      if (own.parent(node) === parent) fresh.add(node);
    }
  }
  const runs: [Node, Node][] = [];
  for (const node of fresh) {
    const before = own.previous(node);
    if (before && fresh.has(before)) continue;
    let last = node;
    for (let next = own.next(last); next && fresh.has(next); next = own.next(last)) last = next;
    runs.push([node, last]);
  }
  return runs;
}

/** All that came in, whether it is still there or not. */
export function* addedIn(records: readonly MutationRecord[]): Generator<Node> {
  for (const { addedNodes } of records) yield* addedNodes;
}
