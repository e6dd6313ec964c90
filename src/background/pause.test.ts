import { expect, test } from "vitest";
import { fakeExtension, settle } from "../../test/fakes/extension.ts";
import { pauses } from "./pause.ts";

const HOUR = 3_600_000; // ms

function open() {
  const world = fakeExtension();
  world.tabs.push(
    { id: 1, url: "https://www.news.example/a#top" },
    { id: 2, url: "https://www.news.example/b", incognito: true },
    { id: 3, url: "chrome://newtab/" },
  );
  const pausing = pauses(world.deps);
  pausing.listen();
  const leave = (id: number, frameId = 0) => {
    const tab = world.tabs.find((each) => each.id === id)!;
    return pausing.handlers["frame.leave"](null, { tab, frameId, ...(tab.url ? { url: tab.url } : {}) });
  };
  return { ...world, pausing, leave };
}

test("a site switched off is off for all of its pages and frames, and stays so on the disk", async () => {
  const { pausing, leave, local } = open();
  await pausing.handlers["site.pause"]({ tabId: 1, paused: true }, {});
  expect(await leave(1)).toEqual({ paused: true, site: "news.example", incognito: false, own: {} });
  expect(local.held.get("settings")).toMatchObject({ pausedSites: ["news.example"] });
  await pausing.handlers["site.pause"]({ tabId: 1, paused: false }, {});
  expect(await leave(1)).toMatchObject({ paused: false });
});

test("a card may switch off its own tab's site without knowing the tab", async () => {
  const { pausing, tabs, leave } = open();
  await pausing.handlers["site.pause"]({ tabId: null, paused: true }, { tab: tabs[0]!, frameId: 5 });
  expect(await leave(1)).toMatchObject({ paused: true });
});

test("an inner frame obeys the site of its tab, not its own", async () => {
  const { pausing, tabs } = open();
  await pausing.handlers["site.pause"]({ tabId: 1, paused: true }, {});
  const ad = { tab: tabs[0]!, frameId: 9, url: "https://ads.example/frame" };
  expect(await pausing.handlers["frame.leave"](null, ad)).toMatchObject({
    paused: true,
    site: "news.example",
  });
});

test("what a private window switches off never reaches the disk, and holds in private windows only", async () => {
  const { pausing, leave, local, frame } = open();
  const script = frame(2, 0);
  await pausing.handlers["site.pause"]({ tabId: 2, paused: true }, {});
  expect(await leave(2)).toMatchObject({ paused: true, incognito: true });
  expect(await leave(1)).toMatchObject({ paused: false });
  expect(local.held.size).toBe(0);
  expect(script.orders).toEqual([{ kind: "frame.refresh", input: null }]);
});

test("private decisions are forgotten with the last private tab", async () => {
  const { pausing, session, tabs, events } = open();
  await pausing.handlers["site.pause"]({ tabId: 2, paused: true }, {});
  tabs.splice(1, 1);
  events.onRemoved.fire(2, {});
  await settle();
  expect(session.held.size).toBe(0);
});

test("a page without a site cannot be switched off, and says so", async () => {
  const { pausing } = open();
  await expect(pausing.handlers["site.pause"]({ tabId: 3, paused: true }, {})).rejects.toThrow(RangeError);
});

test("an hour's snooze ends by the clock, and an alarm wakes the frames", async () => {
  const { pausing, leave, clock, called, frame, events } = open();
  const script = frame(1, 0);
  await pausing.handlers["tab.snooze"]({ tabId: 1, until: HOUR }, {});
  expect(await leave(1)).toMatchObject({ paused: true });
  expect(called("alarm")).toEqual([["snooze:1", { when: clock.now + HOUR }]]);
  expect(await pausing.of({ id: 1, url: "https://www.news.example/a" })).toMatchObject({
    paused: "snooze",
    snoozedUntil: clock.now + HOUR,
  });
  clock.now += HOUR;
  expect(await leave(1)).toMatchObject({ paused: false });
  events.onAlarm.fire({ name: "snooze:1" });
  await settle();
  expect(script.orders.filter(({ kind }) => kind === "frame.refresh")).toHaveLength(2);
});

test("an hour's snooze goes with the tab from page to page", async () => {
  const { pausing, leave, tabs, events } = open();
  await pausing.handlers["tab.snooze"]({ tabId: 1, until: HOUR }, {});
  tabs[0]!.url = "https://other.example/";
  events.onUpdated.fire(1, { url: "https://other.example/" }, tabs[0]);
  await settle();
  expect(await leave(1)).toMatchObject({ paused: true });
});

test("a page's snooze survives a jump inside the page and ends with the page, for good", async () => {
  const { pausing, leave, tabs, events } = open();
  const go = async (url: string) => {
    tabs[0]!.url = url;
    events.onUpdated.fire(1, { url }, tabs[0]);
    await settle();
  };
  await pausing.handlers["tab.snooze"]({ tabId: 1, until: "navigation" }, {});
  await go("https://www.news.example/a#end");
  expect(await leave(1)).toMatchObject({ paused: true });
  await go("https://www.news.example/next");
  expect(await leave(1)).toMatchObject({ paused: false });
  await go("https://www.news.example/a");
  expect(await leave(1)).toMatchObject({ paused: false });
});

test("0 ends a snooze at once", async () => {
  const { pausing, leave, session } = open();
  await pausing.handlers["tab.snooze"]({ tabId: 1, until: HOUR }, {});
  await pausing.handlers["tab.snooze"]({ tabId: 1, until: 0 }, {});
  expect(await leave(1)).toMatchObject({ paused: false });
  expect(session.held.size).toBe(0);
});

test("junk in the storage is no snooze and no private site", async () => {
  const { leave, session } = open();
  await session.set("snooze:1", { until: "for ever" });
  await session.set("private", { sites: ["news.example"], settings: { everywhere: "off" } });
  expect(await leave(1)).toMatchObject({ paused: false });
  expect(await leave(2)).toMatchObject({ paused: false });
});

test("what the reader takes back takes effect in pages that are open", async () => {
  const { leave, granted, events, frame } = open();
  const script = frame(1, 0);
  granted.hosts = false;
  events.onPermissionsRemoved.fire({ origins: ["https://*/*"] });
  await settle();
  expect(script.orders).toEqual([{ kind: "frame.refresh", input: null }]);
  expect(await leave(1)).toMatchObject({ paused: true });
  granted.hosts = true;
  expect(await leave(1)).toMatchObject({ paused: false });
});
