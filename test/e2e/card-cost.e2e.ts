import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import { heapOf } from "./harness/counts.ts";
import { forcedLayouts } from "./harness/forced-layouts.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { sessionOf } from "./harness/internals.ts";
import {
  focusInCard,
  mentionBoxes,
  nextMention,
  pressTitle,
  waitPanel,
  withSettings,
} from "./harness/panels.ts";
import { poll } from "./harness/poll.ts";

const QWEN = bundledEntry("qwen").name;
const TIMES = 100;
/** ms beyond its delay that a first card may take: less than waking the background and loading it. */
const LATE = 170;
/** ms before its delay is over that a card may come: the frame in which it is put on the screen, and the clock's grain. */
const EARLY = 16 + 2;
/** ms within which what needs no message is there. */
const PROMPT = 30;
/** ms a press is held: long enough for a background to wake. */
const PRESS = 400;
/** The same of a finger, and ms after which it may be no tap any more. */
const TOUCH = 300;
const TAP = 450;

inBothBrowsers("What a card costs", (use, name) => {
  /** Lets the page note when a card comes, epoch ms and since its start; what it sees of it is the host alone. */
  const watchHost = (page: Page) =>
    page.evaluate(() => {
      const noted = window as unknown as { came?: number; cameAfter?: number };
      new MutationObserver(() => {
        if (!document.querySelector("sidelight-card")) return;
        noted.came ??= Date.now();
        noted.cameAfter ??= performance.now();
      }).observe(document.documentElement, { childList: true });
    });
  const isThere = (page: Page) => page.evaluate(() => document.querySelector("sidelight-card") !== null);
  const came = (page: Page) => page.evaluate(() => (window as unknown as { came?: number }).came ?? 0);

  test.each(["click", "key"] as const)(
    "by %s, cold, with a sleeping background, a card is there in no time",
    async (by) => {
      const { browser, pages } = use();
      await withSettings(browser, { trigger: "click" }, pages.url("card/article.html"), async (page) => {
        await browser.waitMention(page, "Qwen");
        await watchHost(page);
        const [line] = await mentionBoxes(page, "Qwen");
        let start = 0;
        if (by === "click") {
          await browser.stopBackground();
          expect(await browser.backgroundRuns()).toBe(false);
          start = Date.now();
          await page.mouse.click(line!.left + 5, line!.top + 8);
        } else {
          await nextMention(browser, page); // a first time, so that the background knows the page
          await waitPanel(browser, page, QWEN);
          await browser.goto(page, page.url());
          await browser.waitMention(page, "Qwen");
          await watchHost(page);
          await browser.inExtension(() => new Promise((later) => setTimeout(later, 400)));
          await browser.stopBackground();
          start = Date.now();
          await browser.command(page, "mention-next");
        }
        await waitPanel(browser, page, QWEN);
        const filled = Date.now() - start;
        const shown = (await came(page)) - start;
        console.info(`${name}, cold by ${by}: there after ${shown} ms, read by the test after ${filled} ms`);
        expect(shown).toBeGreaterThan(0);
        expect(filled).toBeLessThan(2000);
      });
    },
  );

  /** Where a click opens cards: a press by this leads to one that is there as soon as the pointer is let go. */
  const opensAtOnce = async (what: string, press: (page: Page) => Promise<void>, longest = Infinity) => {
    const { browser, pages } = use();
    const took: number[] = [];
    // The best of some: what else the machine does is not ours, and may hold a press for longer than was meant.
    for (let time = 0; time < 5 && !took.some((ms) => ms < PROMPT); time++)
      await withSettings(browser, { trigger: "click" }, pages.url("card/article.html"), async (page) => {
        await browser.waitMention(page, "Qwen");
        await watchHost(page);
        await page.evaluate(() => {
          const clock = window as unknown as { pressed: number; letGo: number };
          addEventListener("pointerdown", () => (clock.pressed = Date.now()));
          addEventListener("pointerup", () => (clock.letGo = Date.now()));
        });
        await press(page);
        const [pressed, letGo] = await page.evaluate(() => {
          const clock = window as unknown as { pressed: number; letGo: number };
          return [clock.pressed, clock.letGo] as const;
        });
        if (letGo - pressed > longest) return;
        await waitPanel(browser, page, QWEN);
        took.push((await came(page)) - letGo);
      });
    console.info(`${name}, ${what}: ${took.join(", ")} ms`);
    expect(Math.min(...took)).toBeLessThan(PROMPT);
  };

  test("where a click opens cards, what it will open is loaded while the pointer rests, with nothing shown", async () => {
    const { browser } = use();
    await opensAtOnce("by click where the pointer rested", async (page) => {
      await browser.hover(page, "Qwen");
      await browser.inExtension(() => new Promise((later) => setTimeout(later, 700)));
      expect(await isThere(page)).toBe(false);
      await browser.stopBackground();
      await browser.click(page, "Qwen");
    });
  }, 30_000);

  test("what a button presses is loaded before it is let go, though the background sleeps", async () => {
    const { browser } = use();
    await opensAtOnce("pressed by button", async (page) => {
      const [line] = await mentionBoxes(page, "Qwen");
      await browser.stopBackground();
      await page.mouse.move(line!.left + 5, line!.top + 8);
      await page.mouse.down();
      await wait(PRESS);
      expect(await isThere(page)).toBe(false);
      await page.mouse.up();
    });
  }, 30_000);

  test("what a finger presses is loaded before it is let go, though the background sleeps", async () => {
    const { browser } = use();
    await opensAtOnce(
      "pressed by finger",
      async (page) => {
        const [line] = await mentionBoxes(page, "Qwen");
        await browser.stopBackground();
        const finger = await page.touchscreen.touchStart(line!.left + 5, line!.top + 8);
        await wait(TOUCH);
        expect(await isThere(page)).toBe(false);
        await finger.end();
      },
      TAP,
    );
  }, 60_000);

  test("at rest, cold, with a sleeping background, a card opens with its content", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await browser.waitMention(page, "Qwen");
    await browser.stopBackground();
    expect(await browser.backgroundRuns()).toBe(false);
    await browser.hover(page, "Qwen");
    const panel = await waitPanel(browser, page, QWEN);
    expect(panel.text).toContain(bundledEntry("qwen").summary);
    expect(browser.errors(page)).toEqual([]);
  });

  // Only Chromium tells who made it lay out.
  if (name === "chromium")
    test("opening a card makes the browser lay nothing out before its time", async () => {
      const { browser, pages } = use();
      const page = await browser.page(pages.url("card/article.html"));
      const origin = browser.extensionUrl("");
      await browser.waitMention(page, "Qwen");
      const opening = (term: string) =>
        forcedLayouts(page, origin, async () => {
          await browser.hover(page, term);
          await waitPanel(browser, page, bundledEntry(term.toLowerCase()).name);
        });
      expect(await opening("Qwen"), "the first").toEqual([]);
      await pressTitle(browser, page, QWEN);
      expect(await opening("DeepSeek"), "beside one that is pinned").toEqual([]);

      // What takes the focus has to be laid out for it, and so does where a step scrolls to; nothing twice.
      const other = await browser.page(pages.url("card/article.html"));
      await browser.waitMention(other, "Qwen");
      const byKey = await forcedLayouts(other, origin, async () => {
        await nextMention(browser, other);
        await expect.poll(() => focusInCard(browser, other)).not.toBeNull();
      });
      expect(new Set(byKey).size).toBe(byKey.length);
      expect(byKey.filter((by) => !by.includes("step")).length, byKey.join("\n")).toBeLessThanOrEqual(1);
    });

  test("the wait for the first card runs while it is loaded, not afterwards", async () => {
    const { browser, pages } = use();
    const delay = 1000;
    const beyond: number[] = [];
    // The best of some: what else the machine does is not ours, and may hold a press for longer than was meant.
    for (let time = 0; time < 5 && !beyond.some((ms) => ms < LATE); time++)
      await withSettings(browser, { hoverDelay: delay }, pages.url("card/article.html"), async (page) => {
        await browser.waitMention(page, "Qwen");
        await watchHost(page);
        const [line] = await mentionBoxes(page, "Qwen");
        await page.evaluate(() => {
          const noted = window as unknown as { moved: number };
          addEventListener("pointermove", ({ timeStamp }) => {
            // When it was moved, not when a busy page came to hear of it.
            noted.moved = timeStamp;
          });
        });
        await browser.stopBackground();
        // One move: of two, the wait runs from the first where a busy machine lets it rest in between.
        await page.mouse.move(line!.left + 5, line!.top + 8);
        await waitPanel(browser, page, QWEN);
        // Both by the page's own clock: it runs apart from the computer's time of day.
        const took = await page.evaluate(() => {
          const { cameAfter, moved } = window as unknown as { cameAfter: number; moved: number };
          return cameAfter - moved;
        });
        beyond.push(Math.round(took) - delay);
      });
    console.info(`${name}, first card, beyond the delay: ${beyond.join(", ")} ms`);
    expect(Math.min(...beyond)).toBeGreaterThanOrEqual(-EARLY);
    expect(Math.min(...beyond)).toBeLessThan(LATE);
  }, 30_000);

  // Firefox tells nobody of its heap.
  test(`${name === "chromium" ? TIMES : 10} cards leave nothing behind`, async () => {
    const { browser, pages } = use();
    await withSettings(browser, { trigger: "click" }, pages.url("card/article.html"), async (page) => {
      await browser.waitMention(page, "Qwen");
      const [qwen] = await mentionBoxes(page, "Qwen");
      const [deepseek] = await mentionBoxes(page, "DeepSeek");
      const openAndClose = async (times: number) => {
        for (let time = 0; time < times; time++) {
          const line = time % 2 ? qwen! : deepseek!;
          await page.mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
          await poll(`card ${time}`, () => isThere(page), { every: 5, timeout: 3000 });
          await page.keyboard.press("Escape");
          await poll(`the end of card ${time}`, async () => !(await isThere(page)), {
            every: 5,
            timeout: 3000,
          });
        }
      };
      await openAndClose(10);
      if (name === "firefox") {
        expect(await page.evaluate(() => document.querySelectorAll("sidelight-card").length)).toBe(0);
        return;
      }
      const counted = async () => {
        const heap = await heapOf(page);
        return { heap, ...(await sessionOf(page).send("Memory.getDOMCounters")) };
      };
      const before = await counted();
      await openAndClose(TIMES);
      let after = await counted();
      // The last card may still be on its way out.
      for (let tries = 0; tries < 20 && after.nodes - before.nodes >= TIMES; tries++) {
        await wait(200);
        after = await counted();
      }
      const grown = after.heap - before.heap;
      console.info(
        `${TIMES} cards: heap ${(grown / 1024).toFixed(0)} KB, nodes ${after.nodes - before.nodes}, listeners ${after.jsEventListeners - before.jsEventListeners}`,
      );
      expect(grown).toBeLessThan(1_000_000);
      expect(after.nodes - before.nodes).toBeLessThan(TIMES);
      expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(TIMES / 2);
    });
  }, 30_000);
});
