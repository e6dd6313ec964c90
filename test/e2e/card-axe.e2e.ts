import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { inCard, nextMention, openPanel, panels, waitPanel, withSettings } from "./harness/panels.ts";

const QWEN = bundledEntry("qwen").name;

inBothBrowsers("axe finds nothing wrong", (use) => {
  const sound = async (page: Page, state: string) => {
    const { violations, passes } = await use().browser.axe(page, { card: true });
    expect(violations, state).toEqual([]);
    expect(passes, state).toBeGreaterThan(5);
  };

  test.each(["light", "dark"] as const)("in a dialog at each depth, %s", async (theme) => {
    const { browser, pages } = use();
    await withSettings(browser, { theme }, pages.url("card/article.html"), async (page) => {
      await browser.waitMention(page, "Qwen");
      await nextMention(browser, page);
      expect((await waitPanel(browser, page, QWEN)).theme).toBe(theme);
      for (const [key, depth] of [
        ["1", "line"],
        ["2", "paragraph"],
        ["3", "everything"],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(async () => (await openPanel(browser, page)).depth).toBe(depth);
        // Its drawings come with the second file.
        if (depth === "everything")
          await expect
            .poll(() => inCard(browser, page, (root) => root.querySelectorAll("svg text").length))
            .toBeGreaterThan(0);
        await sound(page, depth);
      }
    });
  });

  test.each(["light", "dark"] as const)("in tabs, and pinned with an opened foot, %s", async (theme) => {
    const { browser, pages } = use();
    await withSettings(browser, { theme, depth: "line" }, pages.url("card/article.html"), async (page) => {
      await browser.hover(page, "K2");
      expect((await waitPanel(browser, page, bundledEntry("k2-think").name)).tabs).toHaveLength(2);
      await sound(page, "tabs");
      await page.keyboard.press("Escape");
      await browser.waitNoCard(page);
      await browser.hover(page, "Qwen");
      await waitPanel(browser, page, QWEN);
      for (const act of ["card_acts", "card_mute", "card_report"] as const) {
        await browser.clickInCard(page, { name: say(act) });
      }
      await browser.clickInCard(page, { name: say("card_pin") });
      await expect.poll(async () => (await panels(browser, page))[0]?.pinned).toBe(true);
      await sound(page, "an opened foot, pinned");
    });
  });

  test.each(["light", "dark"] as const)("in a sheet, %s", async (theme) => {
    const { browser, pages } = use();
    await browser.settings({ theme });
    try {
      const page = await browser.page();
      await page.setViewport({ width: 320, height: 640 });
      await browser.goto(page, pages.url("card/touch.html"));
      await browser.hover(page, "Qwen");
      expect(await waitPanel(browser, page, QWEN)).toMatchObject({ layout: "sheet", theme });
      await sound(page, "sheet");
    } finally {
      await browser.rawSettings(undefined);
    }
  });
});
