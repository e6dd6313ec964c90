import type { Deps } from "./deps.ts";
import type { Frames } from "./frames.ts";
import { guard } from "./guard.ts";
import type { Pauses } from "./pause.ts";
import { settingsOf } from "./private.ts";
import { together } from "./prominence.ts";

/** White on this blue has a contrast of 8.6 to 1. */
const BACKGROUND = "#1f4e79";
const TEXT = "#ffffff";
const ICONS = {
  on: { 16: "/icons/sidelight-16.png", 32: "/icons/sidelight-32.png" },
  paused: { 16: "/icons/paused-16.png", 32: "/icons/paused-32.png" },
} as const;

interface Button {
  readonly icon: keyof typeof ICONS;
  readonly text: string;
  readonly title: string;
}

/** The toolbar button: number of distinct entries on the tab's page; grey where Sidelight is paused. */
export function badge(deps: Deps, frames: Frames, pauses: Pauses): { listen(): void } {
  const { api, words, log } = deps;
  /** What was drawn last: a page that changes reports often. Lost with the background, it is drawn once more. */
  const drawn = new Map<number, Button>();
  /** Tabs being drawn; `true`: something changed meanwhile. */
  const drawing = new Map<number, boolean>();

  const look = async (tabId: number): Promise<Button> => {
    const tab = await api.tabs.get(tabId);
    const [{ paused }, { badge: wanted }, reports] = await Promise.all([
      pauses.of(tab),
      settingsOf(deps, tab),
      frames.of(tabId),
    ]);
    const count = paused ? 0 : together(reports).found.length;
    const named = count > 0 ? words.count("popup_title_entries", count) : words.say("extension_name");
    return {
      icon: paused ? "paused" : "on",
      text: wanted && count > 0 ? String(count) : "",
      title: paused ? words.say("popup_title_paused") : named,
    };
  };
  const draw = async (tabId: number): Promise<void> => {
    const { icon, text, title } = await look(tabId);
    const before = drawn.get(tabId);
    drawn.set(tabId, { icon, text, title });
    await Promise.all([
      icon === before?.icon ? null : api.action.setIcon({ tabId, path: ICONS[icon] }),
      text === before?.text ? null : api.action.setBadgeText({ tabId, text }),
      title === before?.title ? null : api.action.setTitle({ tabId, title }),
    ]);
  };
  /** One at a time for each tab, so that an old answer never covers a new one. */
  const update = async (tabId: number): Promise<void> => {
    if (drawing.has(tabId)) {
      drawing.set(tabId, true);
      return;
    }
    try {
      do {
        drawing.set(tabId, false);
        await draw(tabId);
      } while (drawing.get(tabId));
    } catch (error) {
      drawn.delete(tabId);
      // A tab may be closed while its button is drawn: that is no mistake.
      const stillThere = await api.tabs.get(tabId).then(
        () => true,
        () => false,
      );
      if (stillThere) log("badge", error);
    } finally {
      drawing.delete(tabId);
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
      api.tabs.onUpdated.addListener((tabId, { status, url }) => {
        if (!status && !url) return;
        // Navigation takes from a tab what it had of its own.
        drawn.delete(tabId);
        run(update(tabId));
      });
      api.tabs.onRemoved.addListener((tabId) => {
        drawn.delete(tabId);
      });
      api.storage.onChanged.addListener((changes, area) => {
        if (area === "local" && changes["settings"]) run(updateAll());
        if (area !== "session") return;
        for (const key of Object.keys(changes)) {
          const tabId = /^(?:frames|snooze):(\d+)$/.exec(key)?.[1];
          if (tabId) run(update(Number(tabId)));
          if (key === "private") run(updateAll());
        }
      });
    },
  };
}
