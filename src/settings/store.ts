import type { Box, Exclusive } from "./box.ts";
import { acceptPatch, isRecord, parse, type Settings } from "./schema.ts";
import { VERSION } from "./steps.ts";

const KEY = "settings";
const LOCK = "sidelight:settings";

export interface SettingsStore {
  read(): Promise<Settings>;
  /**
   * Change what `change` says, decided from what is stored at that moment, so that changes made at once in
   * two places both stand.
   *
   * @throws {TypeError} on a field or value that no setting accepts; nothing is written then
   */
  update(change: (now: Settings) => unknown): Promise<void>;
}

/** The settings on the disk. Only the background writes them. */
export function settingsStore(box: Box, exclusive: Exclusive): SettingsStore {
  return {
    read: async () => parse(await box.get(KEY)),
    update: (change) =>
      exclusive(LOCK, async () => {
        const stored = await box.get(KEY);
        const patch = acceptPatch(change(parse(stored)));
        if (patch === null) throw new TypeError("not a setting, or not one of its values");
        if (Object.keys(patch).length > 0) await box.set(KEY, { ...base(stored), ...patch });
      }),
  };
}

/** What a newer version of Sidelight stored stays, also where this one does not understand it. */
function base(stored: unknown): Record<string, unknown> {
  const version = isRecord(stored) ? stored["version"] : undefined;
  if (isRecord(stored) && typeof version === "number" && version > VERSION) return { ...stored };
  return { ...parse(stored), version: VERSION };
}
