/** The element itself, then what it is shown in, up to the root: through slots and out of shadow roots. */
export function* composedAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = composedParent(at)) yield at;
}

function composedParent(element: Element): Element | null {
  const parent = slotOf(element) ?? parentOf(element);
  if (!parent || parent.nodeType === Node.ELEMENT_NODE) return parent as Element | null;
  return "host" in parent ? (parent as ShadowRoot).host : null;
}

/** Asked past the page: a field of a form can stand in for the form's own property, and lead round in circles. */
function getterOf<T>(owner: object, name: string): (node: Node) => T | null {
  const get = Object.getOwnPropertyDescriptor(owner, name)?.get as ((this: Node) => T | null) | undefined;
  return (node) => get?.call(node) ?? null;
}
const slotOf = getterOf<HTMLSlotElement>(Element.prototype, "assignedSlot");
const parentOf = getterOf<Node>(Node.prototype, "parentNode");
