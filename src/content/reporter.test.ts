import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FrameReport } from "../messages/contract.ts";
import { createReporter } from "./reporter.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const now: { -readonly [K in keyof FrameReport]: FrameReport[K] } = {
    found: [],
    state: "done",
    mentions: 1,
    characters: 100,
    cost: 1,
  };
  const sent: FrameReport[] = [];
  const errors: unknown[] = [];
  const end = new AbortController();
  let isDown = false;
  const reporter = createReporter(
    {
      current: () => ({ ...now }),
      async send(report) {
        if (isDown) throw new Error("gone");
        sent.push(report);
      },
      isAlive: () => true,
      onError: (error) => errors.push(error),
    },
    end.signal,
  );
  const fail = (down: boolean) => {
    isDown = down;
  };
  return { now, sent, errors, end, fail, ...reporter };
}

test("what comes together is told once", async () => {
  const { sent, report } = open();
  report();
  report();
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toHaveLength(1);
});

test("news are told soon, what only costs more is told after a while", async () => {
  const { now, sent, report } = open();
  report();
  await vi.advanceTimersByTimeAsync(300);
  now.cost = 2;
  report();
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent).toHaveLength(1);
  now.mentions = 2;
  report();
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toHaveLength(2);
  now.cost = 3;
  report();
  await vi.advanceTimersByTimeAsync(6000);
  expect(sent.map(({ cost }) => cost)).toEqual([1, 2, 3]);
});

test("what did not arrive, or may be forgotten, is told again", async () => {
  const { sent, errors, fail, report, again } = open();
  fail(true);
  report();
  await vi.advanceTimersByTimeAsync(300);
  fail(false);
  report();
  await vi.advanceTimersByTimeAsync(300);
  expect([errors.length, sent.length]).toEqual([1, 1]);
  again();
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toHaveLength(2);
});

test("nothing is told after the end", async () => {
  const { sent, end, report } = open();
  report();
  end.abort();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
});
