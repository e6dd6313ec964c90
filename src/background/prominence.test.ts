import { expect, test } from "vitest";
import type { Found, FrameReport } from "../messages/contract.ts";
import { together } from "./prominence.ts";

const found = (entry: string, more: Partial<Found> = {}): Found => ({
  entry,
  kind: "concept",
  count: 1,
  everyday: false,
  inTitle: false,
  inHeading: false,
  first: 0.5,
  ...more,
});
const report = (list: readonly Found[], more: Partial<FrameReport> = {}): FrameReport => ({
  found: list,
  state: "done",
  mentions: list.length,
  characters: 10,
  cost: 1,
  ...more,
});
const order = (frames: readonly (readonly [number, FrameReport])[]) =>
  together(new Map(frames)).found.map(({ entry }) => entry);

test("title goes before heading, heading before count, count before place", () => {
  const list = [
    found("late", { first: 0.9 }),
    found("early", { first: 0.1 }),
    found("often", { count: 6 }),
    found("heading", { inHeading: true }),
    found("title", { inTitle: true }),
  ];
  expect(order([[0, report(list)]])).toEqual(["title", "heading", "often", "early", "late"]);
});

test("everyday terms come last, however often they stand there", () => {
  const list = [found("token", { everyday: true, count: 90, inTitle: true }), found("qwen")];
  expect(order([[0, report(list)]])).toEqual(["qwen", "token"]);
});

test("the same entry in several frames is one, with all its mentions", () => {
  const all = together(
    new Map([
      [7, report([found("qwen", { count: 3, inTitle: true, first: 0 })], { cost: 2 })],
      [0, report([found("qwen", { count: 2, first: 0.4 })], { state: "reading" })],
    ]),
  );
  expect(all).toMatchObject({ state: "reading", mentions: 2, characters: 20, cost: 3 });
  expect(all.found).toEqual([found("qwen", { count: 5, first: 0.4 })]);
});

test("no frames make an empty report", () => {
  expect(together(new Map())).toEqual({ found: [], state: "done", mentions: 0, characters: 0, cost: 0 });
});
