import type { Answers, Api, Deps, Sender } from "./deps.ts";
import { guard } from "./guard.ts";

/** Puts `card.js` and `card-more.js` into a frame that asks for them, and our scripts into tabs that were open before us. */
export function injection({ api, log }: Pick<Deps, "api" | "log">): {
  listen(): void;
  readonly handlers: Answers<"card.inject" | "card.more">;
} {
  const put = async (file: string, { tab, frameId }: Sender): Promise<boolean> => {
    if (tab?.id === undefined || frameId === undefined) return false;
    try {
      await api.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [frameId] },
        files: [file],
        injectImmediately: true,
      });
      return true;
    } catch (error) {
      log(file, error);
      return false;
    }
  };
  return {
    listen() {
      // Chromium leaves open tabs without the new script (Firefox puts it there itself, twice does no harm).
      api.runtime.onInstalled.addListener(() => guard(log, "inject")(injectOpenTabs(api)));
      api.permissions.onAdded.addListener(() => guard(log, "inject")(injectOpenTabs(api)));
    },
    handlers: {
      "card.inject": (_, sender) => put("card.js", sender),
      "card.more": (_, sender) => put("card-more.js", sender),
    },
  };
}

async function injectOpenTabs(api: Api): Promise<void> {
  const tabs = await api.tabs.query({ url: ["http://*/*", "https://*/*", "file:///*"], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, allFrames: true };
      try {
        await api.scripting.insertCSS({ target, files: ["marks.css"] });
        await api.scripting.executeScript({
          target,
          files: ["early.js", "keys.js", "content.js"],
          injectImmediately: true,
        });
      } catch {
        // A page where no extension may run: the popup says why when it is asked.
      }
    }),
  );
}
