import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import { fetchMore } from "./fetch-more.ts";
import { lent } from "./lent.ts";
import { MORE_KEY, type More, type MoreMeeting } from "./more-port.ts";

const world = globalThis as unknown as Record<symbol, MoreMeeting | undefined>;
const key = Symbol.for(MORE_KEY);
const more = { css: "p{}" } as More;
/** A background that injects as told. */
const background = (inject: () => Promise<boolean>) => {
  const asked: string[] = [];
  const ask = ((kind) => {
    asked.push(kind);
    return inject();
  }) as Ask<Requests>;
  return { ask, asked };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  expect(world[key]).toBeUndefined();
});

test("what the injected file brings is given, and it finds what it borrows", async () => {
  const { ask, asked } = background(async () => {
    expect(world[key]?.lent).toBe(lent);
    world[key]?.ready(more);
    return true;
  });
  expect(await fetchMore(ask)).toBe(more);
  expect(asked).toEqual(["card.more"]);
});

test("it is here when it has come, though the answer of the background is lost", async () => {
  const { ask } = background(() => {
    world[key]?.ready(more);
    return new Promise(() => {});
  });
  expect(await fetchMore(ask)).toBe(more);
});

test("a background that was asleep is asked a second time", async () => {
  const inject = vi
    .fn<() => Promise<boolean>>()
    .mockRejectedValueOnce(new Error("asleep"))
    .mockImplementationOnce(async () => {
      world[key]?.ready(more);
      return true;
    });
  const fetched = fetchMore(background(inject).ask);
  await vi.advanceTimersByTimeAsync(300);
  expect(await fetched).toBe(more);
});

test.each([
  ["refuses", () => Promise.resolve(false)],
  ["is gone", () => Promise.reject(new Error("Extension context invalidated."))],
  ["says nothing", () => new Promise<boolean>(() => {})],
])("a background that %s twice is a failure", async (_, inject) => {
  const { ask, asked } = background(inject);
  const failed = vi.fn();
  fetchMore(ask).catch(failed);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(failed).toHaveBeenCalledTimes(1);
  expect(asked).toEqual(["card.more", "card.more"]);
});
