import { expect, test } from "vitest";
import { fakeExtension } from "../../test/fakes/extension.ts";
import { frames } from "./frames.ts";
import { walk } from "./walk.ts";

/** Frames of a tab, each with so many mentions; a script steps through its own and says when it is at its end. */
async function open(counts: Readonly<Record<number, number>>, told = true) {
  const world = fakeExtension();
  const inFrames = frames(world.deps);
  const seen: string[] = [];
  /** The reports still to come. */
  const tellers: (() => unknown)[] = [];
  for (const [id, total] of Object.entries(counts)) {
    const frameId = Number(id);
    let at = -1;
    world.frame(1, frameId, {
      "mention.count": () => total,
      "mention.step": ({ step, from, before = 0, all }) => {
        if (from === "start") at = -1;
        if (from === "end") at = total;
        if (from === "here" && at === -1 && step === -1) at = total;
        if (at + step < 0 || at + step >= total) return null;
        at += step;
        seen.push(`${frameId}: ${before + at + 1} of ${all}`);
        return { index: at, total };
      },
      "card.close": () => {
        seen.push(`${frameId}: closed`);
        return null;
      },
    });
    const found = [
      {
        entry: "qwen",
        kind: "model",
        count: total,
        everyday: false,
        inTitle: false,
        inHeading: false,
        first: 0,
      },
    ] as const;
    const report = { found, state: "done", mentions: total, characters: 1, cost: 1 } as const;
    const tell = () => inFrames.handlers["frame.report"](report, { tab: { id: 1 }, frameId });
    if (told) await tell();
    else tellers.push(tell);
  }
  return { ...world, seen, tellers, inFrames, walking: walk(world.deps, inFrames) };
}

test("steps through all frames and round again, counting the whole page", async () => {
  const { walking, seen } = await open({ 0: 2, 7: 1 });
  for (let turn = 0; turn < 4; turn++) expect(await walking.step(1, null, 1)).toBe(true);
  expect(seen).toEqual(["0: 1 of 3", "0: 2 of 3", "7: 3 of 3", "0: closed", "0: 1 of 3", "7: closed"]);
});

test("backwards the same way", async () => {
  const { walking, seen } = await open({ 0: 2, 7: 1 });
  for (let turn = 0; turn < 4; turn++) await walking.step(1, null, -1);
  expect(seen.filter((line) => !line.endsWith("closed"))).toEqual([
    "0: 2 of 3",
    "0: 1 of 3",
    "7: 3 of 3",
    "0: 2 of 3",
  ]);
});

test("a single mention is come back to", async () => {
  const { walking, seen } = await open({ 3: 1 });
  await walking.step(1, "qwen", 1);
  await walking.step(1, "qwen", 1);
  expect(seen).toEqual(["3: 1 of 1", "3: 1 of 1"]);
});

test("goes on where it was after the background died", async () => {
  const { walking, deps, inFrames, seen } = await open({ 0: 1, 7: 2 });
  await walking.step(1, null, 1);
  await walking.step(1, null, 1);
  await walk(deps, inFrames).step(1, null, 1);
  expect(seen.at(-1)).toBe("7: 3 of 3");
});

test("a frame that does not answer is passed over", async () => {
  const { walking, frames: scripts, seen } = await open({ 0: 1, 5: 1, 7: 1 });
  await walking.step(1, null, 1);
  scripts.delete("1:5");
  scripts.delete("1:0");
  expect(await walking.step(1, null, 1)).toBe(true);
  expect(seen.at(-1)).toBe("7: 1 of 1");
});

test("a page steps before it has told what stands on it", async () => {
  const { walking, seen } = await open({ 0: 2 }, false);
  expect(await walking.step(1, null, 1)).toBe(true);
  expect(seen).toEqual(["0: 1 of 2"]);
});

test("a key pressed before any frame has told of its mentions waits for the first that does", async () => {
  const { walking, tellers, seen } = await open({ 7: 1 }, false);
  setTimeout(() => tellers[0]!(), 120);
  expect(await walking.step(1, null, 1)).toBe(true);
  expect(seen).toEqual(["7: 1 of 1"]);
});

test("where there is no mention there is no step", async () => {
  const { walking } = await open({});
  expect(await walking.handlers["mention.jump"]({ tabId: 1, entry: "qwen", step: 1 }, {})).toBe(false);
});

test("Esc in one frame closes the cards of all", async () => {
  const { walking, frames: scripts } = await open({ 0: 1, 7: 1 });
  await walking.handlers["card.close"](null, { tab: { id: 1 }, frameId: 7 });
  for (const script of scripts.values())
    expect(script.orders.at(-1)).toEqual({ kind: "card.close", input: null });
});
