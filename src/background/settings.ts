import { acceptPatch, type Settings } from "../settings/schema.ts";
import type { Answers, Deps } from "./deps.ts";
import { changePrivate, settingsOf } from "./private.ts";

/** Settings are written here and nowhere else: on the disk, but for what a private window changes. */
export function settingsHandlers(deps: Deps): Answers<"settings.patch" | "tab.patch" | "settings.in-force"> {
  const write = async (patch: Partial<Settings>, incognito: boolean | undefined): Promise<null> => {
    if (!incognito) {
      await deps.settings.update(() => patch);
      return null;
    }
    const good = acceptPatch(patch);
    if (good === null) throw new TypeError("not a setting, or not one of its values");
    await changePrivate(deps, (now) => ({ settings: { ...now.settings, ...good } }));
    return null;
  };
  return {
    "settings.patch": (patch, { tab }) => write(patch, tab?.incognito),
    "tab.patch": async ({ tabId, patch }) => write(patch, (await deps.api.tabs.get(tabId)).incognito),
    "settings.in-force": (_, { tab }) => settingsOf(deps, { incognito: tab?.incognito }),
  };
}
