import type { Silence, TabState } from "../../src/messages/contract.ts";
import type { Settings } from "../../src/settings/schema.ts";

/** A state of the popup or of the settings page: axe looks at each, `npm run gallery` draws it. */
export interface View {
  readonly name: string;
  readonly page: "popup" | "options";
  readonly tab?: Partial<TabState>;
  /** The list of what was found stands there. */
  readonly found?: true;
  readonly settings?: Partial<Settings>;
  readonly recents?: readonly string[];
  /** Kinds of requests that fail, and those that are never answered. */
  readonly failing?: readonly string[];
  readonly waiting?: readonly string[];
  /** No change can be stored. */
  readonly isFull?: true;
  readonly isPrivate?: true;
  /** Put into the element that this selector names. */
  readonly typed?: readonly [selector: string, text: string];
  /** Pressed one after the other, by their text or label. */
  readonly press?: readonly string[];
  readonly lang?: "ar";
}

const SILENCES: readonly Silence[] = [
  "store",
  "browser-page",
  "pdf",
  "reader-view",
  "view-source",
  "file-access",
  "hidden",
  "no-permission",
  "orphaned",
  "quarantined",
  "unknown",
];
const SEARCH = "[role=combobox]";
const report = (state: TabState["report"]["state"]): Partial<TabState> => ({
  report: { found: [], state, mentions: 9, characters: 12_345, cost: 2.3 },
});

const popup: readonly Omit<View, "page">[] = [
  { name: "found", found: true, tab: report("done") },
  { name: "found-rtl", found: true, tab: report("done"), lang: "ar" },
  { name: "nothing", tab: report("done") },
  { name: "reading", found: true, tab: report("reading") },
  { name: "heavy", found: true, tab: report("heavy") },
  { name: "asking", waiting: ["tab.state"] },
  { name: "no-answer", failing: ["tab.state"] },
  { name: "paused-everywhere", tab: { paused: "everywhere" }, settings: { everywhere: false } },
  { name: "paused-site", tab: { paused: "site" }, settings: { pausedSites: ["news.example"] } },
  { name: "snoozed-page", tab: { paused: "snooze" } },
  { name: "snoozed-hour", tab: { paused: "snooze", snoozedUntil: 1_760_000_000_000 } },
  { name: "only-chosen", tab: { paused: "site" }, settings: { siteMode: "only" } },
  { name: "private", found: true, tab: { incognito: true } },
  ...SILENCES.map((silence) => ({ name: `silence-${silence}`, tab: { silence } })),
  { name: "results", typed: [SEARCH, "open"] },
  { name: "no-results", typed: [SEARCH, "xqzyw"] },
  { name: "search-loading", waiting: ["search.index"], typed: [SEARCH, "open"] },
  { name: "search-failed", failing: ["search.index"], typed: [SEARCH, "open"] },
  { name: "recents", recents: ["qwen", "openai"] },
  { name: "recents-not-erased", recents: ["qwen"], isFull: true, press: ["Clear"] },
  { name: "entry", recents: ["qwen"], press: ["option"] },
  { name: "entry-loading", recents: ["qwen"], waiting: ["entry.get"], press: ["option"] },
  { name: "entry-failed", recents: ["qwen"], failing: ["entry.get"], press: ["option"] },
  { name: "entry-unknown", recents: ["openai"], press: ["option"], tab: { rows: [] } },
  { name: "not-saved", found: true, failing: ["tab.patch"], press: ["every mention"] },
];

const options: readonly Omit<View, "page">[] = [
  { name: "settings" },
  { name: "settings-rtl", lang: "ar" },
  {
    name: "lists",
    settings: {
      pausedSites: ["news.example", "other.example"],
      muted: [
        { entry: "qwen", alias: null, site: null },
        { entry: "openai", alias: "OpenAI", site: "news.example" },
      ],
    },
  },
  { name: "only", settings: { siteMode: "only", chosenSites: ["news.example"], trigger: "modifier" } },
  {
    name: "unmuted",
    settings: { muted: [{ entry: "qwen", alias: null, site: null }] },
    press: ["Show again"],
  },
  { name: "bad-number", typed: ['[data-setting="hoverDelay"] input', "9000"] },
  { name: "bad-site", typed: ['[data-setting="pausedSites"] input', "not a site"], press: ["Add"] },
  { name: "options-not-saved", isFull: true, press: ["Dark"] },
  { name: "erased", press: ["Erase recent look-ups"] },
  { name: "not-erased", isFull: true, press: ["Erase recent look-ups"] },
  { name: "options-private", isPrivate: true },
];

export const VIEWS: readonly View[] = [
  ...popup.map((view): View => ({ ...view, page: "popup" })),
  ...options.map((view): View => ({ ...view, page: "options" })),
];
