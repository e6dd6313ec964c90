import { expect, test } from "vitest";
import { fakeExtension, settle } from "../../test/fakes/extension.ts";
import type { FrameReport } from "../messages/contract.ts";
import { frames } from "./frames.ts";

const report = (entry: string, more: Partial<FrameReport> = {}): FrameReport => ({
  found: [{ entry, kind: "model", count: 2, everyday: false, inTitle: false, inHeading: false, first: 0.5 }],
  state: "done",
  mentions: 2,
  characters: 100,
  cost: 1,
  ...more,
});
const sender = (id: number, frameId: number) => ({ tab: { id }, frameId });

function open() {
  const world = fakeExtension();
  const inFrames = frames(world.deps);
  inFrames.listen();
  const send = (id: number, frameId: number, input: unknown) =>
    inFrames.handlers["frame.report"](input as FrameReport, sender(id, frameId));
  return { ...world, inFrames, send };
}

test("each frame's last report stands, tab by tab", async () => {
  const { inFrames, send } = open();
  await send(1, 0, report("qwen", { state: "reading" }));
  await Promise.all([send(1, 0, report("qwen")), send(1, 4, report("openai")), send(2, 0, report("wired"))]);
  const reports = await inFrames.of(1);
  expect([...reports.keys()]).toEqual([0, 4]);
  expect(reports.get(0)?.state).toBe("done");
  expect((await inFrames.of(2)).size).toBe(1);
});

test("nothing is lost when the background dies between two reports", async () => {
  const { deps, send } = open();
  await send(1, 0, report("qwen"));
  const reborn = frames(deps);
  await reborn.handlers["frame.report"](report("openai"), sender(1, 4));
  expect([...(await frames(deps).of(1)).keys()]).toEqual([0, 4]);
});

test("a closed tab leaves nothing behind", async () => {
  const { events, session, send } = open();
  await send(1, 0, report("qwen"));
  events.onRemoved.fire(1, {});
  await settle();
  expect(session.held.size).toBe(0);
});

test("after a navigation only frames that still show a mention stay", async () => {
  const { events, frame, inFrames, send } = open();
  await send(1, 0, report("qwen"));
  await send(1, 4, report("openai"));
  await send(1, 5, report("wired"));
  frame(1, 0, { "mention.count": () => 2 });
  frame(1, 4, { "mention.count": () => 0 });
  events.onUpdated.fire(1, { status: "loading" }, {});
  await settle();
  expect([...(await inFrames.of(1)).keys()]).toEqual([0]);
});

test("a frame that went from the page goes from the list, the page itself is not asked", async () => {
  const { frame, inFrames, send } = open();
  const page = frame(1, 0, { "mention.count": () => 2 });
  await send(1, 0, report("qwen"));
  await send(1, 4, report("openai"));
  await inFrames.prune(1, "inner");
  expect([...(await inFrames.of(1)).keys()]).toEqual([0]);
  expect(page.orders).toEqual([]);
});

test("a frame too busy to answer stays, and is not waited for", async () => {
  const { frame, inFrames, send } = open();
  frame(1, 4, { "mention.count": () => new Promise(() => undefined) as never });
  await send(1, 4, report("openai"));
  await inFrames.prune(1, "inner");
  expect([...(await inFrames.of(1)).keys()]).toEqual([4]);
});

test("an inner frame that found nothing takes no room", async () => {
  const { inFrames, send } = open();
  await send(1, 4, report("openai"));
  await send(1, 4, report("openai", { found: [], mentions: 0 }));
  expect((await inFrames.of(1)).size).toBe(0);
});

test.each([
  ["nothing", null],
  ["a state nobody knows", { ...report("qwen"), state: "happy" }],
  ["a count below zero", { ...report("qwen"), mentions: -1 }],
  ["a cost that is no number", { ...report("qwen"), cost: Number.NaN }],
  ["entries that are none", { ...report("qwen"), found: [{ entry: 1 }] }],
  ["a list without end", { ...report("qwen"), found: Array(6000).fill(report("qwen").found[0]) }],
])("%s is no report and changes nothing", async (_, input) => {
  const { inFrames, send } = open();
  await expect(send(1, 0, input)).rejects.toThrow(TypeError);
  expect((await inFrames.of(1)).size).toBe(0);
});

test("junk in the storage reads as no frames", async () => {
  const { inFrames, session } = open();
  await session.set("frames:1", { 0: "?", 3: report("qwen") });
  expect([...(await inFrames.of(1)).keys()]).toEqual([3]);
  await session.set("frames:1", 7);
  expect((await inFrames.of(1)).size).toBe(0);
});
