import { afterEach, expect, test, vi } from "vitest";
import { CARD_KEY, type Card, type CardMeeting, type CardSite } from "../messages/card-port.ts";
import { createCardLoader } from "./card-loader.ts";

const site = {} as CardSite;
const world = globalThis as unknown as Record<symbol, CardMeeting | undefined>;
const key = Symbol.for(CARD_KEY);
const cardOf = (): Card => ({
  aim: vi.fn(),
  open: vi.fn(),
  close: vi.fn(),
  owns: () => false,
  isOpen: false,
});

afterEach(() => {
  vi.useRealTimers();
  delete world[key];
});

test("the card is injected once, however often it is wanted", async () => {
  const card = cardOf();
  const inject = vi.fn(async () => {
    world[key]?.ready(card);
    return true;
  });
  const loader = createCardLoader(site, inject, new AbortController().signal);
  const [first, second] = await Promise.all([loader.load(), loader.load()]);
  expect(first).toBe(card);
  expect(second).toBe(card);
  expect(loader.loaded()).toBe(card);
  expect(inject).toHaveBeenCalledTimes(1);
});

test("a refused injection gives null, and may be tried again", async () => {
  const card = cardOf();
  const inject = vi
    .fn<() => Promise<boolean>>()
    .mockResolvedValueOnce(false)
    .mockImplementationOnce(async () => {
      world[key]?.ready(card);
      return true;
    });
  const loader = createCardLoader(site, inject, new AbortController().signal);
  expect(await loader.load()).toBeNull();
  expect(await loader.load()).toBe(card);
});

test("a background that fails is an error once, and the next hover tries again", async () => {
  const card = cardOf();
  const inject = vi
    .fn<() => Promise<boolean>>()
    .mockRejectedValueOnce(new Error("asleep"))
    .mockImplementationOnce(async () => {
      world[key]?.ready(card);
      return true;
    });
  const loader = createCardLoader(site, inject, new AbortController().signal);
  await expect(loader.load()).rejects.toThrow("asleep");
  expect(await loader.load()).toBe(card);
});

test("abort closes the card and leaves nothing on the global", async () => {
  const card = cardOf();
  const end = new AbortController();
  const loader = createCardLoader(
    site,
    async () => {
      world[key]?.ready(card);
      return true;
    },
    end.signal,
  );
  await loader.load();
  end.abort();
  expect(card.close).toHaveBeenCalledWith("all");
  expect(world[key]).toBeUndefined();
  expect(loader.loaded()).toBeNull();
});
