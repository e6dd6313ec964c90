import { type KeyAct, keyAct } from "./keys.ts";
import { lift } from "./lift.ts";
import type { CardEvent } from "./machine.ts";

export interface FocusDeps {
  readonly surface: HTMLElement;
  readonly root: ShadowRoot;
  send(event: CardEvent): void;
  /** What keys do that is not the machine's affair. */
  act(act: Exclude<KeyAct, string> | "esc", card: number): void;
}

const STOPS = "button, a[href], input, textarea, summary, [tabindex]";

/** Tells the machine where the focus is. @returns hands a key that was stopped before the page to the card */
export function watchFocus({ surface, root, send, act }: FocusDeps): (event: KeyboardEvent) => void {
  const panelOf = (target: EventTarget | null) =>
    (target as Element | null)?.closest<HTMLElement>("[data-card]");
  const idOf = (panel: HTMLElement) => Number(panel.dataset["card"]);

  surface.addEventListener("focusin", ({ target }) => {
    const panel = panelOf(target);
    if (panel) lift(panel);
    // A button pressed by mouse has the focus, too, but the reader's eyes follow the pointer.
    if (panel && (target as Element).matches(":focus-visible")) send({ type: "focus", card: idOf(panel) });
  });
  surface.addEventListener("focusout", ({ target }) => {
    const panel = panelOf(target);
    // A moment later it is known where the focus went, and whether only the window lost it.
    setTimeout(() => {
      const isElsewhere = !panel?.contains(root.activeElement);
      if (panel && isElsewhere && root.ownerDocument.hasFocus()) send({ type: "blur", card: idOf(panel) });
    });
  });

  const onKey = (event: KeyboardEvent) => {
    const target = root.activeElement;
    const panel = panelOf(target);
    if (!target || !panel || event.defaultPrevented) return;
    const found = keyAct(event, target.localName === "textarea", target === panel);
    if (found === null || (found === "tab" && !leavesDialog(event, panel))) return;
    event.preventDefault();
    const body = panel.querySelector(".body");
    if (found === "tab")
      stopsOf(panel)
        .at(event.shiftKey ? -1 : 0)
        ?.focus();
    else if (found === "pin" || found === "back") send({ type: found, card: idOf(panel) });
    else if (typeof found === "object" && "scroll" in found) {
      body?.scrollBy({ top: found.scroll * body.clientHeight });
    } else act(found, idOf(panel));
  };
  surface.addEventListener("keydown", onKey);

  const stopsOf = (panel: HTMLElement) =>
    [...panel.querySelectorAll<HTMLElement>(STOPS)].filter(({ tabIndex }) => tabIndex >= 0);
  /** In a dialog Tab goes round; Esc leads out. */
  const leavesDialog = ({ shiftKey }: KeyboardEvent, panel: HTMLElement) => {
    const stops = stopsOf(panel);
    const at = root.activeElement;
    return panel.role === "dialog" && (shiftKey ? at === panel || at === stops[0] : at === stops.at(-1));
  };
  return (event) => {
    const again = copyOf(event);
    root.activeElement?.dispatchEvent(again);
    if (again.defaultPrevented) event.preventDefault();
  };
}

/**
 * The same key for what is inside: tabs and movers have keys of their own. A plain event that does not leave the root:
 * Firefox lets every event that it makes as a KeyboardEvent out to the page.
 */
function copyOf({ type, key, code, altKey, ctrlKey, metaKey, shiftKey, repeat, isComposing }: KeyboardEvent) {
  const pressed = { key, code, altKey, ctrlKey, metaKey, shiftKey, repeat, isComposing };
  return Object.assign(new Event(type, { bubbles: true, cancelable: true }), pressed);
}
