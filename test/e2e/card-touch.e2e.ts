import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { mentionBoxes, openPanel, overlap, viewOf, waitPanel } from "./harness/panels.ts";

/** Longer than anything that opens a card by touch takes. */
const LONG_ENOUGH = 600;
const QWEN = bundledEntry("qwen").name;
const MARK = { name: "sidelight-model" };

inBothBrowsers(
  "A card by touch",
  (use) => {
    const openPage = async () => {
      const { browser, pages } = use();
      const page = await browser.page(pages.url("card/touch.html"));
      await browser.waitMention(page, "Qwen");
      return { browser, page };
    };
    const tapped = async () => {
      const opened = await openPage();
      await opened.browser.tap(opened.page, "Qwen", MARK);
      await waitPanel(opened.browser, opened.page, QWEN);
      return opened;
    };

    test("a tap on a marked mention opens its card as a sheet at the foot, over neither mention nor view", async () => {
      const { browser, page } = await tapped();
      const panel = await openPanel(browser, page);
      const view = await viewOf(page);
      expect(panel.layout).toBe("sheet");
      expect(panel.role).toBe("region");
      await expect.poll(async () => (await openPanel(browser, page)).box.bottom).toBeCloseTo(view.bottom, 0);
      const { box } = await openPanel(browser, page);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(view.right);
      for (const line of await mentionBoxes(page, "Qwen")) expect(overlap(box, line)).toBe(false);
      await wait(LONG_ENOUGH);
      expect((await openPanel(browser, page)).title, "it stays without a finger").toBe(QWEN);
      expect(browser.errors(page)).toEqual([]);
    });

    test("a tap on a mention without a mark opens nothing", async () => {
      const { browser, page } = await openPage();
      await browser.tap(page, "Qwen", { name: "sidelight-quiet" });
      await wait(LONG_ENOUGH);
      expect(await browser.readCard(page)).toBeNull();
    });

    test("a tap on a mention in a link follows the link", async () => {
      const { browser, page } = await openPage();
      await browser.tap(page, "Hugging Face", { name: "sidelight-organisation" });
      await expect.poll(() => page.evaluate(() => location.hash)).toBe("#followed");
      await wait(LONG_ENOUGH);
      expect(await browser.readCard(page)).toBeNull();
    });

    test("a finger that scrolls, and one that stays too long, opens nothing", async () => {
      const { browser, page } = await openPage();
      const [line] = await mentionBoxes(page, "Qwen");
      const x = (line!.left + line!.right) / 2;
      const y = (line!.top + line!.bottom) / 2;
      const finger = await page.touchscreen.touchStart(x, y);
      for (const step of [8, 16, 24, 32]) await finger.move(x, y + step);
      await finger.end();
      await wait(LONG_ENOUGH);
      expect(await browser.readCard(page)).toBeNull();

      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      const slow = await page.touchscreen.touchStart(x, y);
      await wait(700);
      await slow.end();
      await wait(LONG_ENOUGH);
      expect(await browser.readCard(page)).toBeNull();
      // The same place answers a tap.
      await browser.tap(page, "Qwen", MARK);
      await waitPanel(browser, page, QWEN);
    });

    test("a tap inside keeps the sheet, its button closes it", async () => {
      const { browser, page } = await tapped();
      const { box } = await openPanel(browser, page);
      await page.touchscreen.tap(box.left + 40, box.top + 40);
      await wait(200);
      expect((await openPanel(browser, page)).pinned).toBe(false);
      const { id } = await openPanel(browser, page);
      await browser.clickInCard(page, `[data-card="${id}"] [aria-label="${say("card_close")}"]`);
      await browser.waitNoCard(page, 1500);
    });

    /** A finger on the sheet, `from` its upper edge, that goes `by` px down in steps that take a while. */
    const swipe = async (page: Page, from: number, by: number, pause: number) => {
      const { box } = await openPanel(use().browser, page);
      const x = box.left + 60;
      const finger = await page.touchscreen.touchStart(x, box.top + from);
      for (let step = 1; step <= 8; step++) {
        await finger.move(x, box.top + from + (by * step) / 8);
        await wait(pause);
      }
      return finger;
    };
    const topOf = async (page: Page) => (await openPanel(use().browser, page)).box.top;
    const HEAD = 14;
    const settled = async (page: Page) => {
      const view = await viewOf(page);
      await expect
        .poll(async () => (await openPanel(use().browser, page)).box.bottom)
        .toBeCloseTo(view.bottom, 0);
      return topOf(page);
    };

    test("a swipe by the head follows the finger, and far enough it closes the sheet", async () => {
      const { browser, page } = await tapped();
      const top = await settled(page);
      const finger = await swipe(page, HEAD, 120, 30);
      expect((await topOf(page)) - top).toBeCloseTo(120, 0);
      await finger.end();
      await browser.waitNoCard(page, 1500);
      expect(browser.errors(page)).toEqual([]);
    });

    test("a slow swipe that ends before long lets the sheet come back", async () => {
      const { page } = await tapped();
      const top = await settled(page);
      const finger = await swipe(page, HEAD, 40, 30);
      expect((await topOf(page)) - top).toBeCloseTo(40, 0);
      await finger.end();
      await expect.poll(() => topOf(page)).toBeCloseTo(top, 0);
      expect((await openPanel(use().browser, page)).title).toBe(QWEN);
    });

    test("a swipe upwards, and one below the head, leave the sheet where it is", async () => {
      const { page } = await tapped();
      const top = await settled(page);
      const up = await swipe(page, HEAD, -100, 10);
      expect(await topOf(page)).toBeCloseTo(top, 0);
      await up.end();
      const below = await swipe(page, 160, 120, 10);
      expect(await topOf(page)).toBeCloseTo(top, 0);
      await below.end();
      expect((await openPanel(use().browser, page)).title).toBe(QWEN);
    });

    test("a tap outside closes the sheet", async () => {
      const { browser, page } = await tapped();
      await page.touchscreen.tap(200, 8);
      await browser.waitNoCard(page, 1500);
    });

    test("a tap on another mention changes over to its card", async () => {
      const { browser, page } = await tapped();
      await browser.tap(page, "DeepSeek", { name: "sidelight-organisation" });
      await waitPanel(browser, page, bundledEntry("deepseek").name);
      expect((await openPanel(browser, page)).layout).toBe("sheet");
    });
  },
  { touch: true, viewport: { width: 390, height: 760 } },
);
