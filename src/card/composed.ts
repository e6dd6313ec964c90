/** The element itself, then what it is shown in, up to the root: through slots and out of shadow roots. */
export function* composedAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = composedParent(at)) yield at;
}

function composedParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
