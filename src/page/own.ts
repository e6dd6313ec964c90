/** A getter of the platform, or a method that takes one thing at most, to be called on any node. */
function of<T>(owner: object, name: string): (node: Node, given?: unknown) => T {
  const { get, value } = Object.getOwnPropertyDescriptor(owner, name) as { get?(): T; value?(): T };
  if (get) return (node) => get.call(node);
  const call = value as (this: Node, given: unknown) => T;
  return (node, given) => call.call(node, given);
}

/**
 * What a node itself says of its place and kind. Fields of a form replace the form's own properties in every
 * world (`<input name="parentNode">`), so a form must be asked past them; and a node adopted from a frame keeps
 * the classes of that frame, so `instanceof` does not know it.
 */
export const own = {
  parent: of<Node | null>(Node.prototype, "parentNode"),
  next: of<Node | null>(Node.prototype, "nextSibling"),
  previous: of<Node | null>(Node.prototype, "previousSibling"),
  first: of<Node | null>(Node.prototype, "firstChild"),
  last: of<Node | null>(Node.prototype, "lastChild"),
  children: of<NodeListOf<ChildNode>>(Node.prototype, "childNodes"),
  root: of<Node>(Node.prototype, "getRootNode"),
  contains: of<boolean>(Node.prototype, "contains") as (node: Node, other: Node) => boolean,
  text: of<string | null>(Node.prototype, "textContent"),
  name: of<string>(Element.prototype, "localName"),
  attribute: of<string | null>(Element.prototype, "getAttribute") as (
    element: Element,
    name: string,
  ) => string | null,
  hasAttributes: of<boolean>(Element.prototype, "hasAttributes"),
  firstElement: of<Element | null>(Element.prototype, "firstElementChild"),
  closest: of<Element | null>(Element.prototype, "closest") as (
    element: Element,
    selector: string,
  ) => Element | null,
  query: of<Element | null>(Element.prototype, "querySelector") as (
    element: Element,
    selector: string,
  ) => Element | null,
  queryAll: of<NodeListOf<Element>>(Element.prototype, "querySelectorAll") as (
    element: Element,
    selector: string,
  ) => NodeListOf<Element>,
  /** As computed; "none" in a frame on its way out, where Firefox may compute no styles at all. */
  display: (element: Element): string =>
    (getComputedStyle(element) as CSSStyleDeclaration | null)?.display ?? "none",
  /** Whether its text is rendered, and neither invisible nor fully transparent. An element without a box shows its text in its parent's. */
  isVisible(element: Element): boolean {
    let at: Element = element;
    while (own.display(at) === "contents") {
      const parent = own.parent(at);
      if (!parent || !own.isElement(parent)) break;
      at = parent;
    }
    return visible(at, { visibilityProperty: true, opacityProperty: true });
  },
  /**
   * In Firefox a node that came from a frame is a dead object once the frame is gone, though it may stand in the page:
   * asking it anything throws, and it has to be met anew.
   */
  isDead(node: Node): boolean {
    try {
      type(node);
      return false;
    } catch {
      return true;
    }
  },
  /** That a node died while it was being read: no mistake of anybody's, what is left is read again. */
  isOfTheDead: (error: unknown): boolean => error instanceof TypeError && /dead object/.test(error.message),
  /** In the page, and in no other document that adopted it. */
  isHere: (node: Node): boolean => !own.isDead(node) && node.isConnected && node.ownerDocument === document,
  isElement: (node: Node): node is Element => type(node) === Node.ELEMENT_NODE,
  isText: (node: Node): node is Text =>
    type(node) === Node.TEXT_NODE || type(node) === Node.CDATA_SECTION_NODE,
  isShadowRoot: (node: Node): node is ShadowRoot =>
    type(node) === Node.DOCUMENT_FRAGMENT_NODE && "host" in node,
  isDocument: (node: Node): node is Document => type(node) === Node.DOCUMENT_NODE,
} as const;

const visible = of<boolean>(Element.prototype, "checkVisibility");
const type = of<number>(Node.prototype, "nodeType");
