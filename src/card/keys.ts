import { DEPTHS, type Depth } from "../ui/DepthSwitch.tsx";

/** What a key does while the focus is in a card. */
export type KeyAct = "esc" | "pin" | "back" | "tab" | { readonly depth: Depth } | { readonly scroll: number };

/** Share of the visible part that one press scrolls. */
const SCROLL: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.9,
  PageUp: -0.9,
  " ": 0.9,
};
const ACTS: Readonly<Record<string, KeyAct>> = { p: "pin", P: "pin", Backspace: "back" };

/**
 * @param typing the focus is where text is written: only Esc and Tab are ours
 * @param onPanel the focus is on the card as a whole, so that scrolling keys have no other home
 */
export function keyAct(event: KeyboardEvent, typing: boolean, onPanel: boolean): KeyAct | null {
  const { key } = event;
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (key === "Escape") return "esc";
  if (key === "Tab") return "tab";
  if (typing) return null;
  const depth = DEPTHS[Number(key) - 1];
  if (depth) return { depth };
  const scroll = onPanel ? SCROLL[key] : undefined;
  return scroll === undefined ? (ACTS[key] ?? null) : { scroll };
}
