import type { Page } from "puppeteer-core";
import type { Privileged, Untyped } from "./privileged.ts";

declare const Services: Untyped;
declare const gURLBar: Untyped;

/**
 * Right click on the selection, or on a bare spot, and the item of the extension in the real menu.
 *
 * @param press choose it; otherwise the menu is closed again
 * @returns what the item is called
 */
export async function itemInMenu(
  firefox: Privileged,
  id: string,
  page: Page,
  item: string,
  press: boolean,
): Promise<string> {
  const selected = await page.evaluate(() => {
    const box = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getBoundingClientRect() : null;
    return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  });
  const { x, y } = selected ?? { x: 60, y: 30 };
  await page.mouse.click(x, y, { button: "right" });
  return firefox.run(
    async (id: string, item: string, press: boolean) => {
      const { document } = Services.wm.getMostRecentWindow("navigator:browser");
      const menu = document.getElementById("contentAreaContextMenu");
      for (let tries = 0; tries < 60 && menu.state !== "open"; tries++) {
        await new Promise((later) => setTimeout(later, 50));
      }
      const prefix = id.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
      const ours = [...menu.querySelectorAll(`[id^="${prefix}-menuitem-"]`)];
      const chosen = ours.find((one) => one.id.endsWith(`-_${item}`));
      const title = chosen?.getAttribute("label");
      if (chosen && press) menu.activateItem(chosen);
      else menu.hidePopup();
      if (chosen) return title;
      throw new Error(`no menu item ${item} among ${ours.map((one) => one.id).join(", ") || "none of ours"}`);
    },
    id,
    item,
    press,
  );
}

/** Types into the real address bar, after the keyword, and presses Enter. */
export async function enterInBar(firefox: Privileged, text: string): Promise<void> {
  await firefox.run(async (text: string) => {
    gURLBar.focus();
    gURLBar.search(`sl ${text}`);
    await new Promise((later) => setTimeout(later, 900)); // suggestions come by and by; Enter before them searches the web
    gURLBar.handleCommand(new KeyboardEvent("keydown", { key: "Enter" }));
  }, text);
}

/** What the real address bar lists for it, first line first. */
export async function suggestionsOf(firefox: Privileged, text: string): Promise<string[]> {
  return firefox.run(async (text: string) => {
    gURLBar.focus();
    gURLBar.search(`sl ${text}`);
    for (let tries = 0; tries < 60; tries++) {
      await new Promise((later) => setTimeout(later, 50));
      const { results, searchString } = (await gURLBar.lastQueryContextPromise) ?? {};
      const ours = (results ?? []).filter(({ payload }: Untyped) => payload.keyword === "sl");
      // The line of the text as typed is there at once, the others by and by.
      if (searchString === `sl ${text}` && ours.length > 1)
        return ours.map(({ payload }: Untyped) => String(payload.title));
    }
    throw new Error("the address bar suggests nothing of ours");
  }, text);
}
