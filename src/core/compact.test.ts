import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPACT, compact, expand } from "./compact.ts";

const FOUR = 4; // bytes a number takes otherwise

/** Padded as a lexicon pads its lists. */
function stored(numbers: readonly number[]) {
  const found = compact(numbers, numbers.length * FOUR);
  if (found === null) return null;
  const bytes = new Uint8Array((found.bytes.length + 3) & ~3);
  bytes.set(found.bytes);
  return { kind: found.kind, size: found.bytes.length, bytes };
}
const again = (numbers: readonly number[]): number[] => {
  const { bytes, kind } = stored(numbers)!;
  return [...expand(bytes, kind, numbers.length, numbers.length)!];
};
const long = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 9000, maxLength: 9500 });

describe("a long list of numbers", () => {
  test.each([
    ["that rises a little", COMPACT.differences, long(fc.integer({ min: 1, max: 255 })).map(sums), 1],
    [
      "of middling numbers, negative ones too",
      COMPACT.threes,
      long(fc.integer({ min: -0x800000, max: 0x7fffff })),
      3,
    ],
    [
      "that seldom changes",
      COMPACT.runs,
      fc.array(fc.integer(), { minLength: 1, maxLength: 9 }).map(stretched),
      0.1,
    ],
  ])("%s is stored in fewer bytes, and read as it was", (_, kind, lists, bytesEach) => {
    fc.assert(
      fc.property(lists as fc.Arbitrary<number[]>, (numbers) => {
        const found = stored(numbers);
        expect(found?.kind).toBe(kind);
        expect(found?.size).toBeLessThanOrEqual(numbers.length * bytesEach);
        // Not as lists: nobody reads nine thousand numbers that are wrong.
        expect(again(numbers).join() === numbers.join()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["short ones", Array.from({ length: 1000 }, () => 7)],
    [
      "ones that hold large numbers in no order",
      Array.from({ length: 9000 }, (_, i) => (i * 2654435761) >>> 1),
    ],
  ])("%s stay as they are", (_, numbers) => {
    expect(compact(numbers, numbers.length * FOUR)).toBeNull();
  });
});

test("bytes that hold no such list give none, whatever they claim", () => {
  const numbers = fc.integer({ min: -1, max: 0x7fffffff });
  fc.assert(
    fc.property(
      fc.constantFrom(5, 6, 7),
      numbers,
      fc.array(numbers, { maxLength: 40 }),
      (kind, count, words) => {
        const bytes = new Uint8Array(Int32Array.from(words).buffer);
        expect(expand(bytes, kind, Math.max(count, 0), bytes.length)?.length ?? 0).toBeLessThanOrEqual(
          bytes.length,
        );
      },
    ),
  );
  expect(expand(new Uint8Array(8), COMPACT.differences, 9, 99)).toBeNull();
  expect(expand(new Uint8Array(8), COMPACT.threes, 3, 99)).toBeNull();
  expect(expand(new Uint8Array(Int32Array.of(1, 7, 3, 0).buffer), COMPACT.runs, 4, 99)).toBeNull();
  expect(expand(new Uint8Array(Int32Array.of(1, 7, 3, 0).buffer), COMPACT.runs, 3, 99)).toEqual(
    Int32Array.of(7, 7, 7),
  );
});

function sums(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

const stretched = (values: readonly number[]): number[] =>
  values.flatMap((value) => new Array(5000).fill(value));
