import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import { countedCopy, countsOf, heapOf } from "./harness/counts.ts";
import { createDriver } from "./harness/create-driver.ts";
import { APP, heldAtRest, navigateWithin, switchOffAndOn } from "./harness/cycles.ts";
import type { BrowserName, Driver } from "./harness/driver.ts";
import { registered } from "./harness/registered.ts";
import { type PageServer, servePages } from "./harness/serve.ts";

const TIMES = 30;
/** Bytes. The browser's own caches move it by about half as much. */
const HEAP = 1_500_000;

describe.each<BrowserName>(["chromium", "firefox"])("A life in a page (%s)", (name) => {
  let folder: string;
  let browser: Driver;
  let pages: PageServer;
  beforeAll(async () => {
    folder = countedCopy(name);
    pages = await servePages();
    pages.add("app.html", APP);
    browser = createDriver(name, { extension: folder });
    await browser.start();
  }, 90_000);
  afterEach(() => browser.closePages());
  afterAll(async () => {
    await browser.close();
    pages.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Bytes by which the heap grows over some work; 0 where the browser does not tell. */
  async function growth(page: Parameters<typeof heapOf>[0], work: () => Promise<void>): Promise<number> {
    const before = name === "chromium" ? await heapOf(page) : 0;
    await work();
    return (name === "chromium" ? await heapOf(page) : 0) - before;
  }

  test(`${TIMES} times off and on leave everything as it was`, async () => {
    const page = await browser.page(pages.url("demo.html"));
    await browser.hover(page, "Qwen");
    await browser.waitCard(page);
    await page.keyboard.press("Escape");
    await browser.pointAway(page);
    await page.evaluate(() => scrollTo(0, 0));
    await switchOffAndOn(browser, page, 2);
    const on = await heldAtRest(page);
    expect(on.listeners).toBeGreaterThan(0);
    expect(on.mutationObservers).toBeGreaterThan(0);
    expect(on.watched).toBeGreaterThan(0);

    expect(await growth(page, () => switchOffAndOn(browser, page, TIMES))).toBeLessThan(HEAP);
    expect(await heldAtRest(page)).toEqual(on);

    await browser.settings({ everywhere: false });
    const off = await heldAtRest(page);
    expect(off).toMatchObject({
      timers: 0,
      mutationObservers: 0,
      intersectionObservers: 0,
      watched: 0,
      ranges: 0,
      sheets: 0,
      hosts: 0,
    });
    // Those of early.js alone, which wait for the next switch.
    expect(off.listeners).toBeLessThanOrEqual(on.listeners);
    await browser.settings({ everywhere: true });
    expect(await heldAtRest(page)).toEqual(on);
    expect(browser.errors(page)).toEqual([]);
  }, 120_000);

  test(`${TIMES} navigations within a page leave everything as it was`, async () => {
    const page = await browser.page(pages.url("app.html"));
    await browser.waitMention(page, "Qwen");
    await navigateWithin(page, 5);
    const first = await heldAtRest(page);
    expect(await growth(page, () => navigateWithin(page, TIMES))).toBeLessThan(HEAP);
    expect(await heldAtRest(page)).toEqual(first);
    expect(browser.errors(page)).toEqual([]);
  }, 120_000);

  test("an extension loaded anew serves open pages without a reload, once", async () => {
    const page = await browser.page(pages.url("demo.html"));
    await browser.waitMention(page, "sovereign AI");
    await wait(500);
    const before = await registered(page.mainFrame());
    const bare = await page.evaluate(() => document.documentElement.outerHTML);

    await browser.reload();
    await page.bringToFront();
    await expect
      .poll(() => registered(page.mainFrame()), { timeout: 10_000, message: "the same marks" })
      .toEqual(before);
    await expect.poll(() => countsOf(page)).toBeDefined();
    await wait(500);
    expect(await registered(page.mainFrame()), "no mark twice").toEqual(before);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(bare);

    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page, bundledEntry("sovereign-ai").line);
    expect(await page.evaluate(() => document.querySelectorAll("sidelight-card").length)).toBe(1);
    expect(browser.errors(page)).toEqual([]);
  }, 60_000);

  test("a card that is open when the extension is loaded anew is gone, and the next one opens", async () => {
    const page = await browser.page(pages.url("demo.html"));
    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page);
    await browser.reload();
    await page.bringToFront();
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll("sidelight-card").length), {
        timeout: 10_000,
      })
      .toBe(0);
    // The marks of the former life may still stand: the new one has to answer first.
    await expect.poll(() => countsOf(page), { timeout: 10_000 }).toBeDefined();
    await browser.waitMention(page, "sovereign AI");
    await browser.pointAway(page);
    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page, bundledEntry("sovereign-ai").line);
    expect(browser.errors(page)).toEqual([]);
  }, 60_000);

  // Last: after it there is no Sidelight in this browser any more.
  test("an extension that was removed leaves no card and no error", async () => {
    const page = await browser.page(pages.url("demo.html"));
    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page);
    await browser.uninstall();
    await page.bringToFront();
    await page.mouse.move(300, 300);
    await page.mouse.move(305, 305);
    // Firefox ends our script without a word to it: what it left stays until the page is loaded again.
    if (name === "firefox") await browser.goto(page, pages.url("demo.html"));
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll("sidelight-card").length), { timeout: 5000 })
      .toBe(0);
    await expect.poll(() => registered(page.mainFrame())).toEqual([]);
    expect(browser.errors(page)).toEqual([]);
  }, 60_000);
});
