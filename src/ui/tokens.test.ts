import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const colour = (name: string, at: number) => {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  return found?.[at + 1] ?? "";
};
const FAMILIES = ["people", "organisations", "makes", "places", "ideas"];

describe.each([
  ["light", 0],
  ["dark", 1],
])("in %s", (_, at) => {
  test.each(["ink", "quiet", ...FAMILIES])("%s can be read on paper and on a washed ground", (name) => {
    for (const ground of ["paper", "wash"]) {
      expect(contrast(colour(name, at), colour(ground, at))).toBeGreaterThanOrEqual(4.5);
    }
  });
  test.each(["line", "focus"])("%s, which carries meaning, stands out", (name) => {
    expect(contrast(colour(name, at), colour("paper", at))).toBeGreaterThanOrEqual(3);
  });
  test("the five families differ", () => {
    expect(new Set(FAMILIES.map((name) => colour(name, at))).size).toBe(5);
  });
});

/** Given per element by script or by the sheet itself. */
const LOCAL = ["hue", "room", "tint"];

test.each(["./card.css", "./deep.css", "../card/frame.css"])(
  "%s invents no colour and uses no token that is not there",
  (name) => {
    const sheet = readFileSync(new URL(name, import.meta.url), "utf8");
    expect(sheet).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i);
    const used = [...sheet.matchAll(/var\(--([\w-]+)/g)].map(([, token = ""]) => token);
    expect(used.filter((token) => !LOCAL.includes(token) && !css.includes(`--${token}:`))).toEqual([]);
  },
);
