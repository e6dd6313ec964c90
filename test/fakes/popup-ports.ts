import type { CardContent, Requests, SearchRow, TabState } from "../../src/messages/contract.ts";
import type { Ports } from "../../src/popup/ports.ts";
import { parse, type Settings } from "../../src/settings/schema.ts";

export const row = (id: string, name: string, more: Partial<SearchRow> = {}): SearchRow => ({
  id,
  name,
  kind: "model",
  line: `what ${name} is`,
  aliases: [],
  speakers: [],
  everyday: false,
  ...more,
});

export const tabState = (more: Partial<TabState> = {}): TabState => ({
  tabId: 1,
  site: "news.example",
  host: "www.news.example",
  silence: null,
  paused: false,
  snoozedUntil: null,
  incognito: false,
  own: {},
  report: { found: [], state: "done", mentions: 0, characters: 0, cost: 0 },
  rows: [],
  ...more,
});

export const foundRow = (entry: string, name: string, count = 1): TabState["rows"][number] => ({
  entry,
  name,
  line: `what ${name} is`,
  kind: "model",
  count,
  everyday: false,
  inTitle: false,
  inHeading: false,
  first: 0,
});

export const content = (id: string, name: string): CardContent => ({
  entry: {
    id,
    kind: "model",
    name,
    line: `what ${name} is`,
    summary: `${name} is explained here in a few plain words.`,
    asOf: "2025-10",
    lang: "en",
    sources: [],
    editorial: true,
    aliases: [],
    facts: [],
    figures: [],
    events: [],
    differences: [],
    relations: [],
  },
  quotes: [],
  sources: [],
  ties: [
    {
      id: "alibaba",
      name: "Alibaba",
      kind: "organisation",
      line: "a company",
      type: "developed-by",
      inverse: false,
    },
  ],
  pack: { name: "Sidelight", revision: 1, updated: "2025-10-01" },
});

/** The world as the popup sees it; every request is noted, every answer can be replaced. */
export function fakePorts(start: { readonly tab?: TabState; readonly rows?: readonly SearchRow[] } = {}) {
  const asked: { readonly kind: keyof Requests; readonly input: unknown }[] = [];
  const world = {
    tab: start.tab ?? tabState(),
    settings: parse(null) as Settings,
    recents: [] as readonly string[],
    /** The storage takes no change. */
    isFull: false as boolean,
    closed: 0,
    granted: [] as (string | null)[],
    /** Kinds that fail, with why. */
    failing: new Map<keyof Requests, string>(),
  };
  const settingsListeners = new Set<(settings: Settings) => void>();
  const tabListeners = new Set<() => void>();
  const answers: { [K in keyof Requests]?: (input: never) => unknown } = {
    "search.index": () => ({ rows: start.rows ?? [], index: null }),
    "tab.state": () => world.tab,
    "entry.get": ({ id }: { id: string }) => {
      const known = start.rows?.find((each) => each.id === id);
      return known ? content(id, known.name) : null;
    },
    "tab.patch": ({ patch }: { patch: Partial<Settings> }) => {
      world.settings = { ...world.settings, ...patch };
      for (const changed of settingsListeners) changed(world.settings);
      return null;
    },
    "mention.jump": () => true,
  };
  const ports: Ports = {
    ask: async (kind, input) => {
      asked.push({ kind, input });
      const why = world.failing.get(kind);
      if (why !== undefined) throw new Error(why);
      return (answers[kind]?.(input as never) ?? null) as never;
    },
    fold: (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),
    readSettings: async () => world.settings,
    onSettings(changed, signal) {
      settingsListeners.add(changed);
      signal.addEventListener("abort", () => settingsListeners.delete(changed));
    },
    onTab(_, changed, signal) {
      tabListeners.add(changed);
      signal.addEventListener("abort", () => tabListeners.delete(changed));
    },
    recents: {
      read: async () => world.recents,
      note: async (id) => {
        world.recents = [id, ...world.recents];
      },
      erase: async () => {
        if (world.isFull) throw new Error("full");
        world.recents = [];
      },
    },
    isPrivate: false,
    grant: async (host) => {
      world.granted.push(host);
      return true;
    },
    openOptions: () => undefined,
    close: () => {
      world.closed++;
    },
  };
  return {
    ports,
    world,
    asked,
    listeners: () => settingsListeners.size + tabListeners.size,
    changeTab(tab: TabState) {
      world.tab = tab;
      for (const changed of tabListeners) changed();
    },
  };
}
