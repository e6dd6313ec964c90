import type { PrivateSites } from "../core/sites.ts";
import { isRecord, type Settings, soundFields } from "../settings/schema.ts";
import { type Deps, tellTabs } from "./deps.ts";

/**
 * What private windows decide, all of them together: kept in memory, never on the disk, stronger there than
 * what the disk says, and forgotten with the last of them.
 */
export interface Private {
  readonly sites: PrivateSites;
  readonly settings: Partial<Settings>;
  /** Pages of ours that were asked for there: the part of their address that is kept out of it. */
  readonly pages: readonly string[];
}

const KEY = "private";
const LOCK = "sidelight:private";

export async function readPrivate({ session }: Pick<Deps, "session">): Promise<Private> {
  const stored = await session.get(KEY);
  const { sites, settings, pages } = isRecord(stored) ? stored : {};
  return {
    sites: isRecord(sites) ? (sites as PrivateSites) : {},
    settings: isRecord(settings) ? soundFields(settings) : {},
    pages: Array.isArray(pages) ? pages.filter((page) => typeof page === "string") : [],
  };
}

/** Every tab of a private window hears of it. */
export async function changePrivate(
  deps: Pick<Deps, "api" | "session" | "exclusive">,
  change: (now: Private) => Partial<Private>,
): Promise<void> {
  await write(deps, change);
  await tellTabs(deps.api, (tab) => tab.incognito === true, "frame.refresh");
}

/** @returns where a page's address finds the part that may not stand in it */
export async function keepPage(deps: Pick<Deps, "session" | "exclusive">, page: string): Promise<number> {
  const { pages } = await write(deps, (now) => ({ pages: [...now.pages, page] }));
  return pages.length - 1;
}

function write(
  { session, exclusive }: Pick<Deps, "session" | "exclusive">,
  change: (now: Private) => Partial<Private>,
): Promise<Private> {
  return exclusive(LOCK, async () => {
    const before = await readPrivate({ session });
    const after = { ...before, ...change(before) };
    await session.set(KEY, after);
    return after;
  });
}

export function forgetPrivate({ session }: Pick<Deps, "session">): Promise<void> {
  return session.remove(KEY);
}

/** The settings in force in a tab. */
export async function settingsOf(
  deps: Pick<Deps, "settings" | "session">,
  { incognito }: { readonly incognito?: boolean | undefined },
): Promise<Settings> {
  if (!incognito) return deps.settings.read();
  const [stored, { settings }] = await Promise.all([deps.settings.read(), readPrivate(deps)]);
  return { ...stored, ...settings };
}
