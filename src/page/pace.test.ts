import { expect, test } from "vitest";
import { inSlices, type Pace, pauseAfter, SLICE } from "./pace.ts";

/** Every unit of work takes one ms by this clock. */
function clock() {
  let now = 0;
  let units = 0;
  const rests: number[] = [];
  const pace: Pace = {
    now: () => now,
    rest: async () => {
      rests.push(units);
      units = 0;
    },
  };
  const tick = (): void => {
    now++;
    units++;
  };
  return { pace, rests, tick };
}

test("work rests whenever a slice is full, and its units are never cut", async () => {
  const { pace, rests, tick } = clock();
  function* work() {
    for (let unit = 0; unit < 20; unit++) {
      tick();
      yield;
    }
  }
  const spent = await inSlices(work(), pace, new AbortController().signal);
  expect(rests).toEqual(Array(Math.floor(20 / SLICE)).fill(SLICE));
  expect(spent).toBe(20);
});

test("an aborted signal ends the work at the next unit", async () => {
  const { pace, tick } = clock();
  const end = new AbortController();
  let done = 0;
  function* work() {
    for (;;) {
      tick();
      if (++done === 3) end.abort();
      yield;
    }
  }
  await inSlices(work(), pace, end.signal);
  expect(done).toBe(3);
});

test.each([
  [0.1, false, 50],
  [0.1, true, 200],
  [3, false, 1200],
  [3, true, 1200],
  [40, false, 2000],
])("after %d ms of work (in vain: %s) a page is left alone for %d ms", (spent, isBarren, ms) => {
  expect(pauseAfter(spent, isBarren)).toBe(ms);
});
