import { expect, test } from "vitest";
import { fakeExtension, settle } from "../../test/fakes/extension.ts";
import type { Found, FrameReport, SearchRow } from "../messages/contract.ts";
import { startFeatures } from "./features.ts";

const row = (id: string, name: string, line: string): SearchRow => ({
  id,
  name,
  kind: "model",
  line,
  aliases: [],
  speakers: [],
  everyday: false,
});
const rows = [row("qwen", "Qwen", "models by Alibaba & others"), row("qwen2-5", "Qwen2.5", "a <model>")];
const found = (entry: string): Found => ({
  entry,
  kind: "model",
  count: 1,
  everyday: false,
  inTitle: false,
  inHeading: false,
  first: 0,
});
const report: FrameReport = {
  found: [found("qwen"), found("openai")],
  state: "done",
  mentions: 2,
  characters: 10,
  cost: 1,
};

function open(options: { readonly firefox?: boolean } = {}) {
  const world = fakeExtension({ rows, ...options });
  world.tabs.push({ id: 1, url: "https://news.example/", active: true });
  return { ...world, handlers: startFeatures(world.deps) };
}
const last = (calls: readonly (readonly unknown[])[]) => calls.at(-1)?.[0];

test("all listeners are there after the first turn, so that no event is missed", () => {
  const { events } = open();
  for (const [name, { count }] of Object.entries(events)) expect([name, count > 0]).toEqual([name, true]);
});

test("the badge counts the page's entries, and the icon turns grey where the site is off", async () => {
  const { handlers, called } = open();
  await handlers["frame.report"](report, { tab: { id: 1 }, frameId: 0 });
  await settle();
  expect(last(called("setBadgeText"))).toEqual({ tabId: 1, text: "2" });
  expect(last(called("setTitle"))).toEqual({ tabId: 1, title: "Sidelight – 2 entries on this page" });
  await handlers["site.pause"]({ tabId: 1, paused: true }, {});
  await settle();
  expect(last(called("setBadgeText"))).toEqual({ tabId: 1, text: "" });
  expect(last(called("setIcon"))).toMatchObject({ path: { 16: "/icons/paused-16.png" } });
});

test("the badge can be turned off, and a closed tab is no mistake", async () => {
  const { handlers, called, tabs, events, problems } = open();
  await handlers["settings.patch"]({ badge: false }, {});
  await handlers["frame.report"](report, { tab: { id: 1 }, frameId: 0 });
  await settle();
  expect(last(called("setBadgeText"))).toEqual({ tabId: 1, text: "" });
  tabs.length = 0;
  events.onUpdated.fire(1, { status: "complete" }, {});
  await settle();
  expect(problems).toEqual([]);
});

test("the keys for mentions do nothing on a page that is paused, whatever it found before it heard so", async () => {
  const { events, tabs, frame, handlers } = open();
  const page = frame(1, 0, { "mention.count": () => 1, "mention.step": () => ({ index: 1, total: 1 }) });
  const steps = () => page.orders.filter(({ kind }) => kind === "mention.step").length;
  await handlers["site.pause"]({ tabId: 1, paused: true }, {});
  events.onCommand.fire("mention-next", tabs[0]);
  await settle();
  expect(steps()).toBe(0);
  await handlers["site.pause"]({ tabId: 1, paused: false }, {});
  events.onCommand.fire("mention-next", tabs[0]);
  await settle();
  expect(steps()).toBe(1);
});

test("the command switches the site off, and on again; a snooze it only lifts", async () => {
  const { deps, events, tabs, handlers } = open();
  const paused = async () => (await handlers["frame.leave"](null, { tab: tabs[0]!, frameId: 0 })).paused;
  for (const expected of [true, false]) {
    events.onCommand.fire("site-toggle", tabs[0]);
    await settle();
    expect(await paused()).toBe(expected);
  }
  await handlers["tab.snooze"]({ tabId: 1, until: "navigation" }, {});
  events.onCommand.fire("site-toggle");
  await settle();
  expect(await paused()).toBe(false);
  expect((await deps.settings.read()).pausedSites).toEqual([]);
});

test("the command steps to the next mention", async () => {
  const { events, frame, handlers, tabs } = open();
  const page = frame(1, 0, { "mention.count": () => 2, "mention.step": () => ({ index: 0, total: 2 }) });
  await handlers["frame.report"](report, { tab: { id: 1 }, frameId: 0 });
  events.onCommand.fire("mention-previous", tabs[0]);
  await settle();
  expect(page.orders.at(-1)).toMatchObject({
    kind: "mention.step",
    input: { step: -1, focus: true, all: 2 },
  });
});

test("the menu is made once per install and start, and says what a click would do", async () => {
  const { events, called, handlers } = open();
  events.onInstalled.fire({ reason: "install" });
  await settle();
  expect(called("createMenu").map(([item]) => (item as { id: string }).id)).toEqual(["look-up", "pause"]);
  await handlers["site.pause"]({ tabId: 1, paused: true }, {});
  await settle();
  expect(called("updateMenu").at(-1)).toEqual(["pause", { title: "Resume on this site", enabled: true }]);
});

