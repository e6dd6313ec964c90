import { afterEach, expect, test } from "vitest";
import { fuzzOnce } from "./harness/fuzz.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/** ms. */
const LONG = 5000;

inBothBrowsers("A page changed at random", (use) => {
  afterEach(() => use().browser.rawSettings(undefined));

  test.each([1, 2])("has the marks that a fresh reading gives it (seed %i)", async (seed) => {
    const { browser, pages } = use();
    // Every mention is marked: so none can hide behind another.
    await browser.settings({ density: seed % 2 ? "every" : "section" });
    const { acts, kept, fresh, markup } = await fuzzOnce(browser, pages, seed, LONG);
    expect(acts).toBeGreaterThan(100);
    expect(kept.length).toBeGreaterThan(3);
    expect(kept, markup).toEqual(fresh);
  });
});
