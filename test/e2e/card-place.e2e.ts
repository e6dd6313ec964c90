import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import type { Target } from "./harness/frames.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import {
  type Box,
  inCard,
  mentionBoxes,
  overlap,
  type PanelSeen,
  panels,
  viewOf,
  waitPanel,
  withSettings,
} from "./harness/panels.ts";
import { poll } from "./harness/poll.ts";

const { name: QWEN } = bundledEntry("qwen");
const { name: DEEPSEEK } = bundledEntry("deepseek");

inBothBrowsers("The place of a card", (use) => {
  const open = async (path: string, term = "Qwen", size?: { width: number; height: number }) => {
    const { browser, pages } = use();
    const page = await browser.page();
    if (size) await page.setViewport(size);
    await browser.goto(page, pages.url(`card/${path}`));
    await browser.hover(page, term);
    return { browser, page, panel: await resting(page, term) };
  };
  /** The card once it stands still: it grows when its content arrives. */
  const resting = async (target: Target, title: string): Promise<PanelSeen> => {
    const { browser } = use();
    let before = "";
    let panel = await waitPanel(browser, target, title);
    await expect
      .poll(async () => {
        const last = before;
        panel = await waitPanel(browser, target, title);
        before = JSON.stringify(panel.box);
        return last === before;
      })
      .toBe(true);
    return panel;
  };
  const isWithin = ({ box }: { box: Box }, view: Box) => {
    expect(box.left, "left").toBeGreaterThanOrEqual(view.left);
    expect(box.top, "top").toBeGreaterThanOrEqual(view.top);
    expect(box.right, "right").toBeLessThanOrEqual(view.right + 0.5);
    expect(box.bottom, "foot").toBeLessThanOrEqual(view.bottom + 0.5);
  };
  const fits = async (page: Target, term: string, panel: PanelSeen) => {
    isWithin(panel, await viewOf(page));
    for (const line of await mentionBoxes(page, term)) expect(overlap(panel.box, line), term).toBe(false);
    expect(panel.box.bottom - panel.box.top).toBeGreaterThan(90);
  };
  const setHeight = (page: Page, width: number, height: number) => page.setViewport({ width, height });

  test.each([
    ["as usual", { width: 1000, height: 700 }, "float"],
    ["320 px wide", { width: 320, height: 640 }, "sheet"],
    ["500 px wide, as at 200 %", { width: 500, height: 350 }, "float"],
  ] as const)(
    "in a view %s a card near any edge is all in view and never over its mention",
    async (_, size, layout) => {
      const { browser, page } = await open("edges.html", "Qwen", size);
      for (const term of ["Qwen", "DeepSeek", "OpenAI", "Trisha Ray", "Stargate UAE"]) {
        await browser.hover(page, term);
        const panel = await resting(page, term);
        await fits(page, term, panel);
        expect(panel.layout).toBe(layout);
        await page.keyboard.press("Escape");
        await browser.waitNoCard(page);
      }
      expect((await mentionBoxes(page, "Stargate UAE")).length, "lines").toBeGreaterThan(1);
    },
  );

  test("at a zoom of 200 % the card stands where the mention is", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await browser.zoom(page, 2);
    try {
      await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(600);
      await browser.hover(page, "Qwen");
      const panel = await resting(page, QWEN);
      await fits(page, "Qwen", panel);
      const [line] = await mentionBoxes(page, "Qwen");
      const gap = Math.min(Math.abs(panel.box.top - line!.bottom), Math.abs(line!.top - panel.box.bottom));
      expect(gap).toBeLessThan(12);
    } finally {
      await browser.zoom(page, 1);
    }
  });

  test("on a page from right to left the card hangs on its mention, and reads as its own language does", async () => {
    const { page, panel } = await open("rtl.html");
    const [line] = await mentionBoxes(page, "Qwen");
    await fits(page, "Qwen", panel);
    // The reader's language, not the page's, gives the card its own direction.
    expect(panel.dir).toBe("ltr");
    expect(panel.box.left <= line!.left && panel.box.right >= line!.right).toBe(true);
  });

  test("the card follows its mention when the page scrolls or the window changes", async () => {
    const { page, panel } = await open("article.html");
    const [line] = await mentionBoxes(page, "Qwen");
    const gap = panel.box.top - line!.bottom;
    expect(gap).toBeGreaterThanOrEqual(0);
    const clung = async () => {
      const [now] = await mentionBoxes(page, "Qwen");
      const [card] = await panels(use().browser, page);
      return Math.round(card!.box.top - now!.bottom);
    };
    await page.evaluate(() => scrollBy({ top: 40, behavior: "instant" }));
    await expect.poll(clung).toBe(Math.round(gap));
    expect((await mentionBoxes(page, "Qwen"))[0]!.top).toBeLessThan(line!.top);
    await setHeight(page, 700, 600);
    await expect.poll(clung).toBe(Math.round(gap));
    // A lower view first moves the card on, then makes it smaller.
    await poll("the whole card", async () => {
      isWithin((await panels(use().browser, page))[0]!, await viewOf(page));
      return true;
    });
  });

  test("inside an open modal dialog the card stands above it, can be pressed, and has its colours", async () => {
    const { browser, page, panel } = await open("dialog.html", "DeepSeek");
    expect(panel.theme).toBe("dark");
    const home = await page.evaluate(() => document.querySelector("sidelight-card")?.parentElement?.id);
    expect(home).toBe("box");
    const { box } = panel;
    const top = await page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.localName,
      (box.left + box.right) / 2,
      box.top + 20,
    );
    expect(top).toBe("sidelight-card");
    await browser.clickInCard(page, "[data-card] h2");
    await expect.poll(async () => (await panels(browser, page))[0]?.pinned).toBe(true);
  });

  test("in a small frame the card is a sheet that fits the frame", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/frames.html"));
    const frame = page.frames().find((one) => one.url().endsWith("frame-small.html"))!;
    await browser.hover(frame, "DeepSeek");
    const panel = await resting(frame, DEEPSEEK);
    expect(panel.layout).toBe("sheet");
    isWithin(panel, await viewOf(frame));
    for (const line of await mentionBoxes(frame, "DeepSeek")) expect(overlap(panel.box, line)).toBe(false);
  });

  test("the card is dark or light by what is painted behind its mention", async () => {
    const { browser, page, panel } = await open("dark.html");
    const paper = () =>
      inCard(browser, page, (root) => {
        const panel = root.querySelector("[data-card]");
        const [red = 0] = getComputedStyle(panel!).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
        return red;
      });
    expect(panel.theme).toBe("dark");
    expect(await paper()).toBeLessThan(80);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page);
    await browser.hover(page, "DeepSeek");
    expect((await waitPanel(browser, page, DEEPSEEK)).theme).toBe("light");
    expect(await paper()).toBeGreaterThan(180);
  });

  test("the reader's own choice of theme goes before the page's", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { theme: "dark" }, pages.url("card/dark.html"), async (page) => {
      await browser.hover(page, "DeepSeek");
      expect((await waitPanel(browser, page, DEEPSEEK)).theme).toBe("dark");
    });
  });

  test("no style of the page reaches into the card, and none of ours out", async () => {
    const looks = async (page: Page) => {
      await use().browser.hover(page, "Qwen");
      const { box } = await resting(page, QWEN);
      const styles = await inCard(use().browser, page, (root) =>
        [...root.querySelectorAll("[data-card], [data-card] *")].map((element) => {
          const style = getComputedStyle(element);
          const width = Math.round(element.getBoundingClientRect().width);
          const { color, fontFamily, fontSize, letterSpacing, textTransform, display, direction } = style;
          return [
            element.localName,
            color,
            fontFamily,
            fontSize,
            letterSpacing,
            textTransform,
            display,
            direction,
            width,
          ].join(" | ");
        }),
      );
      return { styles, width: box.right - box.left };
    };
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/loud.html"));
    await browser.waitMention(page, "Qwen");
    const fingerprint = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter(({ localName }) => localName !== "sidelight-card")
          .map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            return [
              element.localName,
              x,
              y,
              width,
              height,
              ...[...style].map((name) => style.getPropertyValue(name)),
            ].join();
          })
          .concat(String(document.styleSheets.length), String(document.adoptedStyleSheets.length)),
      );
    const before = await fingerprint();
    const loud = await looks(page);
    expect(await fingerprint()).toEqual(before);
    expect(loud.styles.length).toBeGreaterThan(30);

    await page.keyboard.press("Escape");
    await browser.waitNoCard(page);
    // Seen to have been elsewhere: a mention whose card was dismissed stays silent until then.
    await browser.pointAway(page);
    await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => drawn())));
    await page.evaluate(() => document.getElementById("loud")?.remove());
    expect(loud).toEqual(await looks(page));
  });

  test("the words of drawings are no smaller than 11 px in the narrowest card, and none covers another", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { depth: "everything" }, pages.url("card/article.html"), async (page) => {
      await page.setViewport({ width: 320, height: 568 });
      await browser.hover(page, "Qwen");
      await waitPanel(browser, page, QWEN);
      // What draws comes with the second file, which may come later than the card.
      await expect
        .poll(() => inCard(browser, page, (root) => root.querySelectorAll("svg text").length))
        .toBeGreaterThan(15);
      const texts = await inCard(browser, page, (root) => {
        const room = root.querySelector(".body")!.getBoundingClientRect();
        return [...root.querySelectorAll<SVGTextElement>("svg text")].map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return {
            text: text.textContent,
            size: (text.getScreenCTM()?.a ?? 0) * Number.parseFloat(getComputedStyle(text).fontSize),
            // What a line reserves above and below its letters may touch.
            box: { left, right, top: top + 3, bottom: bottom - 3 },
            fits: left >= room.left && right <= room.right,
          };
        });
      });
      expect(texts.filter(({ size }) => size < 11)).toEqual([]);
      expect(texts.filter(({ fits }) => !fits)).toEqual([]);
      const covered = texts.filter(({ box }, at) =>
        texts.slice(0, at).some((other) => overlap(box, other.box)),
      );
      expect(covered).toEqual([]);
    });
  });
});
