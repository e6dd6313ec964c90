import type { Answers, Deps } from "./deps.ts";

/** Settings are written here and nowhere else. */
export function settingsHandlers({ settings }: Deps): Answers<"settings.patch"> {
  return {
    "settings.patch": async (patch) => {
      await settings.update(() => patch);
      return null;
    },
  };
}
