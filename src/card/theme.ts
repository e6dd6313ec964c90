import { composedAncestors } from "./composed.ts";

export type Theme = "light" | "dark";

/** White and black text are equally legible on a surface of this luminance (WCAG 2.2, contrast ratio). */
const MIDDLE = 0.179;
/** A surface lets too much shine through below this alpha to set the tone. */
const OPAQUE = 0.6;

/** Whether the page is light or dark where this element stands, by the colours really painted there. */
export function themeBehind(element: Element, view: Window): Theme {
  let inverted = false;
  let tone: Theme | null = null;
  for (const each of composedAncestors(element)) {
    const { backgroundColor, filter } = view.getComputedStyle(each);
    const light: number | null = tone === null ? luminance(backgroundColor) : null;
    if (light !== null) tone = light < MIDDLE ? "dark" : "light";
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

/** Relative luminance (0–1) of a computed colour; `null` where it is (nearly) transparent or not understood. */
export function luminance(colour: string): number | null {
  const name = /^[a-z]+/.exec(colour)?.[0] ?? "";
  const [body = "", slash] = colour.slice(name.length).split("/");
  const numbers = body.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const alpha =
    slash === undefined
      ? name === "rgba"
        ? numbers[3]
        : 1
      : Number.parseFloat(slash.replace(/[()\s]/g, ""));
  const [a, b, c] = numbers;
  if (a === undefined || b === undefined || c === undefined || (alpha ?? 1) < OPAQUE) return null;
  if (name === "rgb" || name === "rgba") return weigh(a / 255, b / 255, c / 255);
  if (name === "color") return weigh(a, b, c);
  if (name === "oklab" || name === "oklch") return a ** 3;
  if (name === "lab" || name === "lch") return ((a + 16) / 116) ** 3;
  return null;
}

const weigh = (red: number, green: number, blue: number) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
