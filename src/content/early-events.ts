/** Heard on the window, before the page can. */
export const EARLY_EVENTS = [
  "pointermove",
  "pointerdown",
  "pointerup",
  "pointercancel",
  "pointerout",
  "click",
  "keydown",
  "keyup",
  "keypress",
  "beforeinput",
  "input",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "paste",
  "scroll",
] as const;

/** Between `early.js` and `content.js`, in their common isolated world. */
export interface Early {
  /** Called with every early event; `null`: nobody is interested. */
  handle: ((event: Event) => void) | null;
  /** Listen again, on a window whose listeners `document.open` has wiped. Listening twice is listening once. */
  listen(): void;
}

export const EARLY_KEY = "sidelight:early";
