import { own } from "./own.ts";

/** Where text lives: a document or a shadow root. */
export type Root = Document | ShadowRoot;

/** Not the tree of another document, which may have adopted the node. */
export function isRoot(node: Node): node is Root {
  return node === document || own.isShadowRoot(node);
}

/** What a walk over texts shows: XHTML has them in CDATA sections, too. */
export const TEXTS = 4 | 8; // NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION

/** The element around a node; for what stands at the top of a shadow root, its host. */
export function parentElementOf(node: Node): Element | null {
  const parent = own.parent(node);
  if (!parent || own.isElement(parent)) return parent;
  return own.isShadowRoot(parent) ? parent.host : null;
}

/** Where an element stands in the page's own tree: of what is in a shadow root, the host. */
export function inPage(element: Element): Element {
  let at = element;
  for (let root = own.root(at); own.isShadowRoot(root); root = own.root(at)) at = root.host;
  return at;
}

/** Whether `outer` is `node` or holds it, through shadow roots. */
export function holds(outer: Node, node: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (own.contains(outer, at)) return true;
    const root = own.root(at);
    at = own.isShadowRoot(root) ? root.host : null;
  }
  return false;
}

/** Nodes from the document down to this one, one per tree: the host of each shadow root, then the node. */
function chain(node: Node): Node[] {
  const nodes = [node];
  for (let root = own.root(node); own.isShadowRoot(root); root = own.root(root.host))
    nodes.unshift(root.host);
  return nodes;
}

/** Order of two connected nodes as a reader meets them; a host comes before what is in its root. */
export function readingOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const relation = a.compareDocumentPosition(b);
  if (!(relation & Node.DOCUMENT_POSITION_DISCONNECTED))
    return relation & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return orderOfTrees(chain(a), chain(b));
}

/** The same for nodes of several trees. */
function orderOfTrees(left: readonly Node[], right: readonly Node[]): number {
  for (let depth = 0; ; depth++) {
    const x = left[depth];
    const y = right[depth];
    if (!x) return -1;
    if (!y) return 1;
    if (x !== y) return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
}
