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

/** Records of moved nodes, summed up; a node may have come and gone many times. */
export function sumUp(records: readonly MutationRecord[]): Changed {
  const byParent = new Map<Node, MutationRecord[]>();
  for (const record of records) {
    const same = byParent.get(record.target);
    if (same) same.push(record);
    else byParent.set(record.target, [record]);
  }
  const runs: [Node, Node][] = [];
  const parted = new Set<Node>();
  let removed = false;
  for (const [parent, moves] of byParent) {
    let added = 0;
    for (const { addedNodes, removedNodes, previousSibling } of moves) {
      added += addedNodes.length;
      if (removedNodes.length === 0) continue;
      removed = true;
      if (previousSibling && own.parent(previousSibling) === parent) parted.add(previousSibling);
    }
    if (added > 0 && parent.isConnected) runs.push(...runsOf(parent, moves));
  }
  return { runs, parted, removed };
}

function runsOf(parent: Node, moves: readonly MutationRecord[]): [Node, Node][] {
  const { length: children } = own.children(parent);
  const fresh = new Set<Node>();
  // From the end: of a list that is drawn anew ten times between two looks, only the last drawing is asked.
  for (let i = moves.length - 1; i >= 0 && fresh.size < children; i--)
    for (const node of moves[i]?.addedNodes ?? []) if (own.parent(node) === parent) fresh.add(node);
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
