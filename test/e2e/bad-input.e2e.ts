import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/** Time for whatever may go wrong to go wrong. */
const SETTLE = 600;

inBothBrowsers("Bad input", (use) => {
  const qwen = bundledEntry("qwen").line;

  /** Opens a page, rests on its "Qwen", expects the card, and a silent console. */
  async function readQwen(path: string) {
    const { browser, pages } = use();
    const page = await browser.page(pages.url(`bad-input/${path}`));
    await browser.hover(page, "Qwen");
    await browser.waitCard(page, qwen);
    expect(browser.errors(page)).toEqual([]);
    return { browser, page };
  }

  test("a page without a body is silent, and is read once it has one", async () => {
    await readQwen("no-body.html");
  });

  test("a frameset has no body, but its frames are read", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("bad-input/frameset.html"));
    const frame = page.frames()[1];
    if (!frame) throw new Error("the frameset has no frame");
    await browser.hover(frame, "Qwen");
    await browser.waitCard(frame, qwen);
    expect(browser.errors(page)).toEqual([]);
  });

  test("XHTML is read like HTML", async () => {
    await readQwen("article.xhtml");
  });

  test("a plain text document is read", async () => {
    await readQwen("plain.txt");
  });

  test.each(["headless.xhtml", "drawing.svg", "feed.xml"])("%s raises no error", async (path) => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url(`bad-input/${path}`));
    await page.mouse.move(90, 110);
    await page.mouse.move(91, 111);
    await wait(SETTLE);
    expect(browser.errors(page)).toEqual([]);
    await readQwen("short.html");
  });

  test("a text node of two million characters delays nobody", async () => {
    const { browser, page } = await readQwen("huge-text.html");
    // What stands after it is found, too.
    await page.evaluate(() => document.getElementById("last")?.scrollIntoView());
    await browser.waitMention(page, "DeepSeek");
    const answer = await page.evaluate(async () => {
      const start = performance.now();
      await new Promise((frame) => requestAnimationFrame(frame));
      return performance.now() - start;
    });
    expect(answer).toBeLessThan(2000);
  });

  test("a page that removes the card's element gets no error, and the next hover works", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("bad-input/removes-host.html?times=1"));
    await browser.hover(page, "Qwen");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset["removed"])).toBe("1");
    await wait(SETTLE);
    // Where the card came back it may cover the next term.
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page);
    await browser.hover(page, "DeepSeek");
    await browser.waitCard(page, bundledEntry("deepseek").line);
    expect(browser.errors(page)).toEqual([]);
  });

  test("a page that removes it again and again gets no error and no endless fight", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("bad-input/removes-host.html?times=1000000"));
    for (const term of ["Qwen", "DeepSeek", "OpenAI"]) {
      await browser.hover(page, term);
      await wait(SETTLE);
    }
    expect(browser.errors(page)).toEqual([]);
    expect(Number(await page.evaluate(() => document.documentElement.dataset["removed"]))).toBeLessThan(50);
  });

  test("a page that claims the card's element name gets a plain popover", async () => {
    const { browser, page } = await readQwen("claims-name.html");
    const card = await browser.readCard(page);
    expect(card?.host).toBe("div");
  });

  test.each<[string, unknown]>([
    ["a text", "nonsense"],
    ["a list", [1, 2, 3]],
    [
      "fields of wrong kinds",
      { version: 1, everywhere: "yes", density: 7, pausedSites: { 0: "x" }, hoverDelay: -5 },
    ],
    ["a newer version", { version: 99, density: "every", unheardOf: { deep: [null] } }],
  ])("settings that are %s cost no more than the bad fields", async (_what, stored) => {
    const { browser } = use();
    await browser.rawSettings(stored);
    try {
      await readQwen("short.html");
    } finally {
      await browser.rawSettings(undefined);
    }
  });

  test("a background that was stopped a moment ago answers the next hover", async () => {
    const { browser, page } = await readQwen("removes-host.html?times=0");
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page);
    await browser.stopBackground();
    expect(await browser.backgroundRuns()).toBe(false);
    await browser.hover(page, "DeepSeek");
    await browser.waitCard(page, bundledEntry("deepseek").line);
    expect(browser.errors(page)).toEqual([]);
  });

  test("a background stopped before anything was hovered injects the card all the same", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("bad-input/short.html"));
    await browser.waitMention(page, "Qwen");
    await browser.stopBackground();
    await browser.hover(page, "Qwen");
    await browser.waitCard(page, qwen);
    expect(browser.errors(page)).toEqual([]);
  });

  test("none of this left an error in any context of the extension", async () => {
    expect(await use().browser.extensionErrors()).toEqual([]);
  });
});
