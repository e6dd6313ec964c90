import type { Settings } from "../settings/schema.ts";
import type { Answers, Api, Deps } from "./deps.ts";
import { settingsOf } from "./private.ts";

type Look = Settings["look"];

/** The sheet of each look; the plain one is the manifest's own, always there. */
const SHEETS: Readonly<Record<Look, string | null>> = {
  tint: null,
  underline: "look-underline.css",
  strong: "look-strong.css",
};

/** Puts the reader's look into a frame. By the extension API: what a page can see of its style sheets stays as it was, and it cannot drop them. */
export function looks(deps: Pick<Deps, "api" | "settings" | "session">): {
  readonly handlers: Answers<"look.apply">;
} {
  return {
    handlers: {
      "look.apply": async (_, { tab, frameId }) => {
        if (tab?.id === undefined || frameId === undefined) return null;
        const { look } = await settingsOf(deps, tab);
        await apply(deps.api, look, { tabId: tab.id, frameIds: [frameId] });
        return null;
      },
    },
  };
}

async function apply(api: Api, look: Look, target: { tabId: number; frameIds: number[] }): Promise<void> {
  const chosen = SHEETS[look];
  // A sheet that is not there is no mistake; one put in twice would have to be taken out twice.
  for (const sheet of Object.values(SHEETS))
    if (sheet) await api.scripting.removeCSS({ target, files: [sheet] }).catch(() => undefined);
  if (chosen) await api.scripting.insertCSS({ target, files: [chosen] });
}
