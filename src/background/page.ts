import type { EntryId } from "../core/pack.ts";
import type { Answers, Deps } from "./deps.ts";
import { keepPage, readPrivate } from "./private.ts";

export type Where = "currentTab" | "newForegroundTab" | "newBackgroundTab";

/** Where an entry has a page of its own. */
export const entryRoute = (id: EntryId): string => `#/entry/${encodeURIComponent(id)}`;
export const searchRoute = (query: string): string =>
  `#/search/${encodeURIComponent(query.trim().slice(0, 100))}`;

/**
 * Opens a page of ours. What a private window asks for does not stand in the address: Chromium shows the pages
 * of an extension in ordinary windows only, whose history is written to the disk.
 *
 * @param from the tab it was asked for in
 */
export async function openPage(
  deps: Pick<Deps, "api" | "session" | "exclusive">,
  route: string,
  from: { readonly incognito?: boolean | undefined } | undefined,
  where: Where,
): Promise<void> {
  const hash = from?.incognito ? `#/kept/${await keepPage(deps, route)}` : route;
  const url = deps.api.runtime.getURL(`popup.html${hash}`);
  if (where === "currentTab" && !from?.incognito) await deps.api.tabs.update({ url });
  else await deps.api.tabs.create({ url, active: where !== "newBackgroundTab" });
}

export function pageHandlers(deps: Pick<Deps, "session">): Answers<"page.kept"> {
  return {
    "page.kept": async ({ at }) => (await readPrivate(deps)).pages[at] ?? null,
  };
}
