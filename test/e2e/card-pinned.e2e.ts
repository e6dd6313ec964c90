import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { inCard, pinByKey, pinned as pinnedPanels, pressTitle, waitPanel } from "./harness/panels.ts";

const QWEN = bundledEntry("qwen").name;
const DEEPSEEK = bundledEntry("deepseek").name;

inBothBrowsers("Pinned cards", (use) => {
  const pinned = (page: Page) => pinnedPanels(use().browser, page);
  /** Pins the card of this term beside those that are pinned already. */
  const pin = async (page: Page, term: string, title: string, count: number) => {
    const { browser } = use();
    await browser.hover(page, term);
    await waitPanel(browser, page, title);
    await pressTitle(browser, page, title);
    await expect.poll(async () => (await pinned(page)).length).toBe(count);
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? null);
  const focusField = (page: Page) => page.evaluate(() => document.getElementById("field")?.focus());

  test("the one that is pressed, focused or new stands in front of the others", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await pin(page, "Qwen", QWEN, 1);
    await pin(page, "DeepSeek", DEEPSEEK, 2);
    const seen = async (title: string) => (await pinned(page)).find((panel) => panel.title === title)!;
    /** Title of the card that a reader sees at a point. */
    const titleAt = (x: number, y: number) =>
      inCard(
        browser,
        page,
        (root, _, x, y) =>
          root.elementFromPoint(x, y)?.closest("[data-card]")?.querySelector("h2")?.textContent ?? null,
        x,
        y,
      );

    // Qwen's card is dragged over the left part of the other.
    const { box } = await seen(DEEPSEEK);
    const from = (await seen(QWEN)).box;
    await page.mouse.move(from.left + 40, from.top + 12);
    await page.mouse.down();
    await page.mouse.move(box.left - 100, box.top, { steps: 6 });
    await page.mouse.up();
    const over = await seen(QWEN);
    const common = { x: box.left + 60, y: box.top + 60 };
    expect(await titleAt(common.x, common.y), "dragged").toBe(QWEN);

    await page.mouse.click(box.right - 6, box.top + 60);
    expect(await titleAt(common.x, common.y), "pressed").toBe(DEEPSEEK);

    await inCard(
      browser,
      page,
      (root, _, id) => root.querySelector<HTMLElement>(`[data-card="${id}"] .mover`)?.focus(),
      over.id,
    );
    expect(await titleAt(common.x, common.y), "focused").toBe(QWEN);

    await browser.hover(page, "Trisha Ray");
    const third = await waitPanel(browser, page, bundledEntry("trisha-ray").name);
    for (const x of [third.box.left + 20, third.box.right - 20])
      for (const y of [third.box.top + 20, third.box.bottom - 20])
        expect(await titleAt(x, y), "new").toBe(third.title);
  });

  test("one that was opened by key gives the focus back when it is closed", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await browser.waitMention(page, "Qwen");
    await focusField(page);
    await pinByKey(browser, page);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1500);
    expect(await focused(page)).toBe("field");
  });

  test("one that is left and entered again gives the focus back to where it was last", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await browser.waitMention(page, "Qwen");
    await pinByKey(browser, page);
    await focusField(page);
    await browser.clickInCard(page, { name: say("card_close") });
    await browser.waitNoCard(page, 1500);
    expect(await focused(page)).toBe("field");
  });
});
