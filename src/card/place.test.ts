import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { around, type Box, layoutFor, lineAt, sideFor, spotFor } from "./place.ts";

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe("layout", () => {
  test("fingers, narrow and low views get a sheet, others a floating card", () => {
    const large = { innerWidth: 1200, innerHeight: 800 };
    expect(layoutFor("mouse", large)).toBe("float");
    expect(layoutFor("touch", large)).toBe("sheet");
    expect(layoutFor("mouse", { innerWidth: 320, innerHeight: 600 })).toBe("sheet");
    expect(layoutFor("keyboard", { innerWidth: 1200, innerHeight: 200 })).toBe("sheet");
  });
});

describe("the line box", () => {
  const lines = [box(200, 10, 300, 30), box(0, 30, 80, 50)];
  test("is the one under the point", () => {
    expect(lineAt(lines, { x: 250, y: 20 })).toBe(lines[0]);
    expect(lineAt(lines, { x: 10, y: 40 })).toBe(lines[1]);
  });
  test("is the nearest one when the point lies beside", () => {
    expect(lineAt(lines, { x: 100, y: 45 })).toBe(lines[1]);
    expect(lineAt([], { x: 0, y: 0 })).toBeNull();
  });
});

describe("the side", () => {
  const mention = box(100, 380, 200, 400);
  test("is below where there is room", () => {
    expect(sideFor(mention, mention, 800, null)).toBe("bottom");
  });
  test("is the roomier one where there is not", () => {
    expect(sideFor(mention, mention, 500, null)).toBe("top");
  });
  test("does not change while it is useful, so that a read card does not jump", () => {
    expect(sideFor(mention, mention, 560, "bottom")).toBe("bottom");
    expect(sideFor(mention, mention, 480, "bottom")).toBe("top");
  });
  test("is above for the first of several lines, the shorter way", () => {
    const first = box(300, 380, 400, 400);
    expect(sideFor(around([first, box(0, 400, 50, 420)]), first, 900, null)).toBe("top");
  });
});

describe("the position", () => {
  const view = { width: 1000, height: 800 };
  const line = box(100, 100, 160, 120);
  test("begins with the line, by the reading direction", () => {
    expect(spotFor(line, line, view.width, "bottom", false)).toEqual({ left: 100, right: 480, edge: 126 });
    const far = box(700, 100, 760, 120);
    expect(spotFor(far, far, view.width, "bottom", true).left).toBe(380);
  });

  test("a card is never over its mention and never outside the view sideways", () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        number(1000),
        number(780),
        number(300),
        number(3),
        fc.boolean(),
        (x, y, width, more, rtl) => {
          const first = box(x, y, x + width, y + 20);
          const lines = [
            first,
            ...Array.from({ length: more }, (_, at) => box(0, y + 20 * (at + 1), 90, y + 20 * (at + 2))),
          ];
          const mention = around(lines);
          const side = sideFor(mention, first, view.height, null);
          const card = spotFor(first, mention, view.width, side, rtl);
          expect(card.left).toBeGreaterThanOrEqual(8);
          expect(card.right).toBeLessThanOrEqual(view.width - 8);
          if (side === "bottom") expect(card.edge).toBeGreaterThan(mention.bottom);
          else expect(card.edge).toBeLessThan(mention.top);
        },
      ),
    );
  });
});
