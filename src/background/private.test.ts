import { expect, test } from "vitest";
import { fakeExtension, settle } from "../../test/fakes/extension.ts";
import type { SearchRow } from "../messages/contract.ts";
import { parse, type Settings } from "../settings/schema.ts";
import { entryHandlers } from "./entries.ts";
import { startFeatures } from "./features.ts";
import { looks } from "./looks.ts";

const qwen: SearchRow = {
  id: "qwen",
  name: "Qwen",
  kind: "model",
  line: "models by Alibaba",
  aliases: [],
  speakers: [],
  everyday: false,
};

function open() {
  const world = fakeExtension({ rows: [qwen] });
  world.tabs.push(
    { id: 1, url: "https://news.example/" },
    { id: 2, url: "https://news.example/", incognito: true, active: true },
    { id: 3, url: "https://other.example/", incognito: true },
  );
  const [ordinary, secret] = world.tabs as [(typeof world.tabs)[0], (typeof world.tabs)[0]];
  const handlers = startFeatures(world.deps);
  const leave = (tab: typeof secret) => handlers["frame.leave"](null, { tab, frameId: 0 });
  return { ...world, ordinary, secret, handlers, leave };
}

/** Every setting with a value that is not its default. */
const changed: Settings = {
  everywhere: false,
  siteMode: "only",
  pausedSites: ["a.example"],
  chosenSites: ["b.example"],
  density: "every",
  markEveryday: true,
  trigger: "click",
  modifier: "Shift",
  hoverDelay: 500,
  theme: "dark",
  look: "strong",
  scope: "everything",
  depth: "line",
  badge: false,
  recents: false,
  muted: [{ entry: "qwen", alias: null, site: null }],
};

test("no setting changed in a private window reaches the disk; all hold in private tabs and nowhere else", async () => {
  const { handlers, local, secret, ordinary, leave } = open();
  expect(Object.keys(changed)).toEqual(Object.keys(parse(null)));
  for (const [key, value] of Object.entries(changed)) {
    expect(value).not.toEqual(parse(null)[key as keyof Settings]);
    await handlers["tab.patch"]({ tabId: 2, patch: { [key]: value } }, {});
  }
  expect(local.held.size).toBe(0);
  expect((await leave(secret)).own).toEqual(changed);
  expect((await leave(ordinary)).own).toEqual({});
  expect(await handlers["settings.in-force"](null, { tab: secret })).toEqual(changed);
  expect(await handlers["settings.in-force"](null, { tab: ordinary })).toEqual(parse(null));
});

test("a card and a page of ours in a private window are told apart by their tab", async () => {
  const { handlers, local, secret, leave } = open();
  await handlers["settings.patch"]({ depth: "line" }, { tab: secret });
  expect(local.held.size).toBe(0);
  expect((await leave(secret)).own).toEqual({ depth: "line" });
});

test("the switch for all sites works both ways in private windows, whatever the disk says", async () => {
  const { handlers, secret, ordinary, leave } = open();
  await handlers["tab.patch"]({ tabId: 2, patch: { everywhere: false } }, {});
  expect([(await leave(secret)).paused, (await leave(ordinary)).paused]).toEqual([true, false]);
  await handlers["settings.patch"]({ everywhere: false }, { tab: ordinary });
  await handlers["tab.patch"]({ tabId: 2, patch: { everywhere: true } }, {});
  expect([(await leave(secret)).paused, (await leave(ordinary)).paused]).toEqual([false, true]);
});

test("what is changed elsewhere still reaches private windows, field by field", async () => {
  const { handlers, secret, ordinary } = open();
  await handlers["tab.patch"]({ tabId: 2, patch: { density: "hover" } }, {});
  await handlers["settings.patch"]({ density: "every", theme: "dark" }, { tab: ordinary });
  expect(await handlers["settings.in-force"](null, { tab: secret })).toMatchObject({
    density: "hover",
    theme: "dark",
  });
});

