import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import {
  focusInCard,
  openPanel,
  type PanelSeen,
  panels,
  pinByKey,
  pinned as pinnedPanels,
  pressTitle,
  waitPanel,
  withSettings,
} from "./harness/panels.ts";

/** Longer than the intent delay (250 ms) or the grace (300 ms) with all that follows. */
const LONG_ENOUGH = 700;
const QWEN = bundledEntry("qwen").name;
const DEEPSEEK = bundledEntry("deepseek").name;

inBothBrowsers("Holding a card", (use) => {
  const open = async (term = "Qwen", title = term) => {
    const { browser, pages } = use();
    const url = pages.url("card/article.html");
    const page = await browser.page(url);
    await browser.hover(page, term);
    await waitPanel(browser, page, title);
    return { browser, page, url };
  };
  const pinned = (page: Page) => pinnedPanels(use().browser, page);
  const center = ({ box }: PanelSeen) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

  test("a click into a card pins it, and it stays when the pointer leaves", async () => {
    const { browser, page } = await open();
    await pressTitle(browser, page, QWEN);
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
    await browser.pointAway(page);
    await wait(LONG_ENOUGH);
    expect((await pinned(page)).map(({ title }) => title)).toEqual([QWEN]);
    expect(browser.errors(page)).toEqual([]);
  });

  test("a click on the mention pins its card", async () => {
    const { browser, page } = await open();
    await browser.click(page, "Qwen");
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
  });

  test("the pin button pins, the close button closes a pinned card", async () => {
    const { browser, page } = await open();
    await browser.clickInCard(page, { name: say("card_pin") });
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
    await browser.clickInCard(page, { name: say("card_close") });
    await browser.waitNoCard(page, 1500);
  });

  test("a bare P on the page is the page's, and pins nothing", async () => {
    const { page } = await open();
    await page.keyboard.press("p");
    expect(await page.evaluate("heard")).toEqual(["keydown p", "keypress p", "keyup p"]);
    await wait(200);
    expect(await pinned(page)).toEqual([]);
  });

  test("P pins the card that has the focus, and the page hears nothing of it", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await browser.waitMention(page, "Qwen");
    await pinByKey(browser, page);
    expect(await page.evaluate("heard")).toEqual([]);
  });

  test("a pinned card is dragged by its head and stays within the view", async () => {
    const { browser, page } = await open();
    await pressTitle(browser, page, QWEN);
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
    const before = (await pinned(page))[0]!;
    const from = { x: before.box.left + 40, y: before.box.top + 12 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y - 40, { steps: 4 });
    await page.mouse.move(from.x + 120, from.y - 90, { steps: 4 });
    await page.mouse.up();
    const after = (await pinned(page))[0]!;
    expect(after.box.left - before.box.left).toBeCloseTo(120, 0);
    expect(after.box.top - before.box.top).toBeCloseTo(-90, 0);

    await page.mouse.down();
    await page.mouse.move(5, 5, { steps: 6 });
    await page.mouse.up();
    const cornered = (await pinned(page))[0]!;
    expect(cornered.box.left).toBeGreaterThanOrEqual(0);
    expect(cornered.box.top).toBeGreaterThanOrEqual(0);
    expect(cornered.box.top).toBeLessThan(20);
  });

  test("pinned cards stand side by side with the next one, and each is closed by itself", async () => {
    const { browser, page } = await open();
    await pressTitle(browser, page, QWEN);
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
    await browser.hover(page, "DeepSeek");
    await waitPanel(browser, page, DEEPSEEK);
    await pressTitle(browser, page, DEEPSEEK);
    await expect.poll(async () => (await pinned(page)).map(({ title }) => title)).toEqual([QWEN, DEEPSEEK]);
    await browser.hover(page, "Trisha Ray");
    await waitPanel(browser, page, bundledEntry("trisha-ray").name);
    expect(await panels(browser, page)).toHaveLength(3);

    const [first] = await pinned(page);
    await browser.clickInCard(page, `[data-card="${first!.id}"] [aria-label="${say("card_close")}"]`);
    await expect.poll(async () => (await pinned(page)).map(({ title }) => title)).toEqual([DEEPSEEK]);
    // Esc on the page closes what opened by itself, not what the reader pinned.
    await page.keyboard.press("Escape");
    await wait(100);
    expect((await pinned(page)).map(({ title }) => title)).toEqual([DEEPSEEK]);
  });

  test("Esc closes a pinned card only from inside", async () => {
    const { browser, page } = await open();
    await browser.clickInCard(page, { name: say("card_pin") });
    await expect.poll(async () => (await pinned(page)).length).toBe(1);
    await page.evaluate(() => document.getElementById("field")?.focus());
    await page.keyboard.press("Escape");
    await wait(200);
    expect(await pinned(page)).toHaveLength(1);
    await browser.clickInCard(page, { name: say("card_move") });
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1500);
  });

  test("one word of several meanings has a tab for each, and arrows go between them", async () => {
    const { browser, page } = await open("K2", bundledEntry("k2-think").name);
    const names = [bundledEntry("k2-think").name, bundledEntry("kimi-k2").name];
    await expect
      .poll(async () => (await openPanel(browser, page)).tabs)
      .toEqual([
        { name: names[0], chosen: true },
        { name: names[1], chosen: false },
      ]);
    await browser.clickInCard(page, { name: names[1]! });
    const second = await waitPanel(browser, page, names[1]!);
    expect(second.text).toContain(bundledEntry("kimi-k2").summary);
    expect(second.tabs.map(({ chosen }) => chosen)).toEqual([false, true]);
    expect(await focusInCard(browser, page)).toBe(names[1]);
    await page.keyboard.press("ArrowLeft");
    await waitPanel(browser, page, names[0]!);
    await page.keyboard.press("ArrowLeft");
    await waitPanel(browser, page, names[1]!);
    await page.keyboard.press("ArrowRight");
    await waitPanel(browser, page, names[0]!);
    expect(await page.evaluate("heard")).toEqual([]);
  });

  test("a related entry opens in place, and Back returns, by button and by key", async () => {
    const { browser, page } = await open();
    const related = bundledEntry("alibaba").name;
    const before = await openPanel(browser, page);
    await browser.clickInCard(page, { name: related });
    expect((await waitPanel(browser, page, related)).id).toBe(before.id);
    await browser.clickInCard(page, { name: say("card_back") });
    await waitPanel(browser, page, QWEN);
    await browser.clickInCard(page, { name: related });
    await waitPanel(browser, page, related);
    await page.keyboard.press("Backspace");
    await waitPanel(browser, page, QWEN);
    expect(center(await openPanel(browser, page)).x).toBeCloseTo(center(before).x, 0);
    expect(await page.evaluate("heard")).toEqual([]);
  });

  test("the depth is one key or click apart, holds for the next card, and after a reload", async () => {
    const { browser, page, url } = await open();
    try {
      const { summary, line } = bundledEntry("qwen");
      expect((await openPanel(browser, page)).depth).toBe("paragraph");
      await browser.clickInCard(page, { name: say("card_depth_line") });
      await expect.poll(async () => (await openPanel(browser, page)).depth).toBe("line");
      const short = await openPanel(browser, page);
      expect(short.text).toContain(line);
      expect(short.text).not.toContain(summary);
      await page.keyboard.press("3");
      await expect.poll(async () => (await openPanel(browser, page)).depth).toBe("everything");
      const long = await openPanel(browser, page);
      for (const { text } of bundledEntry("qwen").facts ?? []) expect(long.text).toContain(text);

      await page.keyboard.press("Escape");
      await browser.waitNoCard(page);
      await browser.hover(page, "DeepSeek");
      expect((await waitPanel(browser, page, DEEPSEEK)).depth).toBe("everything");
      await browser.goto(page, url);
      await browser.hover(page, "Qwen");
      expect((await waitPanel(browser, page, QWEN)).depth).toBe("everything");
    } finally {
      await browser.rawSettings(undefined);
    }
  });

  test("with the trigger of a held key, a resting pointer opens nothing until it is held", async () => {
    const { browser, pages } = use();
    await withSettings(
      browser,
      { trigger: "modifier", modifier: "Shift" },
      pages.url("card/article.html"),
      async (page) => {
        await browser.hover(page, "Qwen");
        await wait(LONG_ENOUGH);
        expect(await browser.readCard(page)).toBeNull();
        await page.keyboard.down("Shift");
        await waitPanel(browser, page, QWEN);
        await page.keyboard.up("Shift");
      },
    );
  });

  test("with the trigger of a click, a click opens at once, and a resting pointer nothing", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { trigger: "click" }, pages.url("card/article.html"), async (page) => {
      await browser.hover(page, "Qwen");
      await wait(LONG_ENOUGH);
      expect(await browser.readCard(page)).toBeNull();
      await browser.click(page, "Qwen");
      expect((await waitPanel(browser, page, QWEN)).pinned).toBe(false);
      await page.mouse.click(500, 15);
      await browser.waitNoCard(page, 1500);
      // In a link the click is the link's.
      await browser.click(page, "Hugging Face");
      await expect.poll(() => page.evaluate(() => location.hash)).toBe("#followed");
    });
  });

  test("the delay is the reader's", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { hoverDelay: 1500 }, pages.url("card/article.html"), async (page) => {
      await browser.hover(page, "Qwen");
      await wait(900);
      expect(await browser.readCard(page)).toBeNull();
      await waitPanel(browser, page, QWEN);
    });
  });
});
