/** Where text lives: a document or a shadow root. */
export type Root = Document | ShadowRoot;

/** Parent in the composed tree: a shadow root's parent is its host. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

export function parentElementOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** Whether `outer` is `node` or holds it, through shadow roots. */
export function holds(outer: Node, node: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (outer.contains(at)) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Nodes from the document down to this one, one per tree: the host of each shadow root, then the node. */
function chain(node: Node): Node[] {
  const nodes = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    nodes.unshift(root.host);
  return nodes;
}

/** Order of two connected nodes as a reader meets them; a host comes before what is in its root. */
export function readingOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const [left, right] = [chain(a), chain(b)];
  for (let depth = 0; ; depth++) {
    const [x, y] = [left[depth], right[depth]];
    if (!x) return -1;
    if (!y) return 1;
    if (x !== y) return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
}
