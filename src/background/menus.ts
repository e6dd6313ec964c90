import { toggle } from "./commands.ts";
import type { Deps } from "./deps.ts";
import { guard } from "./guard.ts";
import { openPage, searchRoute } from "./page.ts";
import type { Pauses, Tab } from "./pause.ts";

const LOOK_UP = "look-up";
const PAUSE = "pause";

/** The context menu: look up a selection, pause this site. */
export function menus(deps: Deps, pauses: Pauses): { listen(): void } {
  const { api, exclusive, search, words, askFrame, log } = deps;
  const { contextMenus } = api;
  if (!contextMenus) return { listen: () => undefined };
  // Alone: an update and a start may come together, and an id may be made only once.
  const create = () =>
    exclusive("sidelight:menus", async () => {
      await contextMenus.removeAll();
      contextMenus.create({ id: LOOK_UP, title: words.say("menu_look_up"), contexts: ["selection"] });
      contextMenus.create({ id: PAUSE, title: words.say("menu_pause"), contexts: ["page", "action"] });
    });
  const lookUp = async (text: string, tab: Tab | undefined, frameId: number): Promise<void> => {
    const [hit] = (await search())(text, 1);
    if (hit?.sure && tab?.id !== undefined) {
      const opened = await askFrame(tab.id, frameId)("card.open", { id: hit.row.id, at: "selection" }).catch(
        () => false, // no script of ours there: the search page still works
      );
      if (opened) return;
    }
    await openPage(deps, searchRoute(text), tab, "newForegroundTab");
  };
  /** The entry says what a click would do. Right for the tab in front, which is where menus open. */
  const rename = async (tabId: number): Promise<void> => {
    const { paused } = await pauses.of(await api.tabs.get(tabId));
    const title = words.say(paused ? "menu_resume" : "menu_pause");
    await contextMenus.update(PAUSE, { title, enabled: paused !== "everywhere" });
  };
  const renameFront = async (): Promise<void> => {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await rename(tab.id);
  };
  const run = guard(log, "menu");
  return {
    listen() {
      api.runtime.onInstalled.addListener(() => run(create()));
      api.runtime.onStartup.addListener(() => run(create()));
      api.tabs.onActivated.addListener(({ tabId }) => run(rename(tabId)));
      api.tabs.onUpdated.addListener((_, { status }, tab: Tab & { active?: boolean }) => {
        if (status && tab.active) run(renameFront());
      });
      api.storage.onChanged.addListener((changes, area) => {
        const keys = Object.keys(changes);
        const isPause =
          area === "local"
            ? keys.includes("settings")
            : keys.some((key) => key === "private" || key.startsWith("snooze:"));
        if (isPause) run(renameFront());
      });
      contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
        if (menuItemId === LOOK_UP && selectionText) run(lookUp(selectionText, tab, frameId ?? 0));
        if (menuItemId === PAUSE && tab) run(toggle(pauses, tab));
      });
    },
  };
}
