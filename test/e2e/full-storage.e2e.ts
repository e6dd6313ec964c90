import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { say } from "./harness/bundled.ts";
import { isOn, listed } from "./harness/controls.ts";
import type { BrowserName } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/** Sidelight without the right to as much storage as the disk has. */
function withQuota(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "sidelight-quota-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(`dist/${name}`, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((one) => one !== "unlimitedStorage");
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/** KB; Chromium's own limit is 10 MB. */
const FIREFOX_LIMIT = 4096;
/** So long a list that each change of the settings needs room: Firefox keeps a little back in its file. */
const LONG = Array.from({ length: 1000 }, (_, at) =>
  Array.from({ length: 8 }, (_, part) =>
    createHash("sha256").update(`${at}.${part}`).digest("base64url"),
  ).join(""),
).map((name) => `${name.slice(0, 280)}.test`);
const THIS_SITE = { name: say("popup_on_this_site") };
const NOT_SAVED = say("popup_not_saved", "").trim();

inBothBrowsers(
  "A storage that is full",
  (use) => {
    const stored = () =>
      use().browser.inExtension(async () => (await browser.storage.local.get("settings"))["settings"]);
    /** Fills it to the last byte; how much there was room for. */
    const fill = () =>
      use().browser.inExtension(async () => {
        // Nothing that could be stored as less.
        const any = (size: number) => {
          const letters = new Uint8Array(size);
          for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(letters.subarray(at, at + 65_536));
          return Array.from(letters, (letter) => String.fromCharCode(32 + (letter % 94))).join("");
        };
        let filled = 0;
        for (let size = 2 ** 20; size >= 1; ) {
          try {
            await browser.storage.local.set({ [`filler-${filled}`]: any(size) });
            filled += size;
          } catch {
            size = Math.floor(size / 2);
          }
        }
        return filled;
      });
    afterEach(() => use().browser.inExtension(() => browser.storage.local.clear()));

    test("keeps the old state; popup and settings page say so", async () => {
      const { browser: driver, pages } = use();
      await driver.settings({ density: "every", chosenSites: LONG });
      const page = await driver.page(pages.url("demo.html", { host: "news.test" }));
      await driver.waitMention(page, "OpenAI");
      const marks = (await driver.marks(page)).length;
      expect(await fill()).toBeGreaterThan(1_000_000);
      const before = await stored();

      const options = await driver.extensionPage("options.html");
      await options.waitForSelector("[data-setting]");
      const choose = async () => {
        const label = await options.waitForSelector(
          `xpath///*[@data-setting="theme"]//label[normalize-space()="${say("setting_theme_dark")}"]`,
        );
        await label?.click();
      };
      await choose();
      await expect.poll(() => options.evaluate(() => document.body.innerText)).toContain(NOT_SAVED);
      expect(
        await options.$$eval('[data-setting="theme"] input', (all) =>
          all.findIndex((one) => (one as HTMLInputElement).checked),
        ),
      ).toBe(0);

      const popup = await driver.popup(page);
      await expect.poll(() => listed(popup)).toContain("OpenAI");
      await popup.click(THIS_SITE);
      await expect.poll(() => popup.text()).toContain(NOT_SAVED);
      expect(await isOn(popup, THIS_SITE)).toBe(true);
      expect(await stored()).toEqual(before);
      expect((await driver.marks(page)).length).toBe(marks);
      await popup.close();
    });
  },
  (name) => ({
    extension: withQuota(name),
    prefs: { "dom.quotaManager.temporaryStorage.fixedLimit": FIREFOX_LIMIT },
  }),
);
