import type { TabState } from "../messages/contract.ts";
import type { Answers, Deps } from "./deps.ts";
import type { Frames } from "./frames.ts";
import type { Pauses } from "./pause.ts";
import { together } from "./prominence.ts";
import { isFirefox, probe, silenceOf } from "./silence.ts";

/** What the popup shows of a tab, put together anew for each question. */
export function tabStates(
  { api, rows, askFrame }: Deps,
  frames: Frames,
  pauses: Pauses,
): { readonly handlers: Answers<"tab.state" | "tab.entries"> } {
  const state = async (tabId: number): Promise<TabState> => {
    const tab = await api.tabs.get(tabId);
    const standing = await pauses.of(tab);
    // A paused page has no script that could answer; that it is paused is all there is to say.
    const asksPage = standing.paused === false;
    const about = { id: tabId, url: tab.url, isFirefox: isFirefox(api) };
    const [answer] = await Promise.all([
      asksPage
        ? probe(api, about, () => askFrame(tabId, 0)("mention.count", { entry: null }))
        : silenceOf(tab.url, about.isFirefox),
      asksPage ? frames.prune(tabId, "inner") : null,
    ]);
    const isBusy = answer === "busy";
    const silence = isBusy ? null : answer;
    const known = together(standing.paused || silence ? new Map() : await frames.of(tabId));
    const report = isBusy ? { ...known, state: "reading" as const } : known;
    const byId = new Map((await rows()).map((row) => [row.id, row]));
    return {
      tabId,
      site: standing.place.site,
      host: standing.place.host,
      silence,
      paused: standing.paused,
      snoozedUntil: standing.snoozedUntil,
      incognito: standing.incognito,
      own: standing.own,
      report,
      rows: report.found.flatMap((found) => {
        const row = byId.get(found.entry);
        return row ? [{ ...found, name: row.name, line: row.line }] : [];
      }),
    };
  };
  return {
    handlers: {
      "tab.state": ({ tabId }) => state(tabId),
      "tab.entries": async (_, { tab }) =>
        tab?.id === undefined ? [] : together(await frames.of(tab.id)).found.map(({ entry }) => entry),
    },
  };
}
