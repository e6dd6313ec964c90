import { parse, type Settings } from "../settings/schema.ts";
import { browser } from "./browser.ts";

/** Key of the settings in `storage.local`. */
export const SETTINGS_KEY = "settings";

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parse(stored[SETTINGS_KEY]);
}

/** Called with the settings after each change, in every context. */
export function onSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[SETTINGS_KEY];
    if (area === "local" && change) changed(parse(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  // After an update the API object is gone, and the listener with it.
  signal.addEventListener("abort", () => browser.storage?.onChanged.removeListener(listener));
}
