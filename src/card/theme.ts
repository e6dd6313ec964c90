import { composedAncestors } from "./composed.ts";

export type Theme = "light" | "dark";

/** White and black text are about equally legible on a surface of this lightness. */
const MIDDLE = 0.5;
/** A surface lets too much shine through below this alpha to set the tone. */
const OPAQUE = 0.6;

/** Whether the page is light or dark where this element stands, by the colours really painted there. */
export function themeBehind(element: Element, view: Window): Theme {
  let inverted = false;
  let tone: Theme | null = null;
  for (const each of composedAncestors(element)) {
    const { backgroundColor, filter } = view.getComputedStyle(each);
    const light = lightness(backgroundColor);
    if (light !== null) tone ??= light < MIDDLE ? "dark" : "light";
    if (/invert\((?:1|100%)\)/.test(filter)) inverted = !inverted;
  }
  tone ??= canvasTone(element, view);
  if (!inverted) return tone;
  return tone === "dark" ? "light" : "dark";
}

/** A page that paints nothing shows the browser's canvas: dark only if the page allows it and the reader wants it. */
function canvasTone(element: Element, view: Window): Theme {
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  const wantsDark = view.matchMedia("(prefers-color-scheme: dark)").matches;
  if (!scheme?.includes("dark")) return "light";
  return wantsDark || !scheme.includes("light") ? "dark" : "light";
}

/**
 * Lightness as the eye takes it (0–1) of a computed colour, near enough to tell light from dark; `null` where it is
 * (nearly) transparent or not understood.
 */
export function lightness(colour: string): number | null {
  const [name = "", body = "", slash] = colour.split(/[(/]/);
  const [a, b, c, d] = body.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const alpha = slash === undefined ? (d ?? 1) : Number.parseFloat(slash);
  if (a === undefined || b === undefined || c === undefined || alpha < OPAQUE) return null;
  if (name.startsWith("ok")) return a;
  if (name.startsWith("l")) return a / 100;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / (name === "color" ? 1 : 255);
}
