import { afterEach, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { offered } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { pageAt } from "./harness/page-at.ts";
import { select } from "./harness/select.ts";

/*
 * In Firefox these are the real menu and the real address bar. Chromium's cannot be reached from a test: there
 * the background gets the events themselves, so that what it does with them is shown, not how they come about.
 */
inBothBrowsers("Looking up", (use) => {
  const pageOfOurs = () => pageAt(use().browser, "popup.html#");
  afterEach(async () => {
    // Pages of ours that were opened by us, not by the test.
    const all = await use().browser.browser.pages();
    for (const page of all)
      if (await page.evaluate(() => location.href.includes("popup.html#")).catch(() => false))
        await page.close();
  });
  const openPage = async () => {
    const { browser: driver, pages } = use();
    const page = await driver.page(pages.url("demo.html"));
    await driver.waitMention(page, "sovereign AI");
    return { driver, page };
  };

  test("a selected name opens its card where it stands, with the focus in it", async () => {
    const { driver, page } = await openPage();
    await select(page, "Jason Kwon");
    await driver.contextMenu(page, "look-up", { selectionText: "Jason Kwon" });
    const card = await driver.waitCard(page, bundledEntry("jason-kwon").line);
    const { top, bottom } = await page.evaluate(() => {
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 };
    });
    const above = Math.abs(card.rect.y + card.rect.height - top);
    const below = Math.abs(card.rect.y - bottom);
    expect(Math.min(above, below)).toBeLessThan(40);
    await expect.poll(async () => (await driver.readCard(page))?.focused).toBeTruthy();
  });

  test("other words open the search, and so does a name while its page's marks are off", async () => {
    const { driver, page } = await openPage();
    await select(page, "electricity bills");
    await driver.contextMenu(page, "look-up", { selectionText: "electricity bills" });
    const search = await pageOfOurs();
    const typed = () =>
      search.evaluate(() => document.querySelector<HTMLInputElement>("[role=combobox]")?.value);
    await expect.poll(typed).toBe("electricity bills");
    await search.close();

    await driver.settings({ everywhere: false });
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await select(page, "Jason Kwon");
    await driver.contextMenu(page, "look-up", { selectionText: "Jason Kwon" });
    const again = await pageOfOurs();
    await expect
      .poll(async () => (await offered({ evaluate: again.evaluate.bind(again) as never }))[0])
      .toBe("Jason Kwon");
    await driver.settings({ everywhere: true });
  });

  test("pause on this site in the menu switches it off, and on again, and is called what it would do", async () => {
    const { driver, page } = await openPage();
    await driver.menuTitle(page, "pause");
    const title = () => driver.menuTitle(page, "pause");
    await driver.contextMenu(page, "pause");
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await expect.poll(title).toBe(say("menu_resume"));
    await driver.contextMenu(page, "pause");
    await driver.waitMention(page, "sovereign AI");
    await expect.poll(title).toBe(say("menu_pause"));
  });

  test("the address bar suggests entries with their one-liners, from a background that was asleep", async () => {
    const { browser: driver } = use();
    await driver.page("about:blank");
    await driver.stopBackground();
    const list = await driver.suggestions("qwen");
    // Firefox draws its first line before it asks us.
    if (driver.name === "firefox") expect(list.shift()).toBe(say("omnibox_hint"));
    for (const [at, id] of ["qwen", "qwen2-5"].entries()) {
      const { name, line } = bundledEntry(id);
      expect(list[at]).toBe(`${name} – ${line}`);
    }
    expect(list.length).toBeLessThanOrEqual(6);
  });

  test("Enter in the address bar opens the entry's own page, or the search where there is none", async () => {
    const { browser: driver } = use();
    await driver.page("about:blank");
    await driver.omnibox("sovereing ai");
    const entry = await pageAt(driver, "popup.html#/entry/sovereign-ai");
    await expect
      .poll(() => entry.evaluate(() => document.body.innerText))
      .toContain(bundledEntry("sovereign-ai").line);
    await driver.page("about:blank");
    await driver.omnibox("nobodyknowsthis");
    const search = await pageAt(driver, "popup.html#/search/nobodyknowsthis");
    await expect
      .poll(() => search.evaluate(() => document.body.innerText))
      .toContain(say("popup_no_results"));
  });
});
