import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { createDriver } from "./create-driver.ts";
import type { BrowserName, Driver, LaunchOptions } from "./driver.ts";
import { type PageServer, servePages } from "./serve.ts";

/** What a suite gets: one running browser with Sidelight, and the pages to open in it. */
export interface Use {
  readonly browser: Driver;
  /** The pages of `test/pages`. */
  readonly pages: PageServer;
}

/**
 * The same suite in the real Chromium and the real Firefox; each is launched once per file. A browser that
 * cannot be had fails every test of its half.
 *
 * @param suite declares its tests; `use` may be asked only inside them (and in hooks)
 * @param options a function is called when the browser is about to start
 */
export function inBothBrowsers(
  title: string,
  suite: (use: () => Use, name: BrowserName) => void,
  options: LaunchOptions | ((name: BrowserName) => LaunchOptions) = {},
): void {
  describe.each<BrowserName>(["chromium", "firefox"])(`${title} (%s)`, (name) => {
    let use: Use | undefined;
    beforeAll(async () => {
      const browser = createDriver(name, typeof options === "function" ? options(name) : options);
      await browser.start();
      use = { browser, pages: await servePages() };
    }, 90_000);
    afterEach(() => use?.browser.closePages());
    afterAll(async () => {
      await use?.browser.close();
      use?.pages.close();
    });
    suite(() => {
      if (!use) throw new Error(`${name} did not start`);
      return use;
    }, name);
  });
}
