import { expect, test } from "vitest";
import { inSlices, type Pace, SLICE } from "./pace.ts";

/** Every unit of work takes `step` ms by this clock. */
function clock(step: number): Pace & { rests: number[] } {
  let now = 0;
  let units = 0;
  const rests: number[] = [];
  return {
    rests,
    now: () => now,
    rest: async () => {
      rests.push(units);
      units = 0;
    },
    // biome-ignore lint/style/useNamingConvention: a counter beside the contract
    ...{
      tick() {
        now += step;
        units++;
      },
    },
  };
}

test("work rests whenever a slice is full, and its units are never cut", async () => {
  const pace = clock(1) as ReturnType<typeof clock> & { tick(): void };
  function* work() {
    for (let unit = 0; unit < 20; unit++) {
      pace.tick();
      yield;
    }
  }
  const spent = await inSlices(work(), pace, new AbortController().signal);
  expect(pace.rests).toEqual([SLICE, SLICE, SLICE]);
  expect(spent).toBe(20);
});

test("an aborted signal ends the work at the next unit", async () => {
  const pace = clock(1) as ReturnType<typeof clock> & { tick(): void };
  const end = new AbortController();
  let done = 0;
  function* work() {
    for (;;) {
      pace.tick();
      if (++done === 3) end.abort();
      yield;
    }
  }
  await inSlices(work(), pace, end.signal);
  expect(done).toBe(3);
});
