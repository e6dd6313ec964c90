import { expect, test } from "vitest";
import { event } from "../../test/fakes/card-content.ts";
import { formats } from "./format.ts";
import { dateSpan, isLater } from "./partial-date.ts";
import { timelineScale } from "./timeline-scale.ts";

test.each([
  ["2025", "2024-12-31", true],
  ["2025", "2025-01-01", false],
  ["2025-06", "2025-06-10", false],
  ["2025-07", "2025-06-10", true],
  ["2025-06-11", "2025-06-10T09:00:00Z", true],
  ["2025-06-11", "2025-06", false],
  ["soon", "2025", false],
])("%s certainly lies after %s: %s", (date, than, expected) => {
  expect(isLater(date, than)).toBe(expected);
});

test("a date that is not known is never later", () => {
  expect(isLater(null, "2025")).toBe(false);
  expect(isLater("2025", null)).toBe(false);
});

test("a span covers every day the date may mean, leap years too", () => {
  const days = (date: string) => {
    const span = dateSpan(date);
    return span && span.last - span.first + 1;
  };
  expect([days("2024"), days("2025"), days("2024-02"), days("2025-02"), days("2025-02-03")]).toEqual([
    366, 365, 29, 28, 1,
  ]);
  expect(days("once")).toBeNull();
});

test("dates are written as precisely as they are known, in the reader's language", () => {
  const { date } = formats("de");
  expect([date("2025"), date("2025-05"), date("2025-05-22"), date("soon")]).toEqual([
    "2025",
    "Mai 2025",
    "22. Mai 2025",
    "soon",
  ]);
});

test("a currency stands before its number, any other unit after it", () => {
  const { amount } = formats("en");
  expect(amount({ value: 500, unit: "USD billion", qualifier: "about" })).toBe("about USD 500 billion");
  expect(amount({ value: 5000, unit: "GPU hours" })).toBe("5,000 GPU hours");
});

test("the line spans whole years, and labels stay few over centuries", () => {
  const scale = timelineScale([event("2019-07-16"), event("2021")], "2020-07");
  expect(scale?.years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022]);
  expect(scale?.dots[1]?.to).toBeCloseTo(1, 2);
  expect(scale?.published).toBeCloseTo(0.52, 1);
  expect(timelineScale([event("1700"), event("2025")], null)?.years.length).toBeLessThan(8);
  expect(timelineScale([event("once")], null)).toBeNull();
});
