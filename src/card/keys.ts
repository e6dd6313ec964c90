import type { Depth } from "../ui/DepthSwitch.tsx";
import { DEPTHS } from "../ui/DepthSwitch.tsx";

/** What a key does while the focus is in a card. */
export type KeyAct =
  | { readonly type: "esc" | "pin" | "back" }
  | { readonly type: "depth"; readonly depth: Depth }
  | { readonly type: "wrap"; readonly backward: boolean }
  | { readonly type: "scroll"; readonly pages: number };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
}

/** Share of the visible part that one press scrolls. */
const SCROLL: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.9,
  PageUp: -0.9,
  " ": 0.9,
};

/**
 * @param typing the focus is where text is written: only Esc and Tab are ours
 * @param onPanel the focus is on the card as a whole, so that scrolling keys have no other home
 */
export function keyAct(event: Pressed, typing: boolean, onPanel: boolean): KeyAct | null {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === "Escape") return { type: "esc" };
  if (event.key === "Tab") return { type: "wrap", backward: event.shiftKey };
  if (typing) return null;
  if (event.key.toLowerCase() === "p") return { type: "pin" };
  if (event.key === "Backspace") return { type: "back" };
  const depth = DEPTHS[Number(event.key) - 1];
  if (depth && /^[1-9]$/.test(event.key)) return { type: "depth", depth };
  const pages = SCROLL[event.key];
  return onPanel && pages !== undefined ? { type: "scroll", pages } : null;
}