test("every private tab hears of a change, no other does", async () => {
  const { handlers, frame } = open();
  const [outside, here, there] = [frame(1, 0), frame(2, 0), frame(3, 0)];
  await handlers["tab.patch"]({ tabId: 2, patch: { density: "every" } }, {});
  expect(outside.orders).toEqual([]);
  for (const { orders } of [here, there]) expect(orders).toEqual([{ kind: "frame.refresh", input: null }]);
});

test("changes made at once in two private tabs both stand, and so does the site's own switch", async () => {
  const { handlers, secret, leave } = open();
  await Promise.all([
    handlers["tab.patch"]({ tabId: 2, patch: { density: "every" } }, {}),
    handlers["site.pause"]({ tabId: 2, paused: true }, {}),
    handlers["tab.patch"]({ tabId: 3, patch: { theme: "dark" } }, {}),
  ]);
  expect(await leave(secret)).toMatchObject({ paused: true, own: { density: "every", theme: "dark" } });
});

test.each([[{ density: "all" }], [{ nothing: 1 }], ["density"]])(
  "%j is refused and changes nothing",
  async (patch) => {
    const { handlers, session } = open();
    const asked = handlers["tab.patch"]({ tabId: 2, patch: patch as Partial<Settings> }, {});
    await expect(asked).rejects.toThrow(TypeError);
    expect(session.held.size).toBe(0);
  },
);

test("the last private tab takes all of it along", async () => {
  const { handlers, session, tabs, events } = open();
  await handlers["tab.patch"]({ tabId: 2, patch: { density: "every" } }, {});
  for (const id of [2, 3]) {
    expect(session.held.size).toBe(1);
    tabs.splice(
      tabs.findIndex((tab) => tab.id === id),
      1,
    );
    events.onRemoved.fire(id, {});
    await settle();
  }
  expect(session.held.size).toBe(0);
});

test("look and badge follow the private window's own settings", async () => {
  const { deps, handlers, secret, called } = open();
  await handlers["tab.patch"]({ tabId: 2, patch: { badge: false } }, {});
  await handlers["frame.report"](
    {
      found: [
        {
          entry: "qwen",
          kind: "model",
          count: 1,
          everyday: false,
          inTitle: false,
          inHeading: false,
          first: 0,
        },
      ],
      state: "done",
      mentions: 1,
      characters: 9,
      cost: 1,
    },
    { tab: secret, frameId: 0 },
  );
  await settle();
  expect(called("setBadgeText").map(([text]) => text)).not.toContainEqual({ tabId: 2, text: "1" });
  await handlers["tab.patch"]({ tabId: 2, patch: { look: "strong" } }, {});
  await looks(deps).handlers["look.apply"](null, { tab: secret, frameId: 0 });
  expect(called("insertCSS").at(-1)?.[0]).toMatchObject({ files: ["look-strong.css"] });
});

test("what a private window looks up stands in no address, and can be read until the window closes", async () => {
  const { deps, events, called, handlers, secret } = open();
  const entries = entryHandlers(deps, () => ({ rows: [], get: () => null }), "");
  events.onClicked.fire({ menuItemId: "look-up", selectionText: "a secret" }, secret);
  await settle();
  events.onInputEntered.fire("qwen", "currentTab");
  await settle();
  await entries["entry.open"]({ id: "openai" }, { tab: secret });
  expect(called("updateTab")).toEqual([]);
  expect(called("createTab").map(([tab]) => (tab as { url: string }).url)).toEqual([
    "chrome-extension://abc/popup.html#/kept/0",
    "chrome-extension://abc/popup.html#/kept/1",
    "chrome-extension://abc/popup.html#/kept/2",
  ]);
  const kept = await Promise.all([0, 1, 2, 3].map((at) => handlers["page.kept"]({ at }, {})));
  expect(kept).toEqual(["#/search/a%20secret", "#/entry/qwen", "#/entry/openai", null]);
});
