/** Where a page lives: its host, and the domain somebody registered (the host itself for IPs and local names). */
export interface Place {
  readonly host: string | null;
  readonly site: string | null;
}

/** The part of the settings that says where Sidelight works. */
export interface SiteRules {
  readonly everywhere: boolean;
  readonly siteMode: "except" | "only";
  readonly pausedSites: readonly string[];
  readonly chosenSites: readonly string[];
}

export type Paused = false | "everywhere" | "site" | "snooze";

/** Asked of one tab for a while, and forgotten with it. `until`: epoch ms, or for as long as this page is shown. */
export interface Snooze {
  readonly until: "navigation" | number;
}

/** What a private window decides for itself: kept in memory, stronger than the lists. `true`: paused. */
export type PrivateSites = Readonly<Record<string, boolean>>;

export interface Moment {
  readonly snooze: Snooze | null;
  readonly privateSites: PrivateSites;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Whether Sidelight is paused here, and what decided. An exact host in a list speaks for that host alone, a
 * registrable domain for all of its hosts.
 */
export function pausedBy(rules: SiteRules, place: Place, { snooze, privateSites, now }: Moment): Paused {
  if (!rules.everywhere) return "everywhere";
  if (snooze && isSnoozed(snooze, now)) return "snooze";
  if (place.site !== null && Object.hasOwn(privateSites, place.site)) {
    return privateSites[place.site] ? "site" : false;
  }
  if (rules.siteMode === "only") return isListed(rules.chosenSites, place) ? false : "site";
  return isListed(rules.pausedSites, place) ? "site" : false;
}

export function isSnoozed({ until }: Snooze, now: number): boolean {
  return until === "navigation" || until > now;
}

/** The change of settings that pauses or resumes a place; `null` where a page belongs to no site. */
export function switchSite(rules: SiteRules, place: Place, paused: boolean): Partial<SiteRules> | null {
  const { site } = place;
  if (site === null) return null;
  const without = (list: readonly string[]) => list.filter((item) => !speaksFor(item, place));
  const listed = (list: readonly string[]) => [...without(list), site];
  return rules.siteMode === "only"
    ? { chosenSites: paused ? without(rules.chosenSites) : listed(rules.chosenSites) }
    : { pausedSites: paused ? listed(rules.pausedSites) : without(rules.pausedSites) };
}

function isListed(list: readonly string[], place: Place): boolean {
  return list.some((item) => speaksFor(item, place));
}

function speaksFor(item: string, { host, site }: Place): boolean {
  const name = item.toLowerCase();
  return name === site || name === host;
}
