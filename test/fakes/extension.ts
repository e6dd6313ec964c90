import type { Deps } from "../../src/background/deps.ts";
import { fold } from "../../src/core/fold.ts";
import { createSearch } from "../../src/core/search.ts";
import { RemoteError } from "../../src/messages/channel.ts";
import type { Orders, SearchRow } from "../../src/messages/contract.ts";
import { settingsStore } from "../../src/settings/store.ts";
import { type FakeBox, fakeBox, fakeExclusive } from "./box.ts";
import { fakeWords } from "./words.ts";

/** An extension event: listeners are added as in the browser, and the test fires it. */
export interface FakeEvent {
  addListener(listener: (...args: never[]) => unknown): void;
  fire(...args: readonly unknown[]): void;
  readonly count: number;
}

function fakeEvent(): FakeEvent {
  const listeners = new Set<(...args: never[]) => unknown>();
  return {
    addListener: (listener) => void listeners.add(listener),
    fire(...args) {
      for (const listener of listeners) listener(...(args as never[]));
    },
    get count() {
      return listeners.size;
    },
  };
}

export interface FakeTab {
  id: number;
  url?: string;
  incognito?: boolean;
  active?: boolean;
}

/** A content script in a frame: answers orders, and notes them. */
export interface FakeFrame {
  readonly orders: { readonly kind: string; readonly input: unknown }[];
  answer: { [K in keyof Orders]?: (input: Orders[K]["input"]) => Orders[K]["output"] };
}

/** The browser as the background sees it: tabs, frames, storage, events; no behaviour but what a test gives it. */
export function fakeExtension(
  options: { readonly rows?: readonly SearchRow[]; readonly firefox?: boolean } = {},
) {
  const origin = options.firefox ? "moz-extension://abc/" : "chrome-extension://abc/";
  const tabs: FakeTab[] = [];
  const frames = new Map<string, FakeFrame>();
  const local = fakeBox();
  const session = fakeBox();
  const clock = { now: 1_000_000 };
  const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  const problems: string[] = [];
  const note =
    (name: string, result?: unknown) =>
    async (...args: unknown[]) => {
      calls.push({ name, args });
      return result;
    };
  const events = {
    onUpdated: fakeEvent(),
    onRemoved: fakeEvent(),
    onActivated: fakeEvent(),
    onAlarm: fakeEvent(),
    onCommand: fakeEvent(),
    onInstalled: fakeEvent(),
    onStartup: fakeEvent(),
    onChanged: fakeEvent(),
    onClicked: fakeEvent(),
    onInputChanged: fakeEvent(),
    onInputEntered: fakeEvent(),
    onPermissionsRemoved: fakeEvent(),
  };
  const tabOf = async (id: number): Promise<FakeTab> => {
    const tab = tabs.find((each) => each.id === id);
    if (!tab) throw new Error(`No tab with id: ${id}`);
    return { ...tab };
  };
  const granted = {
    hosts: true,
    files: false,
    document: null as { type: string; isLoading: boolean } | null,
  };
  const api = {
    action: {
      setIcon: note("setIcon"),
      setTitle: note("setTitle"),
      setBadgeText: note("setBadgeText"),
      setBadgeTextColor: note("setBadgeTextColor"),
      setBadgeBackgroundColor: note("setBadgeBackgroundColor"),
    },
    alarms: { onAlarm: events.onAlarm, create: note("alarm"), clear: note("clearAlarm", true) },
    commands: { onCommand: events.onCommand },
    contextMenus: {
      onClicked: events.onClicked,
      create: (...args: unknown[]) => void calls.push({ name: "createMenu", args }),
      update: note("updateMenu"),
      removeAll: note("removeMenus"),
    },
    omnibox: {
      onInputChanged: events.onInputChanged,
      onInputEntered: events.onInputEntered,
      setDefaultSuggestion: (...args: unknown[]) => void calls.push({ name: "defaultSuggestion", args }),
    },
    permissions: { onRemoved: events.onPermissionsRemoved, contains: async () => granted.hosts },
    extension: { isAllowedFileSchemeAccess: async () => granted.files },
    scripting: {
      insertCSS: note("insertCSS"),
      removeCSS: note("removeCSS"),
      executeScript: async () => {
        if (!granted.document) throw new Error("Cannot access contents of the page");
        return [{ result: granted.document }];
      },
    },
    runtime: {
      onInstalled: events.onInstalled,
      onStartup: events.onStartup,
      getURL: (path: string) => origin + path,
    },
    storage: { onChanged: events.onChanged },
    tabs: {
      onUpdated: events.onUpdated,
      onRemoved: events.onRemoved,
      onActivated: events.onActivated,
      get: tabOf,
      query: async ({ active }: { active?: boolean }) => tabs.filter((tab) => !active || tab.active),
      create: note("createTab"),
      update: note("updateTab"),
      sendMessage: async (tabId: number, message: { kind: string; input: unknown }) => {
        const reached = [...frames].filter(([key]) => key.startsWith(`${tabId}:`));
        if (reached.length === 0) throw new Error("Receiving end does not exist");
        for (const [, frame] of reached) frame.orders.push(message);
        return { ok: true, value: null };
      },
    },
  };
  const watch = (box: FakeBox, area: string) => {
    box.onWrite = (key) => events.onChanged.fire({ [key]: { newValue: box.held.get(key) } }, area);
  };
  watch(local, "local");
  watch(session, "session");
  const deps: Deps = {
    api: api as unknown as Deps["api"],
    settings: settingsStore(local, fakeExclusive()),
    local,
    session,
    exclusive: fakeExclusive(),
    words: fakeWords(),
    now: () => clock.now,
    rows: async () => options.rows ?? [],
    search: async () => createSearch(options.rows ?? [], (text) => fold(text).text),
    askFrame: (tabId, frameId) => async (kind, input) => {
      const frame = frames.get(`${tabId}:${frameId}`);
      if (!frame) throw new RemoteError("NoAnswer", "nobody there");
      frame.orders.push({ kind, input });
      const answer = frame.answer[kind] as ((input: unknown) => unknown) | undefined;
      return (answer?.(input) ?? null) as never;
    },
    log: (feature, error) => void problems.push(`${feature}: ${String(error)}`),
  };
  return {
    deps,
    events,
    tabs,
    frames,
    local,
    session,
    clock,
    granted,
    problems,
    calls,
    /** A content script that has so many mentions of each entry. */
    frame(tabId: number, frameId: number, answer: FakeFrame["answer"] = {}): FakeFrame {
      const frame: FakeFrame = { orders: [], answer };
      frames.set(`${tabId}:${frameId}`, frame);
      return frame;
    },
    called: (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args),
  };
}

/** Let everything that only waits for promises come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
  await new Promise((done) => setTimeout(done, 0));
}
