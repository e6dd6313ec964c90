import fc from "fast-check";
import { expect, test } from "vitest";
import { figure } from "../../test/fakes/card-content.ts";
import type { Figure } from "../core/pack.ts";
import { figureGroups, figuresOf } from "./figure-groups.ts";

const shape = (figures: readonly Figure[]) =>
  figureGroups(figures).map(({ type, parts }) => [type, ...parts.map((part) => part.figure.id)].join(" "));

test("a chain of parts is one drawing, the whole first, however they are listed", () => {
  const chain = [
    figure("phase", 200, "MW", { of: "site" }),
    figure("campus", 5, "GW"),
    figure("site", 1, "GW", { of: "campus" }),
  ];
  expect(shape(chain)).toEqual(["nest campus site phase"]);
  const shares = figureGroups(chain)[0]?.parts.map(({ share, depth }) => [share, depth]);
  expect(shares).toEqual([
    [1, 0],
    [0.2, 1],
    [0.04, 2],
  ]);
});

test("parts of one whole stand side by side", () => {
  const parts = [
    figure("all", 10, "GW"),
    figure("a", 3, "GW", { of: "all" }),
    figure("b", 4, "GW", { of: "all" }),
  ];
  expect(figureGroups(parts)[0]?.parts.map(({ from }) => from)).toEqual([0, 0, 0.3]);
});

test("parts that do not fit into their whole, or count something else, are not drawn in it", () => {
  expect(
    shape([
      figure("all", 10, "GW"),
      figure("a", 8, "GW", { of: "all" }),
      figure("b", 4, "GW", { of: "all" }),
    ]),
  ).toEqual(["bars all a b"]);
  expect(shape([figure("all", 10, "GW"), figure("a", 3, "chips", { of: "all" })])).toEqual([
    "plain all",
    "plain a",
  ]);
});

test("equal units share a scale across magnitudes; a hair line is set in words instead", () => {
  expect(
    shape([figure("a", 1, "billion USD"), figure("x", 3, "chips"), figure("b", 40, "million USD")]),
  ).toEqual(["bars a b", "plain x"]);
  expect(shape([figure("a", 1, "trillion USD"), figure("b", 4, "million USD")])).toEqual([
    "plain a",
    "plain b",
  ]);
});

test("a chain that runs into a circle is drawn apart, each figure once", () => {
  expect(
    shape([
      figure("d", 1, "MW", { of: "a" }),
      figure("a", 2, "MW", { of: "b" }),
      figure("b", 3, "MW", { of: "c" }),
      figure("c", 4, "MW", { of: "b" }),
    ]),
  ).toEqual(["bars d a b c"]);
});

test("every figure is shown once, whatever the figures say of each other", () => {
  const any = fc.record({
    value: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
    unit: fc.constantFrom("MW", "GW", "chips"),
    of: fc.option(fc.constantFrom("f0", "f1", "f2", "f3", "gone"), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), (made) => {
      const figures = made.map(({ value, unit, of }, at) =>
        figure(`f${at}`, value, unit, of === undefined ? {} : { of }),
      );
      const shown = figureGroups(figures).flatMap(figuresOf);
      expect(shown.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(figures);
    }),
    { numRuns: 2000 },
  );
});
