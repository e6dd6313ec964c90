import type { Lifetime } from "../platform/lifetime.ts";

const LIFE_KEY = "sidelight:life";
/** Hosts of cards, should a copy of us have been cut off with one open. */
export const HOST = "sidelight-card";

/**
 * End an older copy of us in this page, and sweep what one left that was cut off without a word: Chromium
 * lets the old script live on after an update, Firefox tears it down and leaves its traces.
 */
export function takeOver(life: Lifetime): void {
  const world = globalThis as unknown as Record<symbol, Lifetime | undefined>;
  const key = Symbol.for(LIFE_KEY);
  world[key]?.end();
  world[key] = life;
  for (const host of document.querySelectorAll(HOST)) host.remove();
}
