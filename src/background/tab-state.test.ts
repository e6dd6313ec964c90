import { expect, test } from "vitest";
import { fakeExtension } from "../../test/fakes/extension.ts";
import type { FrameReport, SearchRow } from "../messages/contract.ts";
import { frames } from "./frames.ts";
import { pauses } from "./pause.ts";
import { tabStates } from "./tab-state.ts";

const rows: readonly SearchRow[] = ["qwen", "openai"].map((id) => ({
  id,
  name: id.toUpperCase(),
  kind: "model",
  line: `what ${id} is`,
  aliases: [],
  speakers: [],
  everyday: false,
}));
const report: FrameReport = {
  found: ["qwen", "openai", "gone-from-the-pack"].map((entry, at) => ({
    entry,
    kind: "model",
    count: at + 1,
    everyday: false,
    inTitle: false,
    inHeading: false,
    first: 0,
  })),
  state: "done",
  mentions: 6,
  characters: 1000,
  cost: 2.5,
};

async function open(url: string) {
  const world = fakeExtension({ rows });
  world.tabs.push({ id: 1, url });
  const inFrames = frames(world.deps);
  const pausing = pauses(world.deps);
  const { handlers } = tabStates(world.deps, inFrames, pausing);
  await inFrames.handlers["frame.report"](report, { tab: { id: 1 }, frameId: 0 });
  return { ...world, pausing, inFrames, state: () => handlers["tab.state"]({ tabId: 1 }, {}), handlers };
}

test("a page with mentions: its entries ranked, with name and line; what the pack lost is left out", async () => {
  const { state, frame } = await open("https://news.example/");
  frame(1, 0, { "mention.count": () => 6 });
  const { rows: shown, ...rest } = await state();
  expect(shown.map(({ name, line, count }) => [name, line, count])).toEqual([
    ["OPENAI", "what openai is", 2],
    ["QWEN", "what qwen is", 1],
  ]);
  expect(rest).toMatchObject({
    tabId: 1,
    site: "news.example",
    host: "news.example",
    silence: null,
    paused: false,
  });
  expect(rest.report).toMatchObject({ mentions: 6, characters: 1000, cost: 2.5 });
});

test("a paused page is not asked, and shows nothing", async () => {
  const { state, pausing, frame } = await open("https://news.example/");
  const page = frame(1, 0);
  await pausing.handlers["site.pause"]({ tabId: 1, paused: true }, {});
  page.orders.length = 0;
  expect(await state()).toMatchObject({ paused: "site", silence: null, rows: [] });
  expect(page.orders).toEqual([]);
});

test("a page where no extension may run says which kind it is, also while all is switched off", async () => {
  const { state, deps } = await open("https://chromewebstore.google.com/");
  expect(await state()).toMatchObject({ silence: "store", rows: [] });
  await deps.settings.update(() => ({ everywhere: false }));
  expect(await state()).toMatchObject({ silence: "store", paused: "everywhere" });
});

test("without leave for the host the popup can offer to ask for it", async () => {
  const { state, granted } = await open("https://news.example/");
  granted.hosts = false;
  expect(await state()).toMatchObject({ silence: "no-permission", host: "news.example" });
});

test("a page too busy to answer is still being read, and what it told before stands", async () => {
  const { state, frame, granted } = await open("https://news.example/");
  granted.document = { type: "text/html", isLoading: false };
  frame(1, 0, { "mention.count": () => new Promise(() => undefined) as never });
  expect(await state()).toMatchObject({ silence: null, report: { state: "reading", mentions: 6 } });
});

test("a card hears which entries are on its tab, best first", async () => {
  const { handlers } = await open("https://news.example/");
  expect(await handlers["tab.entries"](null, { tab: { id: 1 }, frameId: 0 })).toEqual([
    "gone-from-the-pack",
    "openai",
    "qwen",
  ]);
  expect(await handlers["tab.entries"](null, {})).toEqual([]);
});

test("a tab that is gone is an error, not an empty page", async () => {
  const { state, tabs } = await open("https://news.example/");
  tabs.length = 0;
  await expect(state()).rejects.toThrow("No tab");
});
