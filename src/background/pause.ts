import { type Paused, type Place, pausedBy, type Snooze, switchSite } from "../core/sites.ts";
import { isRecord, type Settings } from "../settings/schema.ts";
import { type Answers, type Deps, type Sender, tellTab, tellTabs } from "./deps.ts";
import { guard } from "./guard.ts";
import { changePrivate, forgetPrivate, readPrivate } from "./private.ts";
import { mayRunOn } from "./silence.ts";
import { placeOf } from "./site.ts";

export interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** What is in force for a tab. */
export interface Standing {
  readonly place: Place;
  readonly paused: Paused;
  /** Epoch ms; `null` also for a snooze that ends with the page. */
  readonly snoozedUntil: number | null;
  readonly incognito: boolean;
  /** What private windows changed of the settings, in a private tab. */
  readonly own: Partial<Settings>;
}

export interface Pauses {
  of(tab: Tab): Promise<Standing>;
  /** Pause or resume the site of a tab. */
  site(tab: Tab, paused: boolean): Promise<void>;
  /** For as long as this page is shown, or for so many ms; 0 ends it. */
  snooze(tab: Tab, until: "navigation" | number): Promise<void>;
  /** Listeners; call at start, synchronously. */
  listen(): void;
  readonly handlers: Answers<"frame.leave" | "site.pause" | "tab.snooze">;
}

const snoozeKey = (tabId: number) => `snooze:${tabId}`;
const ALARM = /^snooze:(\d+)$/;
/** A week: nobody snoozes for longer, and a date of the year 30,000 is a mistake. */
const MAX_SNOOZE = 7 * 24 * 3600 * 1000; // ms

/** A snooze holds for one page: its address without the part after `#`. */
interface StoredSnooze extends Snooze {
  readonly page: string | null;
}

const NOTHING = { sites: {}, settings: {} };

/** Sites switched off and tabs snoozed. */
export function pauses(deps: Deps): Pauses {
  const { api, settings, session, now, log } = deps;
  const snoozeOf = async ({ id, url }: Tab): Promise<Snooze | null> => {
    const stored = id === undefined ? null : acceptSnooze(await session.get(snoozeKey(id)));
    if (!stored || (stored.until === "navigation" && stored.page !== pageOf(url))) return null;
    return stored;
  };
  const of = async (tab: Tab): Promise<Standing> => {
    const incognito = tab.incognito === true;
    const [stored, snooze, { sites, settings: own }] = await Promise.all([
      settings.read(),
      snoozeOf(tab),
      incognito ? readPrivate(deps) : NOTHING,
    ]);
    const place = placeOf(tab.url);
    const moment = { snooze, privateSites: sites, now: now() };
    const paused = pausedBy({ ...stored, ...own }, place, moment);
    const until = paused === "snooze" && snooze ? snooze.until : null;
    return { place, paused, snoozedUntil: typeof until === "number" ? until : null, incognito, own };
  };
  const site: Pauses["site"] = async (tab, paused) => {
    const place = placeOf(tab.url);
    if (place.site === null) throw new RangeError("this page belongs to no site");
    if (!tab.incognito) return settings.update((rules) => switchSite(rules, place, paused) ?? {});
    const { site } = place;
    await changePrivate(deps, ({ sites }) => ({ sites: { ...sites, [site]: paused } }));
  };
  const snooze: Pauses["snooze"] = async ({ id, url }, until) => {
    if (id === undefined) return;
    const time = until === "navigation" ? until : now() + Math.min(until, MAX_SNOOZE);
    const key = snoozeKey(id);
    if (until === 0) await session.remove(key);
    else await session.set(key, { until: time, page: pageOf(url) });
    await api.alarms.clear(key);
    if (typeof time === "number" && until !== 0) api.alarms.create(key, { when: time });
    await tellTab(api, id, "frame.refresh");
  };
  const end = async (tabId: number): Promise<void> => {
    await session.remove(snoozeKey(tabId));
    await tellTab(api, tabId, "frame.refresh");
  };
  const moved = async (tabId: number, url: string): Promise<void> => {
    const stored = acceptSnooze(await session.get(snoozeKey(tabId)));
    if (stored?.until === "navigation" && stored.page !== pageOf(url)) await end(tabId);
  };
  const closed = async (tabId: number): Promise<void> => {
    await session.remove(snoozeKey(tabId));
    await api.alarms.clear(snoozeKey(tabId));
    const left = await api.tabs.query({});
    if (!left.some(({ incognito }) => incognito)) await forgetPrivate(deps);
  };
  const run = guard(log, "pause");
  return {
    of,
    site,
    snooze,
    listen() {
      api.alarms.onAlarm.addListener(({ name }) => {
        const tabId = ALARM.exec(name)?.[1];
        if (tabId) run(end(Number(tabId)));
      });
      // Browsers leave a script where it is when the reader takes back what let it in.
      api.permissions.onRemoved.addListener(() => run(tellTabs(api, () => true, "frame.refresh")));
      api.tabs.onUpdated.addListener((tabId, { url }) => {
        if (url) run(moved(tabId, url));
      });
      api.tabs.onRemoved.addListener((tabId) => {
        run(closed(tabId));
      });
    },
    handlers: {
      "frame.leave": async (_, sender) => {
        const tab = tabOf(sender);
        const [{ place, paused, incognito, own }, mayRun] = await Promise.all([
          of(tab),
          mayRunOn(api, tab.url),
        ]);
        return { paused: paused !== false || !mayRun, site: place.site, incognito, own };
      },
      "site.pause": async ({ tabId, paused }, sender) => {
        await site(tabId === null ? tabOf(sender) : await api.tabs.get(tabId), paused === true);
        return null;
      },
      "tab.snooze": async ({ tabId, until }) => {
        await snooze(await api.tabs.get(tabId), until);
        return null;
      },
    },
  };
}

/** The top frame knows its own address first: while a page commits, the tab may still have the old one. */
function tabOf({ tab, frameId, url }: Sender): Tab {
  const own = frameId === 0 && url && /^(https?|file):/i.test(url) ? url : tab?.url;
  return { id: tab?.id, url: own, incognito: tab?.incognito };
}

function pageOf(url: string | undefined): string | null {
  return url?.split("#", 1)[0] ?? null;
}

function acceptSnooze(value: unknown): StoredSnooze | null {
  if (!isRecord(value)) return null;
  const { until, page } = value;
  if (until !== "navigation" && typeof until !== "number") return null;
  return { until, page: typeof page === "string" ? page : null };
}
