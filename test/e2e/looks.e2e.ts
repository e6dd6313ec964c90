import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/** A mention in the document and one in a shadow root, both far from whatever else could be drawn. */
const PAGE = `<!doctype html><html lang="en"><title>Looks</title>
<main><p style="margin:60px;font:20px monospace">Sovereign AI is the subject of this page, and of all the words that follow here.</p>
<div id="host" style="margin:60px;font:20px monospace"></div></main>
<script>host.attachShadow({mode:"open"}).innerHTML="<p>DeepSeek is named in a tree of its own, with enough words to be read as text.</p>"</script>`;

/** The places of both, as they are painted. */
async function painted(page: Page): Promise<readonly string[]> {
  const boxes = await page.evaluate(() => {
    const roots = [document.querySelector("p"), document.getElementById("host")];
    return roots.map((element) => {
      const { x, y, width, height } = (element as Element).getBoundingClientRect();
      return { x: x - 4, y: y - 4, width: Math.min(width, 300), height: height + 8 };
    });
  });
  const pictures: string[] = [];
  for (const clip of boxes) pictures.push(Buffer.from(await page.screenshot({ clip })).toString("base64"));
  return pictures;
}

inBothBrowsers("Looks", (use) => {
  test("each look paints marks in its own way, in shadow roots too, and the first comes back as it was", async () => {
    const { browser, pages } = use();
    pages.add("looks.html", PAGE);
    const page = await browser.page(pages.url("looks.html"));
    await browser.waitMention(page, "Sovereign AI");
    await browser.waitMention(page, "DeepSeek");
    const markup = await page.evaluate(() => document.documentElement.outerHTML);
    try {
      const plain = await painted(page);
      const seen = [plain];
      for (const look of ["underline", "strong"] as const) {
        const before = seen.at(-1) as readonly string[];
        await browser.settings({ look });
        await expect
          .poll(async () => (await painted(page)).map((picture, at) => picture !== before[at]), {
            message: `${look} in the document and in the root`,
            timeout: 8000,
          })
          .toEqual([true, true]);
        seen.push(await painted(page));
      }
      expect(new Set(seen.map(([inDocument]) => inDocument)).size).toBe(3);
      expect(new Set(seen.map(([, inRoot]) => inRoot)).size).toBe(3);
      await browser.settings({ look: "tint" });
      await expect.poll(() => painted(page), { timeout: 8000 }).toEqual(plain);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(markup);
      expect(browser.errors(page)).toEqual([]);
    } finally {
      await browser.rawSettings(undefined);
    }
  });
});
