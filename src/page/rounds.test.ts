// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRounds } from "./rounds.ts";

const FRAME = 16;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (drawn: () => void) => setTimeout(drawn, FRAME));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page that has changed again whenever it was read; each round takes `spent` ms. */
function open(spent: number, { fails = 0, changes = true } = {}) {
  const starts: number[] = [];
  const errors: unknown[] = [];
  const end = new AbortController();
  const rounds = createRounds(
    {
      pace: { now: () => Date.now(), rest: () => Promise.resolve() },
      async run() {
        starts.push(Date.now());
        if (starts.length <= fails) throw new Error("broken");
        return { spent, isBarren: false };
      },
      ended: () => changes,
      isAlive: () => true,
      onError: (error) => errors.push(error),
    },
    end.signal,
  );
  rounds.start();
  const pauses = (): number[] => starts.slice(1).map((at, index) => at - (starts[index] as number) - FRAME);
  return { starts, errors, end, rounds, pauses };
}

test("a page that is being built is looked at soon, one that never rests more and more seldom", async () => {
  const { pauses } = open(6);
  await vi.advanceTimersByTimeAsync(7000);
  expect(pauses().slice(0, 5)).toEqual([200, 400, 800, 2000, 2000]);
});

test("what is cheap is not kept waiting", async () => {
  const { pauses } = open(0.25);
  await vi.advanceTimersByTimeAsync(1000);
  expect(pauses().slice(0, 5)).toEqual([100, 100, 100, 100, 100]);
});

test("the first change after a pause is seen to with the next frame", async () => {
  const { starts, rounds } = open(6, { changes: false });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(starts).toHaveLength(1);
  rounds.later();
  expect(rounds.busy).toBe(true);
  await vi.advanceTimersByTimeAsync(FRAME);
  expect(starts).toHaveLength(2);
});

test("a round that fails is tried anew, but not for ever", async () => {
  const { starts, errors } = open(6, { fails: 10, changes: false });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([starts.length, errors.length]).toEqual([3, 3]);
});

test("nothing is begun any more once it is over", async () => {
  const { starts, end, rounds } = open(6);
  end.abort();
  rounds.later();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(starts).toHaveLength(1);
});
