import { afterEach, expect, test, vi } from "vitest";
import { CARD_KEY, type Card, type CardMeeting, type CardSite } from "../messages/card-port.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
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

/** A background that injects as told, and knows entries by their name. */
const background = (inject: () => Promise<boolean>) => {
  const asked: string[] = [];
  const ask = (async (kind, input) => {
    asked.push(kind);
    return kind === "card.inject" ? inject() : { entry: input };
  }) as Ask<Requests>;
  return { ask, asked };
};

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
  const loader = createCardLoader(site, background(inject).ask, new AbortController().signal);
  const [first, second] = await Promise.all([loader.load("qwen"), loader.load("qwen")]);
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
  const loader = createCardLoader(site, background(inject).ask, new AbortController().signal);
  expect(await loader.load("qwen")).toBeNull();
  expect(await loader.load("qwen")).toBe(card);
});

test("a background that is just starting is asked again; one that fails twice is an error, and the next hover tries anew", async () => {
  const card = cardOf();
  const arrive = async () => {
    world[key]?.ready(card);
    return true;
  };
  const inject = vi
    .fn<() => Promise<boolean>>()
    .mockRejectedValueOnce(new Error("asleep"))
    .mockRejectedValueOnce(new Error("still asleep"))
    .mockRejectedValueOnce(new Error("starting"))
    .mockImplementationOnce(arrive);
  const loader = createCardLoader(site, background(inject).ask, new AbortController().signal);
  await expect(loader.load("qwen")).rejects.toThrow("still asleep");
  expect(await loader.load("qwen")).toBe(card);
  expect(inject).toHaveBeenCalledTimes(4);
});

test("abort closes the card and leaves nothing on the global", async () => {
  const card = cardOf();
  const end = new AbortController();
  const loader = createCardLoader(
    site,
    background(async () => {
      world[key]?.ready(card);
      return true;
    }).ask,
    end.signal,
  );
  await loader.load("qwen");
  end.abort();
  expect(card.close).toHaveBeenCalledWith("all");
  expect(world[key]).toBeUndefined();
  expect(loader.loaded()).toBeNull();
});

test("the entry is asked for before the card is there, and once", async () => {
  let told: Ask<Requests> | undefined;
  const { ask, asked } = background(async () => {
    await null; // no message is answered in the turn it is sent
    expect(asked).toEqual(["card.inject", "entry.get"]);
    told = world[key]?.ask;
    world[key]?.ready(cardOf());
    return true;
  });
  await createCardLoader(site, ask, new AbortController().signal).load("qwen");
  const before = asked.length;
  expect(await told?.("entry.get", { id: "qwen" })).toEqual({ entry: { id: "qwen" } });
  expect(asked).toHaveLength(before);
  // Another one, and the same once more, are asked for when they are wanted.
  await told?.("entry.get", { id: "alibaba" });
  await told?.("entry.get", { id: "qwen" });
  expect(asked.slice(before)).toEqual(["entry.get", "entry.get"]);
});

test("an entry that could not be had ahead is told to the card alone", async () => {
  let told: Ask<Requests> | undefined;
  const ask = (async (kind) => {
    if (kind === "entry.get") throw new Error("asleep");
    told = world[key]?.ask;
    world[key]?.ready(cardOf());
    return true;
  }) as Ask<Requests>;
  expect(await createCardLoader(site, ask, new AbortController().signal).load("qwen")).not.toBeNull();
  await expect(told?.("entry.get", { id: "qwen" })).rejects.toThrow("asleep");
});
