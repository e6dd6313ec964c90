import type { Box, Exclusive } from "../settings/box.ts";
import { browser } from "./browser.ts";

/** A storage area by key. */
export function boxOf(area: "local" | "session"): Box {
  const storage = browser.storage[area];
  return {
    get: async (key) => (await storage.get(key))[key],
    set: (key, value) => storage.set({ [key]: value }),
    remove: (key) => storage.remove(key),
  };
}

/** One at a time across all contexts of the extension. */
export const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work) as never;
