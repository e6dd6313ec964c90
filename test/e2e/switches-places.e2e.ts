import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect, test } from "vitest";
import { say } from "./harness/bundled.ts";
import { isOn } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

const THIS_SITE = { name: say("popup_on_this_site") };
const folder = mkdtempSync(join(tmpdir(), "sidelight-file-"));
const file = join(folder, "page.html");
writeFileSync(
  file,
  "<!doctype html><html lang=en><title>File</title><main><p>OpenAI and Qwen.</p></main></html>",
);
afterAll(() => rmSync(folder, { recursive: true }));

inBothBrowsers("Where a switch reaches", (use, name) => {
  afterEach(() => use().browser.rawSettings(undefined));
  const marked = async (host: string) => {
    const { browser: driver, pages } = use();
    const page = await driver.page(pages.url("demo.html", { host }));
    await driver.waitMention(page, "OpenAI");
    return page;
  };
  /** Off, and known to be: nothing is there to wait for but the popup's word. */
  const isQuiet = async (host: string) => {
    const { browser: driver, pages } = use();
    const page = await driver.page(pages.url("demo.html", { host }));
    const popup = await driver.popup(page);
    await expect.poll(() => popup.text()).toContain(say("popup_paused_site", "").replace(/\s*\.?$/, ""));
    expect(await driver.highlights(page)).toEqual([]);
    await popup.close();
  };

  test.each([
    ["one.paper.co.uk", "paper.co.uk", "two.paper.co.uk", null],
    ["one.blogspot.com", "one.blogspot.com", null, "two.blogspot.com"],
    ["localhost", "localhost", null, "news.test"],
    ["127.0.0.1", "127.0.0.1", null, "news.test"],
  ])("the site of %s is %s", async (host, site, alsoOff, stillOn) => {
    const { browser: driver } = use();
    const page = await marked(host);
    const popup = await driver.popup(page);
    await expect
      .poll(() => popup.evaluate(() => document.querySelector(".switches bdi")?.textContent))
      .toBe(site);
    await popup.click(THIS_SITE);
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await popup.close();
    if (alsoOff) await isQuiet(alsoOff);
    if (stillOn) await marked(stillOn);
  });

  test("an exact host in the list speaks for itself alone", async () => {
    await use().browser.settings({ pausedSites: ["a.news.test"] });
    await isQuiet("a.news.test");
    await marked("news.test");
  });

  test("a file of this computer: why nothing is marked, and its own switch once it may be read", async () => {
    const { browser: driver } = use();
    const address = pathToFileURL(file).href;
    await driver.allowFiles(false);
    const kept = await driver.page(address);
    const asked = await driver.popup(kept);
    // Chromium keeps the address of such a page from an extension; Firefox tells it.
    const why = say(name === "chromium" ? "silence_hidden" : "silence_file_access");
    await expect.poll(() => asked.text()).toContain(why);
    expect(await driver.highlights(kept)).toEqual([]);
    await asked.close();
    await kept.close();
    await driver.allowFiles(true);
    const page = await driver.page(address);
    if (name === "firefox") {
      const pp = await driver.popup(page);
      await new Promise((r) => setTimeout(r, 1500));
      console.log(
        await pp.text(),
        await driver.inExtension(async () =>
          JSON.stringify([
            await browser.permissions.getAll(),
            (await browser.tabs.query({})).map((t) => t.url),
            await browser.permissions.contains({ origins: ["file:///*"] }),
          ]),
        ),
      );
      await pp.close();
    }
    await driver.waitMention(page, "OpenAI");
    const popup = await driver.popup(page);
    await expect.poll(() => isOn(popup, THIS_SITE)).toBe(true);
    await popup.click(THIS_SITE);
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await popup.close();
  });

  test("access taken back silences open pages at once, and given again it needs no reload", async () => {
    const { browser: driver } = use();
    const page = await marked("news.test");
    await driver.hostAccess(false);
    try {
      await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    } finally {
      await driver.hostAccess(true);
    }
    await page.bringToFront();
    await driver.waitMention(page, "OpenAI");
  });
});
