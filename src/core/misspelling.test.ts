import fc from "fast-check";
import { expect, test } from "vitest";
import { misspellings, within } from "./misspelling.ts";

/** Damerau's restricted distance by its recursive definition. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const all = [distance(x, b) + 1, distance(a, y) + 1, distance(x, y) + same];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    all.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...all);
}

test("agrees with the best of each word's beginnings, measured the slow way", () => {
  const text = fc.stringMatching(/^[abc]{1,5}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(text, { maxLength: 12 }),
      text,
      fc.integer({ min: 0, max: 2 }),
      (all, typed, most) => {
        const found: Record<string, number> = {};
        within(all.sort(), typed, most, (word, errors) => {
          found[word] = errors;
        });
        const slow = all.map((word) => {
          const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
          return [word, Math.min(...beginnings.map((beginning) => distance(typed, beginning)))] as const;
        });
        expect(found).toEqual(Object.fromEntries(slow.filter(([, errors]) => errors <= most)));
      },
    ),
  );
});

test("words far off are passed over together, not one by one", () => {
  const letters = [..."abcdefghij"];
  const all = [""];
  for (let length = 0; length < 4; length++)
    all.splice(0, all.length, ...all.flatMap((word) => letters.map((letter) => word + letter)));
  let reads = 0;
  const counted = new Proxy(all, {
    get(target, key, itself) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, itself);
    },
  });
  expect(all.length).toBe(10_000);
  expect(misspellings(counted, "abxd")[0]).toBe("abad");
  expect(reads).toBeLessThan(5000);
});

const words = ["alibaba", "anthropic", "delangue", "emirates", "sovereign", "qwen", "uae", "usa"].sort();
test.each([
  ["a letter wrong", "alibeba", "alibaba"],
  ["a letter missing", "antropic", "anthropic"],
  ["a letter too many", "delanggue", "delangue"],
  ["two letters swapped", "emriates", "emirates"],
  ["the first letter wrong", "slibaba", "alibaba"],
  ["the first letter missing", "nthropic", "anthropic"],
  ["two errors in a long word", "soverin", "sovereign"],
  ["three letters with two swapped", "uea", "uae"],
])("%s", (_, asked, meant) => {
  expect(misspellings(words, asked)[0]).toBe(meant);
});

test("short words and numbers are not guessed at", () => {
  expect(misspellings(words, "us")).toEqual(["usa"]);
  expect(misspellings(words, "ux")).toEqual([]);
  expect(misspellings(words, "uaf")).toEqual([]);
  expect(misspellings(["2024"], "2025")).toEqual([]);
});
