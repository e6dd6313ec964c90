/*
 * What the background tells the browser and nobody can ask for again. Each runs in the service worker and may use
 * nothing from outside of itself; from its first call on it notes what is set.
 */

/** Files of the icon set last for this tab; "" before any was. */
export function iconSetFor(tabId: number): string {
  const world = globalThis as { iconsSet?: Map<number, string> };
  if (!world.iconsSet) {
    const { action } = browser;
    const { setIcon } = action;
    const seen = new Map<number, string>();
    world.iconsSet = seen;
    action.setIcon = (details) => {
      seen.set(details.tabId ?? -1, JSON.stringify(details.path));
      return setIcon.call(action, details);
    };
  }
  return world.iconsSet.get(tabId) ?? "";
}

/** Title given last to this menu item; "" before any was. */
export function menuTitleSet(item: string): string {
  const world = globalThis as { titlesSet?: Map<number | string, string> };
  if (!world.titlesSet) {
    const { contextMenus } = browser;
    const { update } = contextMenus;
    const seen = new Map<number | string, string>();
    world.titlesSet = seen;
    contextMenus.update = (id, change) => {
      if (change.title !== undefined) seen.set(id, change.title);
      return update.call(contextMenus, id, change);
    };
  }
  return world.titlesSet.get(item) ?? "";
}
