import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createDriver } from "./harness/create-driver.ts";
import type { BrowserName, Driver } from "./harness/driver.ts";
import { expectOf, galleryPages } from "./harness/gallery.ts";
import { markupOf, play } from "./harness/play.ts";
import { poll } from "./harness/poll.ts";
import { type PageServer, servePages } from "./harness/serve.ts";

const GALLERY = galleryPages().map((name) => ({ name, expected: expectOf(name) }));

/** Markup of the pages that do not change themselves, in a browser without Sidelight. */
async function markupWithout(name: BrowserName, pages: PageServer): Promise<Map<string, readonly string[]>> {
  const bare = createDriver(name, { extension: null });
  await bare.start();
  const known = new Map<string, readonly string[]>();
  const page = await bare.page();
  for (const { name, expected } of GALLERY) {
    if (expected.changes) continue;
    await bare.goto(page, pages.url(`hostile/${name}`));
    const { ready } = expected;
    if (ready !== undefined) await poll(ready, () => page.evaluate(ready));
    known.set(name, await markupOf(page));
  }
  await bare.close();
  return known;
}

describe.each<BrowserName>(["chromium", "firefox"])("A page that fights back (%s)", (name) => {
  let browser: Driver;
  let pages: PageServer;
  let without: Map<string, readonly string[]>;
  beforeAll(async () => {
    pages = await servePages();
    without = await markupWithout(name, pages);
    browser = createDriver(name, {});
    await browser.start();
  }, 90_000);
  afterEach(() => browser.closePages());
  afterAll(async () => {
    await browser.close();
    pages.close();
  });

  test.each(GALLERY)("$name", async ({ name, expected }) => {
    const page = await browser.page(pages.url(`hostile/${name}`));
    const { steps = [], changes, console: own = [] } = expected;
    await play(browser, page, pages.url, expected, async () => {
      if (!changes)
        expect(await markupOf(page), "markup with and without Sidelight").toEqual(without.get(name));
    });
    for (const step of steps) await play(browser, page, pages.url, step);
    const complaints = browser.errors(page).filter((text) => !own.some((pattern) => text.match(pattern)));
    expect(complaints).toEqual([]);
  });

  test("none of these pages left an error in any context of the extension", async () => {
    expect(await browser.extensionErrors()).toEqual([]);
  });
});
