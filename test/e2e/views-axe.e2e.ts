import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { VIEWS, type View } from "../gallery/views.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

declare const showView: (view: View, locale: object) => Promise<void>;

/** The components themselves, asked what the background would never say all in one day. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/gallery/view-main.tsx"],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".css": "text" },
  });
  return outputFiles[0]!.text;
}

inBothBrowsers("axe finds nothing wrong with", (use) => {
  let script = "";
  beforeAll(async () => {
    script = await bundle();
  });
  const locale = JSON.parse(readFileSync("src/_locales/ar/messages.json", "utf8")) as object;

  test.each(["popup", "options"] as const)(
    "every state of the %s, in light and dark",
    async (which) => {
      const { browser, pages } = use();
      pages.add(
        "view.html",
        '<!doctype html><html lang="en"><meta name="color-scheme" content="light dark">',
      );
      const views = VIEWS.filter(({ page }) => page === which);
      const wrong: unknown[] = [];
      const page = await browser.page(pages.url("view.html"));
      await page.evaluate(`${script};0`);
      for (const colorScheme of ["light", "dark"] as const) {
        await browser.media(page, { colorScheme });
        for (const view of views) {
          await page.evaluate((view, locale) => showView(view, locale), view, view.lang ? locale : {});
          const { violations, passes } = await browser.axe(page);
          if (violations.length > 0 || passes < 8)
            wrong.push({ view: view.name, colorScheme, passes, violations });
        }
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
