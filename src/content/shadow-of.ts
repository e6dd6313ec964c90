interface ChromeDom {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** The element's shadow root, also where the page keeps it closed: extensions may look, each browser in its own way. */
export function shadowOf(element: Element): ShadowRoot | null {
  const { dom } = (globalThis as unknown as { chrome?: ChromeDom }).chrome ?? {};
  if (dom) return element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null;
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
}
