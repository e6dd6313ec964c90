import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { say } from "./harness/bundled.ts";
import { listed } from "./harness/controls.ts";
import type { Popup } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

const PARAGRAPH = "<p>They chose Qwen, made by Alibaba.</p>";
const paragraphs = (many: number) =>
  `<!doctype html><html lang="en"><title>Long</title><main>${PARAGRAPH.repeat(many)}</main></html>`;
const says = (popup: Popup, words: string) =>
  expect.poll(() => popup.text(), { timeout: 15_000 }).toContain(words);

inBothBrowsers("The popup over a page that takes long", (use) => {
  const open = async (body: string) => {
    const { browser: driver, pages } = use();
    pages.add("long.html", body);
    const page = await driver.page(pages.url("long.html"));
    // Its own tab is to be there before: a popup closes when another tab comes to the front.
    await driver.inExtension(() => 0);
    return { driver, page };
  };
  /** The page works without a pause until it is told to stop. */
  const work = (page: Page, ms: number) =>
    page.evaluate((ms) => {
      setTimeout(() => {
        const end = performance.now() + ms;
        while (performance.now() < end);
      });
    }, ms);

  test("says that it is still being read, and then lists all of it", async () => {
    const { page, driver } = await open(paragraphs(1));
    const popup = await driver.popup(page);
    await expect.poll(() => listed(popup)).toEqual(["Qwen", "Alibaba"]);
    // Not before the popup is there, which may take its time. Frames that the page fills with work of its own leave
    // little of it for reading.
    await page.evaluate((text) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", text);
      const draw = () => {
        const end = performance.now() + 400;
        while (performance.now() < end);
        if (!("calm" in window)) requestAnimationFrame(draw);
      };
      requestAnimationFrame(draw);
    }, PARAGRAPH.repeat(17_999));
    await says(popup, say("popup_reading"));
    await page.evaluate(() => Object.assign(window, { calm: true }));
    await says(popup, "36,000 mentions");
    await expect.poll(() => popup.text()).not.toContain(say("popup_reading"));
    await popup.close();
  }, 60_000);

  test("does not say so of a page on which only a clock ticks", async () => {
    const { page, driver } = await open(
      paragraphs(2).replace(
        "<main>",
        "<main><p id=clock>0</p><script>setInterval(() => { clock.textContent = Date.now(); }, 50);</script>",
      ),
    );
    await driver.waitMention(page, "Qwen");
    const popup = await driver.popup(page);
    await expect.poll(() => listed(popup)).toEqual(["Qwen", "Alibaba"]);
    await expect.poll(() => popup.text()).not.toContain(say("popup_reading"));
    // Nor does it come back.
    for (let times = 0; times < 20; times++) {
      expect(await popup.text()).not.toContain(say("popup_reading"));
      await new Promise((later) => setTimeout(later, 100));
    }
    await popup.close();
  });

  test("a page too busy to answer is one that is still read, and is listed once it has time", async () => {
    const { page, driver } = await open(paragraphs(2));
    await driver.waitMention(page, "Qwen");
    await work(page, 5000);
    const popup = await driver.popup(page);
    await says(popup, say("popup_reading"));
    await expect.poll(() => popup.text(), { timeout: 15_000 }).not.toContain(say("popup_reading"));
    await expect.poll(() => listed(popup)).toEqual(["Qwen", "Alibaba"]);
    await popup.close();
  });

  test("says that only a part of a page without end was read", async () => {
    const { page, driver } = await open(paragraphs(22_000));
    const popup = await driver.popup(page);
    await says(popup, say("popup_heavy"));
    expect(await listed(popup)).toEqual(["Qwen", "Alibaba"]);
    await popup.close();
  });
});