test("where a browser has no menus, commands and address bar words, the rest works", async () => {
  const world = fakeExtension({ rows });
  world.tabs.push({ id: 1, url: "https://news.example/" });
  const { commands, contextMenus, omnibox, ...api } = world.deps.api;
  const handlers = startFeatures({ ...world.deps, api });
  expect([commands, contextMenus, omnibox]).not.toContain(undefined);
  await handlers["site.pause"]({ tabId: 1, paused: true }, {});
  await settle();
  expect(last(world.called("setIcon"))).toMatchObject({ path: { 16: "/icons/paused-16.png" } });
  expect(world.problems).toEqual([]);
});

test("looking up a selection opens the card there when it is a name, else the search", async () => {
  const { events, frame, called, tabs } = open();
  const inner = frame(1, 4, { "card.open": () => true });
  events.onClicked.fire({ menuItemId: "look-up", selectionText: " qwen ", frameId: 4 }, tabs[0]);
  await settle();
  expect(inner.orders).toEqual([{ kind: "card.open", input: { id: "qwen", at: "selection" } }]);
  expect(called("createTab")).toEqual([]);
  events.onClicked.fire({ menuItemId: "look-up", selectionText: "Alibaba & others", frameId: 4 }, tabs[0]);
  await settle();
  expect(last(called("createTab"))).toEqual({
    url: "chrome-extension://abc/popup.html#/search/Alibaba%20%26%20others",
    active: true,
  });
});

test("looking up works where no script of ours runs", async () => {
  const { events, called, tabs } = open();
  events.onClicked.fire({ menuItemId: "look-up", selectionText: "Qwen" }, tabs[0]);
  await settle();
  expect(last(called("createTab"))).toEqual({
    url: "chrome-extension://abc/popup.html#/search/Qwen",
    active: true,
  });
});

test("the address bar suggests entries, escaped where the browser reads markup", async () => {
  const suggest = async (firefox: boolean) => {
    const { events, called } = open({ firefox });
    let list: readonly { description: string }[] = [];
    events.onInputChanged.fire("qwen", (given: typeof list) => {
      list = given;
    });
    await settle();
    return [last(called("defaultSuggestion")), ...list] as { description: string }[];
  };
  expect((await suggest(false)).map(({ description }) => description)).toEqual([
    "Qwen – models by Alibaba &amp; others",
    "Qwen2.5 – a &lt;model&gt;",
  ]);
  // Firefox draws the first line before it asks, so that line says the same for every text.
  expect((await suggest(true)).map(({ description }) => description)).toEqual([
    "Type a term, a name or a model",
    "Qwen – models by Alibaba & others",
    "Qwen2.5 – a <model>",
  ]);
});

test("Enter in the address bar opens the entry, in the tab that was asked for", async () => {
  const { events, called } = open();
  events.onInputEntered.fire("qwen2-5", "currentTab");
  events.onInputEntered.fire("alibaba", "newBackgroundTab");
  events.onInputEntered.fire("nobody knows", "newForegroundTab");
  await settle();
  expect(called("updateTab")).toEqual([[{ url: "chrome-extension://abc/popup.html#/entry/qwen2-5" }]]);
  expect(called("createTab").map(([tab]) => tab)).toEqual([
    { url: "chrome-extension://abc/popup.html#/entry/qwen", active: false },
    { url: "chrome-extension://abc/popup.html#/search/nobody%20knows", active: true },
  ]);
});

test("a background that dies between any two steps loses nothing", async () => {
  const world = fakeExtension({ rows });
  world.tabs.push({ id: 1, url: "https://news.example/" });
  world.frame(1, 0, { "mention.count": () => 2, "mention.step": () => ({ index: 0, total: 2 }) });
  // A new life for every request: nothing but the storage goes from one to the next.
  const reborn = () => startFeatures(world.deps);
  const sender = { tab: world.tabs[0]!, frameId: 0 };
  await reborn()["frame.report"](report, sender);
  await reborn()["tab.snooze"]({ tabId: 1, until: 1000 }, {});
  expect(await reborn()["tab.state"]({ tabId: 1 }, {})).toMatchObject({ paused: "snooze", rows: [] });
  await reborn()["tab.snooze"]({ tabId: 1, until: 0 }, {});
  expect(await reborn()["tab.state"]({ tabId: 1 }, {})).toMatchObject({
    paused: false,
    rows: [{ name: "Qwen" }],
  });
  expect(await reborn()["mention.jump"]({ tabId: 1, entry: "qwen", step: 1 }, {})).toBe(true);
  await reborn()["site.pause"]({ tabId: 1, paused: true }, {});
  expect(await reborn()["frame.leave"](null, sender)).toMatchObject({ paused: true });
});

test("a full storage is told to who asked, and the state stays", async () => {
  const { handlers, local, tabs } = open();
  local.fill();
  await expect(handlers["settings.patch"]({ density: "every" }, {})).rejects.toThrow("QUOTA");
  await expect(handlers["site.pause"]({ tabId: 1, paused: true }, {})).rejects.toThrow("QUOTA");
  expect(await handlers["frame.leave"](null, { tab: tabs[0]!, frameId: 0 })).toMatchObject({ paused: false });
});
