import { badge } from "./badge.ts";
import { commands } from "./commands.ts";
import type { Deps } from "./deps.ts";
import { frames } from "./frames.ts";
import { menus } from "./menus.ts";
import { omnibox } from "./omnibox.ts";
import { pageHandlers } from "./page.ts";
import { pauses } from "./pause.ts";
import { recentsHandlers } from "./recents.ts";
import { settingsHandlers } from "./settings.ts";
import { tabStates } from "./tab-state.ts";
import { walk } from "./walk.ts";

/**
 * Everything of the background that is not about entries: what it answers, and its listeners. Call in the
 * first turn of the background's script: a listener added later misses the event that woke it.
 */
export function startFeatures(deps: Deps) {
  const inFrames = frames(deps);
  const pausing = pauses(deps);
  const walking = walk(deps, inFrames);
  for (const feature of [
    inFrames,
    pausing,
    badge(deps, inFrames, pausing),
    commands(deps, pausing, walking),
    menus(deps, pausing),
    omnibox(deps),
  ]) {
    feature.listen();
  }
  return {
    ...inFrames.handlers,
    ...pausing.handlers,
    ...walking.handlers,
    ...tabStates(deps, inFrames, pausing).handlers,
    ...settingsHandlers(deps),
    ...recentsHandlers(deps),
    ...pageHandlers(deps),
  };
}
