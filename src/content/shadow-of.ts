import { HOST } from "./take-over.ts";

interface ChromeDom {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** The element's shadow root, also where the page keeps it closed: extensions may look, each browser in its own way. */
export function shadowOf(element: Element): ShadowRoot | null {
  // Our own card is no text of the page.
  if (element.localName === HOST) return null;
  const { dom } = (globalThis as unknown as { chrome?: ChromeDom }).chrome ?? {};
  if (dom)
    return element.namespaceURI === "http://www.w3.org/1999/xhtml"
      ? dom.openOrClosedShadowRoot(element as HTMLElement)
      : null;
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
}
