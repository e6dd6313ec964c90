/**
 * Runs before the page's first script and does one thing: it takes the places at the head of the window's
 * capturing listeners, since a page that listens there first and stops an event would hide it from us.
 * What to do with an event comes later, from `content.ts`. Under 1 KB: every frame pays for it.
 */
import { EARLY_EVENTS, EARLY_KEY, type Early } from "./early-events.ts";

const world = globalThis as unknown as Record<symbol, Early | undefined>;
const key = Symbol.for(EARLY_KEY);
if (!world[key]) {
  const early: Early = { handle: null, listen };
  const pass = (event: Event): void => early.handle?.(event);
  function listen(): void {
    // Only keys are ever stopped; all others leave the page's own scrolling untouched.
    for (const type of EARLY_EVENTS)
      addEventListener(type, pass, { capture: true, passive: type !== "keydown" });
  }
  listen();
  world[key] = early;
}
