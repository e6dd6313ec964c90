import { composedAncestors } from "./composed.ts";

/** Name of the one element that Sidelight adds to a page while a card is open. */
export const HOST = "sidelight-card";

/** Set inline and important, so that no rule of the page reaches it: a box without size at the corner. */
const BOX =
  "all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important";

/** Spacing that is important inline counts as taken from readers who want more (WCAG 1.4.12); the surface sets its own. */
const SPACING = ["letter-spacing", "word-spacing", "line-height"];

/** Acts inside a card are nobody's business in the page: menus that close on outside clicks, single-key shortcuts. */
const PRIVATE =
  "keydown keyup keypress beforeinput input pointerdown mousedown touchstart click dblclick auxclick contextmenu focusin focusout copy cut paste";

/** What `tokens.css` begins with. */
const USUAL = "16px";

/** ms */
const HEARD_AFTER = 100;

export interface Host {
  /** The element in the page. */
  readonly element: HTMLElement;
  /** Where cards are rendered; it stands in the top layer, in a root of its own. */
  readonly surface: HTMLElement;
  readonly root: ShadowRoot;
  /** Says something politely to those who listen rather than look. */
  say(text: string): void;
  /** Above everything, and in the modal dialog that holds `near`, if any. */
  raise(near: Element): void;
  remove(): void;
}

/**
 * Puts the host into the page.
 *
 * @param lost called once when the page takes it away
 */
export function createHost(near: Element, sheet: CSSStyleSheet, lost: () => void): Host {
  const page = near.ownerDocument;
  const { element, root } = makeRoot(page);
  const surface = page.createElementNS(XHTML, "div") as HTMLElement;
  surface.className = "sidelight";
  surface.popover = "manual";
  const status = page.createElementNS(XHTML, "p");
  status.className = "unseen";
  status.role = "status";
  root.append(surface, status);
  root.adoptedStyleSheets = [sheet];
  for (const type of PRIVATE.split(" ")) root.addEventListener(type, (event) => event.stopPropagation());

  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    watch.disconnect();
    lost();
  });
  const put = (home: Element) => {
    watch.disconnect();
    // The page's own zoom would make the card as large, and move it.
    const { currentCSSZoom = 1 } = home as Element & { readonly currentCSSZoom?: number };
    element.style.setProperty("zoom", String(1 / currentCSSZoom), "important");
    if (element.parentNode !== home) home.append(element);
    watch.observe(home, { childList: true });
  };
  return {
    element,
    surface,
    root,
    say(text) {
      // Heard only when it changes after the region has been there for a moment.
      setTimeout(() => {
        status.textContent = text;
      }, HEARD_AFTER);
    },
    raise(to) {
      const home = homeFor(to);
      const hasFocus = root.activeElement !== null;
      if (element.parentNode === home && element.isConnected && hasFocus) return;
      // Anew, so that it stands above what the page has raised meanwhile.
      if (element.isConnected) surface.hidePopover?.();
      put(home);
      surface.showPopover?.();
      // The reader's own font size: `rem` would be the page's.
      const { fontSize } = getComputedStyle(element);
      if (fontSize !== USUAL) surface.style.setProperty("--base", fontSize);
    },
    remove() {
      watch.disconnect();
      element.remove();
    },
  };
}

const XHTML = "http://www.w3.org/1999/xhtml";

/** A closed root on our own name; on a plain `<div popover>` where the page has claimed that name. */
function makeRoot(page: Document): { element: HTMLElement; root: ShadowRoot } {
  for (const name of [HOST, "div"]) {
    try {
      const element = page.createElementNS(XHTML, name) as HTMLElement;
      element.style.cssText = BOX;
      for (const each of SPACING) element.style.removeProperty(each);
      if (name === "div") element.setAttribute("popover", "manual");
      return { element, root: element.attachShadow({ mode: "closed" }) };
    } catch {
      // The page defined this name with a root of its own, or without any: the next one is nobody's.
    }
  }
  throw new TypeError("this document lets nothing carry a shadow root");
}

/** Outside an open modal dialog everything is inert, so the card goes into it. */
function homeFor(near: Element): Element {
  for (const each of composedAncestors(near))
    if (each.localName === "dialog" && each.matches(":modal")) return each;
  return near.ownerDocument.documentElement;
}
