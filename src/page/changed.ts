import { own } from "./own.ts";

/** What has moved in a page between two looks. */
export interface Moved {
  /** Neighbours that came in and are still there: first and last of each run. */
  readonly runs: readonly (readonly [Node, Node])[];
  /** Behind these something was taken out. */
  readonly parted: ReadonlySet<Node>;
}

/** What has become of a page between two looks. */
export interface Changed extends Moved {
  readonly texts: ReadonlySet<Text>;
  /** Something was taken out. */
  readonly removed: boolean;
}

/**
 * Records of moved nodes, summed up; a node may have come and gone many times. A record is asked once for each thing, and
 * for its lists only where the answer is not known: each of them is made for us.
 *
 * @param removed whether something was taken out at all
 */
export function sumUp(records: readonly MutationRecord[], removed: boolean): Moved {
  const byParent = new Map<Node, MutationRecord[]>();
  const parted = new Set<Node>();
  for (const record of records) {
    const { target } = record;
    const same = byParent.get(target);
    if (same) same.push(record);
    else byParent.set(target, [record]);
    if (!removed) continue;
    const { previousSibling } = record;
    if (!previousSibling || record.removedNodes.length === 0) continue;
    if (own.parent(previousSibling) === target) parted.add(previousSibling);
  }
  const runs: [Node, Node][] = [];
  byParent.forEach((same, parent) => {
    if (parent.isConnected) runs.push(...runsOf(parent, same));
  });
  return { runs, parted };
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
  // Each is asked for one neighbour only: those beside it are taken out with it.
  for (const node of fresh) {
    let first = node;
    let last = node;
    for (let next = own.previous(first); next && fresh.delete(next); next = own.previous(first)) first = next;
    for (let next = own.next(last); next && fresh.delete(next); next = own.next(last)) last = next;
    runs.push([first, last]);
  }
  return runs;
}

/** All that came in, whether it is still there or not. */
export function* addedIn(records: readonly MutationRecord[]): Generator<Node> {
  for (const { addedNodes } of records) yield* addedNodes;
}
