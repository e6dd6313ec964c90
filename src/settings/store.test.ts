import { expect, test } from "vitest";
import { fakeBox, fakeExclusive } from "../../test/fakes/box.ts";
import { parse } from "./schema.ts";
import { VERSION } from "./steps.ts";
import { settingsStore } from "./store.ts";

const open = (stored?: unknown) => {
  const box = fakeBox(stored === undefined ? {} : { settings: stored });
  return { box, store: settingsStore(box, fakeExclusive()) };
};

test("a patch changes its fields and no others", async () => {
  const { box, store } = open({ version: VERSION, badge: false });
  await store.update(() => ({ density: "every" }));
  expect(await store.read()).toEqual({ ...parse(null), badge: false, density: "every" });
  expect(box.held.get("settings")).toMatchObject({ version: VERSION });
});

test("changes made at once in two places both stand", async () => {
  const { store } = open();
  await Promise.all([
    store.update(() => ({ density: "every" })),
    store.update(() => ({ theme: "dark" })),
    store.update(({ pausedSites }) => ({ pausedSites: [...pausedSites, "a.example"] })),
    store.update(({ pausedSites }) => ({ pausedSites: [...pausedSites, "b.example"] })),
  ]);
  expect(await store.read()).toMatchObject({
    density: "every",
    theme: "dark",
    pausedSites: ["a.example", "b.example"],
  });
});

test("a full storage says so and keeps the old state", async () => {
  const { box, store } = open({ density: "every" });
  box.fill();
  await expect(store.update(() => ({ density: "hover" }))).rejects.toThrow("QUOTA");
  expect((await store.read()).density).toBe("every");
});

test("after a failed write the next one works on what is stored", async () => {
  const { box, store } = open();
  const full = settingsStore({ ...box, set: () => Promise.reject(new Error("full")) }, fakeExclusive());
  await expect(full.update(() => ({ badge: false }))).rejects.toThrow("full");
  await store.update(() => ({ theme: "dark" }));
  expect(await store.read()).toMatchObject({ badge: true, theme: "dark" });
});

test("a bad patch is refused in words and writes nothing", async () => {
  const { box, store } = open({ density: "every" });
  box.onWrite = () => expect.unreachable("nothing may be written");
  await expect(store.update(() => ({ density: "loud" }))).rejects.toThrow(TypeError);
  await expect(store.update(() => "density")).rejects.toThrow(TypeError);
  await store.update(() => ({}));
});

test("what a newer version stored survives a change made by this one", async () => {
  const { box, store } = open({ version: VERSION + 1, novelty: { deep: [1] }, density: "every" });
  await store.update(() => ({ badge: false }));
  expect(box.held.get("settings")).toEqual({
    version: VERSION + 1,
    novelty: { deep: [1] },
    density: "every",
    badge: false,
  });
});

test("a corrupt object is mended by the next change", async () => {
  const { box, store } = open("not an object at all");
  await store.update(() => ({ badge: false }));
  expect(box.held.get("settings")).toEqual({ ...parse(null), version: VERSION, badge: false });
});
