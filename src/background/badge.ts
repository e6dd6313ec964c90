import type { Deps } from "./deps.ts";
import type { Frames } from "./frames.ts";
import { guard } from "./guard.ts";
import type { Pauses } from "./pause.ts";
import { together } from "./prominence.ts";

/** White on this blue has a contrast of 8.6 to 1. */
const BACKGROUND = "#1f4e79";
const TEXT = "#ffffff";
const ICONS = {
  on: { 16: "/icons/sidelight-16.png", 32: "/icons/sidelight-32.png" },
  paused: { 16: "/icons/paused-16.png", 32: "/icons/paused-32.png" },
} as const;

/** The toolbar button: number of distinct entries on the tab's page; grey where Sidelight is paused. */
export function badge(
  { api, settings, words, log }: Deps,
  frames: Frames,
  pauses: Pauses,
): { listen(): void } {
  const show = async (tabId: number): Promise<void> => {
    const tab = await api.tabs.get(tabId);
    const [{ paused }, { badge: wanted }, reports] = await Promise.all([
      pauses.of(tab),
      settings.read(),
      frames.of(tabId),
    ]);
    const count = paused ? 0 : together(reports).found.length;
    const title = paused
      ? words.say("popup_title_paused")
      : count > 0
        ? words.count("popup_title_entries", count)
        : words.say("extension_name");
    await Promise.all([
      api.action.setIcon({ tabId, path: paused ? ICONS.paused : ICONS.on }),
      api.action.setBadgeText({ tabId, text: wanted && count > 0 ? String(count) : "" }),
      api.action.setTitle({ tabId, title }),
    ]);
  };
  /** A tab may be closed while its button is drawn: that is no mistake. */
  const update = async (tabId: number): Promise<void> => {
    try {
      await show(tabId);
    } catch (error) {
      const stillThere = await api.tabs.get(tabId).then(
        () => true,
        () => false,
      );
      if (stillThere) log("badge", error);
    }
  };
  const updateAll = async (): Promise<void> => {
    const tabs = await api.tabs.query({});
    await Promise.all(tabs.map(({ id }) => (id === undefined ? null : update(id))));
  };
  const colours = async (): Promise<void> => {
    await api.action.setBadgeBackgroundColor({ color: BACKGROUND });
    await api.action.setBadgeTextColor({ color: TEXT });
  };
  const run = guard(log, "badge");
  return {
    listen() {
      api.runtime.onInstalled.addListener(() => run(Promise.all([colours(), updateAll()])));
      api.runtime.onStartup.addListener(() => run(Promise.all([colours(), updateAll()])));
      // Navigation resets what a tab had of its own.
      api.tabs.onUpdated.addListener((tabId, { status, url }) => {
        if (status || url) run(update(tabId));
      });
      api.storage.onChanged.addListener((changes, area) => {
        if (area === "local" && changes["settings"]) run(updateAll());
        if (area !== "session") return;
        for (const key of Object.keys(changes)) {
          const tabId = /^(?:frames|snooze):(\d+)$/.exec(key)?.[1];
          if (tabId) run(update(Number(tabId)));
          if (key === "private-sites") run(updateAll());
        }
      });
    },
  };
}
