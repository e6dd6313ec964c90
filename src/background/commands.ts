import type { Deps } from "./deps.ts";
import { guard } from "./guard.ts";
import type { Pauses, Tab } from "./pause.ts";
import type { Walk } from "./walk.ts";

/** Keyboard shortcuts beside the one that opens the popup, which the browser handles itself. */
export function commands({ api, log }: Deps, pauses: Pauses, walk: Walk): { listen(): void } {
  const run = async (name: string, given: Tab | undefined): Promise<void> => {
    const tab = given ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (tab?.id === undefined) return;
    if (name === "site-toggle") return toggle(pauses, tab);
    const direction = name === "mention-next" ? 1 : name === "mention-previous" ? -1 : null;
    // A page that is paused may have found something before it heard so.
    if (direction === null || (await pauses.of(tab)).paused !== false) return;
    await walk.step(tab.id, null, direction);
  };
  return {
    listen() {
      api.commands?.onCommand.addListener((name: string, tab?: Tab) => {
        guard(log, `command ${name}`)(run(name, tab));
      });
    },
  };
}

/** One key for both ways: whatever keeps this page quiet is lifted, except the switch for all sites. */
export async function toggle(pauses: Pauses, tab: Tab): Promise<void> {
  const { paused, place } = await pauses.of(tab);
  if (paused === "snooze") return pauses.snooze(tab, 0);
  if (place.site !== null && paused !== "everywhere") await pauses.site(tab, paused === false);
}
