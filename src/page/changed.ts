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

/** Records of moved nodes, summed up; a node may have come and gone many times. Each record is asked once for each thing. */
export function sumUp(records: readonly MutationRecord[]): Changed {
  const byParent = new Map<Node, NodeList[]>();
  const parted = new Set<Node>();
  let removed = false;
  for (const record of records) {
    const { target, addedNodes, removedNodes } = record;
    if (addedNodes.length > 0) {
      const same = byParent.get(target);
      if (same) same.push(addedNodes);
      else byParent.set(target, [addedNodes]);
    }
    if (removedNodes.length === 0) continue;
    removed = true;
    const { previousSibling } = record;
    if (previousSibling && own.parent(previousSibling) === target) parted.add(previousSibling);
  }
  const runs: [Node, Node][] = [];
  for (const [parent, added] of byParent) if (parent.isConnected) runs.push(...runsOf(parent, added));
  return { runs, parted, removed };
}

function runsOf(parent: Node, added: readonly NodeList[]): [Node, Node][] {
  const { length: children } = own.children(parent);
  const fresh = new Set<Node>();
  // From the end: of a list that is drawn anew ten times between two looks, only the last drawing is asked.
  for (let i = added.length - 1; i >= 0 && fresh.size < children; i--) {
    const nodes = added[i] as NodeList;
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
