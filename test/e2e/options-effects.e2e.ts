import { setTimeout as wait } from "node:timers/promises";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { mentionBoxes, waitPanel } from "./harness/panels.ts";

type Settings = Readonly<Record<string, unknown>>;

const QWEN = bundledEntry("qwen").name;
const PAGE = `<!doctype html><html lang="en"><title>Effects</title><main>
<p style="margin:80px;font:20px monospace">They chose Qwen, and wrote a sentence about it.</p></main></html>`;

inBothBrowsers("What is chosen on the settings page holds in an open page", (use) => {
  afterEach(() => use().browser.rawSettings(undefined));
  const open = async () => {
    const { browser: driver, pages } = use();
    pages.add("effects.html", PAGE);
    const page = await driver.page(pages.url("effects.html"));
    await driver.waitMention(page, "Qwen");
    const options = await driver.extensionPage("options.html");
    await options.waitForSelector("[data-setting]");
    /** Presses the choice on the settings page, waits until it is stored, and goes back to the page. */
    const choose = async (setting: string, words: string, value: unknown) => {
      await options.bringToFront();
      const label = await options.waitForSelector(
        `xpath///*[@data-setting="${setting}"]//label[normalize-space()="${words}"]`,
      );
      await label?.click();
      await stored(setting, value);
    };
    const stored = async (setting: string, value: unknown) => {
      await expect
        .poll(() =>
          driver.inExtension(
            async (setting) =>
              ((await browser.storage.local.get("settings"))["settings"] as Settings | undefined)?.[setting],
            setting,
          ),
        )
        .toBe(value);
      await page.bringToFront();
    };
    return { driver, page, options, choose, stored };
  };
  /** The mention as it is painted. */
  const painted = async (page: Page): Promise<string> => {
    const [box] = await mentionBoxes(page, "Qwen");
    const { left, top, right, bottom } = box!;
    const clip = { x: left - 2, y: top - 2, width: right - left + 4, height: bottom - top + 6 };
    return Buffer.from(await page.screenshot({ clip })).toString("base64");
  };
  const close = async (page: Page) => {
    await page.keyboard.press("Escape");
    await use().browser.waitNoCard(page);
    await use().browser.pointAway(page);
  };

  test("how a mark looks", async () => {
    const { page, choose } = await open();
    await page.bringToFront();
    const plain = await painted(page);
    await choose("look", say("setting_look_underline"), "underline");
    await expect.poll(() => painted(page)).not.toBe(plain);
    const underlined = await painted(page);
    await choose("look", say("setting_look_strong"), "strong");
    await expect.poll(async () => [plain, underlined].includes(await painted(page))).toBe(false);
    await choose("look", say("setting_look_tint"), "tint");
    await expect.poll(() => painted(page)).toBe(plain);
  });

  test("how long the pointer rests before a card opens", async () => {
    const { driver, page, options, stored } = await open();
    const delay = async (ms: string) => {
      await options.bringToFront();
      const box = (await options.$('[data-setting="hoverDelay"] input')) as ElementHandle<HTMLInputElement>;
      await box.click({ count: 3 });
      await options.keyboard.type(ms);
      await options.keyboard.press("Enter");
      await stored("hoverDelay", Number(ms));
    };
    const opened = async (): Promise<number> => {
      const start = performance.now();
      await driver.hover(page, "Qwen");
      await waitPanel(driver, page, QWEN);
      return performance.now() - start;
    };
    await delay("2000");
    expect(await opened()).toBeGreaterThan(2000);
    await close(page);
    await delay("0");
    expect(await opened()).toBeLessThan(2000);
  });

  test("the colours of the card", async () => {
    const { driver, page, choose } = await open();
    for (const [theme, words] of [
      ["dark", say("setting_theme_dark")],
      ["light", say("setting_theme_light")],
    ] as const) {
      await choose("theme", words, theme);
      await driver.hover(page, "Qwen");
      expect((await waitPanel(driver, page, QWEN)).theme).toBe(theme);
      await close(page);
    }
  });

  test("the key that is held while the pointer rests", async () => {
    const { driver, page, choose } = await open();
    const held = async (key: "Alt" | "Shift") => {
      await page.keyboard.down(key);
      await driver.hover(page, "Qwen");
      await page.keyboard.up(key);
    };
    await choose("trigger", say("setting_trigger_modifier"), "modifier");
    await choose("modifier", say("setting_modifier_shift"), "Shift");
    await driver.hover(page, "Qwen");
    await driver.pointAway(page);
    await held("Alt");
    // Twice as long as a card takes that opens at a rest.
    await wait(600);
    expect(await driver.readCard(page)).toBeNull();
    await driver.pointAway(page);
    await page.keyboard.down("Shift");
    await driver.hover(page, "Qwen");
    await waitPanel(driver, page, QWEN);
    await page.keyboard.up("Shift");
  });
});
