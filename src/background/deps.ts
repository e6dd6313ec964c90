import type { Search } from "../core/search.ts";
import type { Words } from "../core/words.ts";
import type { Ask, Handlers } from "../messages/channel.ts";
import type { Orders, Requests, SearchRow } from "../messages/contract.ts";
import type { browser } from "../platform/browser.ts";
import type { Box, Exclusive } from "../settings/box.ts";
import type { SettingsStore } from "../settings/store.ts";

type Browser = typeof browser;

/** As much of the extension API as the background's features use; tests hand in a fake. */
export type Api = Pick<
  Browser,
  "action" | "alarms" | "extension" | "permissions" | "runtime" | "scripting" | "storage" | "tabs"
> &
  // Firefox for Android has none of these.
  Partial<Pick<Browser, "commands" | "contextMenus" | "omnibox">>;

/** Who asked, as the browser knows it. */
export interface Sender {
  readonly tab?: { readonly id?: number; readonly url?: string; readonly incognito?: boolean };
  readonly frameId?: number;
  readonly url?: string;
}

/** What the features are given. None of them keeps anything that storage lacks. */
export interface Deps {
  readonly api: Api;
  readonly settings: SettingsStore;
  /** `storage.local`: on the disk, but for settings, which have a store of their own. */
  readonly local: Box;
  /** `storage.session`: in memory, gone with the browser. */
  readonly session: Box;
  readonly exclusive: Exclusive;
  readonly words: Words;
  readonly now: () => number;
  /** Every entry, as search sees it. */
  readonly rows: () => Promise<readonly SearchRow[]>;
  /** Search over the rows, made once in a life of the background. */
  readonly search: () => Promise<Search<SearchRow>>;
  readonly askFrame: (tabId: number, frameId: number) => Ask<Orders>;
  readonly log: (feature: string, error: unknown) => void;
}

export type Answers<K extends keyof Requests> = Pick<Handlers<Requests, Sender>, K>;

/** To all frames of a tab; a tab without our script is no mistake. */
export async function tellTab(api: Api, tabId: number, kind: keyof Orders): Promise<void> {
  try {
    await api.tabs.sendMessage(tabId, { kind, input: null });
  } catch {
    // Nobody listens there: nothing to tell.
  }
}

/** The same for every tab of a kind. */
export async function tellTabs(
  api: Api,
  which: (tab: { readonly incognito?: boolean }) => boolean,
  kind: keyof Orders,
): Promise<void> {
  const tabs = await api.tabs.query({});
  await Promise.all(tabs.filter(which).map(({ id }) => (id === undefined ? null : tellTab(api, id, kind))));
}
