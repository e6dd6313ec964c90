import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { offered } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

const folder = mkdtempSync(join(tmpdir(), "sidelight-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

inBothBrowsers("The settings page", (use) => {
  afterEach(async () => {
    await use().browser.rawSettings(undefined);
  });
  const open = async (settings: Record<string, unknown> = {}) => {
    const { browser: driver, pages } = use();
    await driver.settings(settings);
    const page = await driver.page(pages.url("demo.html", { host: "news.test" }));
    await driver.waitMention(page, "OpenAI");
    const options = await driver.extensionPage("options.html");
    await options.waitForSelector("[data-setting]");
    return { driver, pages, page, options };
  };
  const stored = () =>
    use().browser.inExtension(
      async () =>
        ((await browser.storage.local.get("settings"))["settings"] ?? {}) as Record<string, unknown>,
    );
  /** Presses the control of a setting that is named so. */
  const choose = (options: Page, setting: string, words: string) =>
    options.evaluate(
      (setting, words) => {
        const all = document.querySelectorAll(`[data-setting="${setting}"] :is(label, button)`);
        const found = [...all].find((one) => one.textContent.trim() === words);
        if (!found) throw new Error(`${setting} has no ${words}`);
        (found as HTMLElement).click();
      },
      setting,
      words,
    );

  test("what is chosen takes effect in a page that is open", async () => {
    const { driver, page, options } = await open();
    const few = (await driver.marks(page)).length;
    await choose(options, "density", say("setting_density_every"));
    await page.bringToFront();
    await expect.poll(async () => (await driver.marks(page)).length).toBeGreaterThan(few);
    await choose(options, "density", say("setting_density_hover"));
    await expect.poll(async () => (await driver.marks(page)).length).toBe(0);
    await choose(options, "density", say("setting_density_section"));
    await expect.poll(async () => (await driver.marks(page)).length).toBe(few);

    const texts = async () => (await driver.highlights(page)).map(({ path }) => path.includes(" nav "));
    await choose(options, "scope", say("setting_scope_everything"));
    await expect.poll(texts).toContain(true);
    await choose(options, "scope", say("setting_scope_main"));
    await expect.poll(texts).not.toContain(true);

    await choose(options, "markEveryday", say("setting_mark_everyday"));
    await expect.poll(async () => (await driver.marks(page)).length).toBeGreaterThan(few);
    await choose(options, "everywhere", say("setting_everywhere"));
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await choose(options, "everywhere", say("setting_everywhere"));
    await driver.waitMention(page, "OpenAI");
  });

  test("trigger and depth decide how a card opens", async () => {
    const { driver, page, options } = await open();
    await choose(options, "trigger", say("setting_trigger_click"));
    await choose(options, "depth", say("setting_depth_line"));
    await expect.poll(stored).toMatchObject({ trigger: "click", depth: "line" });
    await page.bringToFront();
    await driver.click(page, "Jason Kwon");
    const { line, summary } = bundledEntry("jason-kwon");
    const card = await driver.waitCard(page, line);
    expect(card.text).not.toContain(summary);
  });

  test("sites are listed by typing, and taken off the list again", async () => {
    const { driver, page, options } = await open();
    const type = async (text: string) => {
      const box = (await options.$('[data-setting="pausedSites"] input')) as ElementHandle<HTMLInputElement>;
      await box.focus();
      await options.keyboard.type(text);
      await options.keyboard.press("Enter");
    };
    await type("http://www.news.test/path?query");
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    expect(await stored()).toMatchObject({ pausedSites: ["news.test"] });
    await type("not a site");
    await expect
      .poll(() => options.evaluate(() => document.body.innerText))
      .toContain(say("options_bad_site"));
    expect(await stored()).toMatchObject({ pausedSites: ["news.test"] });
    await choose(options, "pausedSites", say("options_remove"));
    await page.bringToFront();
    await driver.waitMention(page, "OpenAI");
  });

  test("a muted term is let back in, and the undo mutes it again", async () => {
    const { driver, page, options } = await open();
    const muted = [{ entry: "jason-kwon", alias: null, site: null }];
    const isThere = async () => (await driver.highlights(page)).some(({ text }) => text === "Jason Kwon");
    await driver.settings({ muted });
    await expect.poll(isThere).toBe(false);
    await choose(options, "muted", say("options_unmute"));
    await page.bringToFront();
    await expect.poll(isThere).toBe(true);
    await choose(options, "muted", say("options_undo"));
    await expect.poll(isThere).toBe(false);
    expect(await stored()).toMatchObject({ muted });
  });

  test("a backup brings all settings back; a bad file changes nothing and says which setting is wrong", async () => {
    const { driver, options } = await open({ density: "every", pausedSites: ["a.example"], hoverDelay: 400 });
    const before = await stored();
    await options.evaluate(() => {
      // The file a press gives, read where it is made: the test's browser asks where to save.
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => Object.assign(document.body.dataset, { saved: text }));
        return make(blob);
      };
      addEventListener(
        "click",
        (event) => (event.target as Element).matches("a[download]") && event.preventDefault(),
        true,
      );
    });
    const press = (words: string) =>
      options.evaluate((words) => {
        [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === words)?.click();
      }, words);
    await press(say("options_backup_save"));
    const saved = () => options.evaluate(() => document.body.dataset["saved"] ?? "");
    await expect.poll(saved).toContain("sidelight-settings");
    const good = fileOf("good.json", await saved());
    const text = () => options.evaluate(() => document.body.innerText);
    const restore = async (path: string) => {
      const input = (await options.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
    };
    await driver.rawSettings(undefined);
    await restore(fileOf("bad.json", (await saved()).replace("400", '"soon"')));
    await expect.poll(text).toContain(say("options_restore_bad_field", say("setting_hover_delay")));
    await restore(fileOf("other.json", "{}"));
    await expect.poll(text).toContain(say("options_restore_not_a_backup"));
    expect(await stored()).toEqual({});
    await restore(good);
    await expect.poll(text).toContain(say("options_restored"));
    expect(await stored()).toMatchObject(before);
  });

  test("changes made at once in two tabs both stand, whenever the background is stopped in between", async () => {
    const { driver, options } = await open();
    const second = await driver.extensionPage("options.html");
    await second.waitForSelector("[data-setting]");
    await Promise.all([
      choose(options, "density", say("setting_density_every")),
      choose(second, "theme", say("setting_theme_dark")),
      choose(options, "look", say("setting_look_strong")),
      choose(second, "depth", say("setting_depth_line")),
    ]);
    await expect
      .poll(stored)
      .toMatchObject({ density: "every", theme: "dark", look: "strong", depth: "line" });
    for (const [setting, words, value] of [
      ["theme", say("setting_theme_light"), "light"],
      ["density", say("setting_density_hover"), "hover"],
      ["badge", say("setting_badge"), false],
    ] as const) {
      await driver.stopBackground();
      await choose(second, setting, words);
      await expect.poll(async () => (await stored())[setting]).toBe(value);
    }
    // Both pages show what is stored.
    const shown = (page: Page) =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('[data-setting="badge"] input')?.checked);
    await expect.poll(() => shown(options)).toBe(false);
  });

  test("what is looked up is kept until erased, here or in the popup, and not at all once that is turned off", async () => {
    const { driver, page, options } = await open();
    const lookUp = async (query: string, id: string) => {
      await page.bringToFront();
      const popup = await driver.popup(page);
      await expect.poll(() => popup.text()).toContain(say("popup_here").toUpperCase());
      await popup.type("[role=combobox]", query);
      await expect.poll(() => popup.text()).toContain(bundledEntry(id).line);
      await popup.press("Enter");
      await popup.evaluate(() => new Promise((later) => requestAnimationFrame(later)));
      await expect.poll(() => popup.text()).toContain(bundledEntry(id).summary.slice(0, 40));
      await popup.close();
    };
    const recents = () =>
      driver.inExtension(async () => (await browser.storage.local.get("recents"))["recents"] ?? null);
    await lookUp("qwen", "qwen");
    await expect.poll(recents).toEqual(["qwen"]);
    await options.evaluate((words) => {
      [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === words)?.click();
    }, say("options_erase_recents"));
    await expect.poll(recents).toBeNull();
    await lookUp("qwen", "qwen");
    await expect.poll(recents).toEqual(["qwen"]);
    await page.bringToFront();
    const popup = await driver.popup(page);
    await expect.poll(() => offered(popup)).toEqual([bundledEntry("qwen").name]);
    await popup.click({ name: say("popup_erase_recents") });
    await expect.poll(() => offered(popup)).toEqual([]);
    await expect.poll(recents).toBeNull();
    await popup.close();
    await choose(options, "recents", say("setting_recents"));
    await expect.poll(stored).toMatchObject({ recents: false });
    await lookUp("openai", "openai");
    expect(await recents()).toBeNull();
  });
});
