import { afterEach, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { isOn } from "./harness/controls.ts";
import type { Popup } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

const ALL_SITES = { name: say("popup_on_all_sites") };
const THIS_SITE = { name: say("popup_on_this_site") };
const SEARCH = "[role=combobox], [role=searchbox]";

const options = (popup: Popup) =>
  popup.evaluate(() => [...document.querySelectorAll("[role=option]")].map((one) => one.textContent));

inBothBrowsers("The popup", (use) => {
  // What one test switches off, the next one must not find.
  afterEach(() => use().browser.rawSettings(undefined));

  const openOver = async (path = "demo.html") => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url(path));
    await browser.waitMention(page, "sovereign AI");
    return { browser, pages, page, popup: await browser.popup(page) };
  };

  test("search has the focus, and finds an entry as one types, typos and all", async () => {
    const { popup } = await openOver();
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.getAttribute("role")))
      .toBe("combobox");
    await popup.type(SEARCH, "clemnet delang");
    await expect.poll(async () => (await options(popup))[0]).toContain("Clément Delangue");
    await popup.press("Enter");
    const { line, summary } = bundledEntry("clement-delangue");
    await expect.poll(() => popup.text()).toContain(line);
    expect(await popup.text()).toContain(summary);
    await popup.close();
  });

  test("a query without an answer says so", async () => {
    const { popup } = await openOver();
    await popup.type(SEARCH, "xyzzyqqq");
    await expect.poll(() => popup.text()).toContain(say("popup_no_results"));
    expect(await options(popup)).toEqual([]);
    await popup.close();
  });

  test("what stands on the page is listed, and a click jumps to the mention and opens its card", async () => {
    const { browser, page, popup } = await openOver();
    const { name } = bundledEntry("trisha-ray");
    await expect.poll(() => popup.text()).toContain(name);
    const mention = await popup.evaluate((name) => {
      const rows = [...document.querySelectorAll("button")].filter((one) => one.textContent.includes(name));
      rows[0]?.setAttribute("data-tried", "");
      return rows.length;
    }, name);
    expect(mention).toBeGreaterThan(0);
    await popup.click("[data-tried]");
    await browser.waitCard(page, bundledEntry("trisha-ray").line);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test("switched off everywhere, Sidelight is gone at once, stays off after a reload, and comes back", async () => {
    const { browser, pages, page, popup } = await openOver();
    await expect.poll(() => isOn(popup, ALL_SITES)).toBe(true);
    await popup.click(ALL_SITES);
    await expect.poll(async () => (await browser.highlights(page)).length).toBe(0);
    await popup.close();

    await browser.goto(page, pages.url("demo.html"));
    const again = await browser.popup(page);
    await expect.poll(() => isOn(again, ALL_SITES)).toBe(false);
    await expect.poll(() => again.text()).toContain(say("popup_paused_everywhere"));
    expect(await browser.highlights(page)).toEqual([]);

    await again.click(ALL_SITES);
    await browser.waitMention(page, "sovereign AI");
    await again.close();
  });

  test("switched off on one site, it stays off there after a reload, and on elsewhere", async () => {
    const { browser, pages } = use();
    const there = pages.url("demo.html", { host: "a.news.test" });
    const page = await browser.page(there);
    await browser.waitMention(page, "sovereign AI");
    const popup = await browser.popup(page);
    await expect.poll(() => isOn(popup, THIS_SITE)).toBe(true);
    await popup.click(THIS_SITE);
    await expect.poll(async () => (await browser.highlights(page)).length).toBe(0);
    await popup.close();

    await browser.goto(page, there);
    const again = await browser.popup(page);
    await expect.poll(() => isOn(again, THIS_SITE)).toBe(false);
    expect(await isOn(again, ALL_SITES)).toBe(true);
    expect(await browser.highlights(page)).toEqual([]);
    await again.close();

    // The whole registrable domain is off, another site is not.
    const elsewhere = await browser.page(pages.url("demo.html", { host: "other.test" }));
    await browser.waitMention(elsewhere, "sovereign AI");
    const sibling = await browser.page(pages.url("demo.html", { host: "news.test" }));
    const asked = await browser.popup(sibling);
    await expect.poll(() => isOn(asked, THIS_SITE)).toBe(false);
    expect(await browser.highlights(sibling)).toEqual([]);

    await asked.click(THIS_SITE);
    await browser.waitMention(sibling, "sovereign AI");
    await asked.close();
  });

  test("where the reader took back the access to sites, the popup says so", async () => {
    const { browser, pages } = use();
    await browser.hostAccess(false);
    try {
      const page = await browser.page(pages.url("demo.html"));
      const popup = await browser.popup(page);
      await expect.poll(() => popup.text()).toContain(say("silence_no_permission"));
      await popup.close();
    } finally {
      await browser.hostAccess(true);
    }
    const page = await browser.page(pages.url("demo.html"));
    await browser.waitMention(page, "sovereign AI");
  });

  test("on a page of the browser itself the popup says why nothing runs there", async () => {
    const { browser } = use();
    const page = await browser.page(browser.name === "chromium" ? "chrome://version" : "about:support");
    const popup = await browser.popup(page);
    await expect.poll(() => popup.text()).toContain(say("silence_browser_page"));
    await popup.close();
  });
});
