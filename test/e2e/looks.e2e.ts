import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/**
 * A mention in every place to which a style must reach: text of any size and direction, an element without a style
 * of its own, the top layer, an open shadow root, a closed one in it.
 */
const PAGE = `<!doctype html><html lang="en"><title>Looks</title>
<main><p data-look>Sovereign AI is the subject of this page, and of all the words that follow here.</p>
<h1 data-look>OpenAI in a heading</h1>
<p data-look style="font-size:9px">Nvidia in small print, as footnotes are</p>
<p data-look style="writing-mode:vertical-rl">Anthropic downwards</p>
<div data-look style="all:initial;display:block;font-size:20px">Hugging Face without a style</div>
<div id="tree" data-look></div>
<div id="deep" data-look></div>
<div popover style="inset:auto 0 0 auto" data-look>Microsoft above the page</div></main>
<style>[data-look]{margin:40px;font:20px monospace} h1[data-look]{font-size:44px}</style>
<script>
tree.attachShadow({mode:"open"}).innerHTML="<p>DeepSeek is named in a tree of its own, with enough words to be read as text.</p>";
deep.attachShadow({mode:"open"}).innerHTML="<div></div>";
deep.shadowRoot.firstChild.attachShadow({mode:"closed"}).innerHTML="<p>Alibaba is named in a tree of that tree.</p>";
document.querySelector("[popover]").showPopover();
</script>`;
const NAMES = [
  "Sovereign AI",
  "OpenAI",
  "Nvidia",
  "Anthropic",
  "Hugging Face",
  "DeepSeek",
  "Alibaba",
  "Microsoft",
];

/** The places of all, as they are painted. */
async function painted(page: Page): Promise<readonly string[]> {
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll("[data-look]")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x - 4, y: y - 4, width: Math.min(width, 300), height: height + 8 };
    }),
  );
  const pictures: string[] = [];
  for (const clip of boxes) pictures.push(Buffer.from(await page.screenshot({ clip })).toString("base64"));
  return pictures;
}

inBothBrowsers("Looks", (use) => {
  test("each look paints marks in its own way, in shadow roots too, and the first comes back as it was", async () => {
    const { browser, pages } = use();
    pages.add("looks.html", PAGE);
    const page = await browser.page(pages.url("looks.html"));
    for (const name of NAMES) await browser.waitMention(page, name);
    const markup = await page.evaluate(() => document.documentElement.outerHTML);
    try {
      const plain = await painted(page);
      const seen = [plain];
      for (const look of ["underline", "strong"] as const) {
        const before = seen.at(-1) as readonly string[];
        await browser.settings({ look });
        await expect
          .poll(async () => (await painted(page)).map((picture, at) => picture !== before[at]), {
            message: `${look} in the document and in the roots`,
            timeout: 8000,
          })
          .toEqual(before.map(() => true));
        seen.push(await painted(page));
      }
      for (const at of plain.keys()) expect(new Set(seen.map((pictures) => pictures[at])).size).toBe(3);
      await browser.settings({ look: "tint" });
      await expect.poll(() => painted(page), { timeout: 8000 }).toEqual(plain);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(markup);
      expect(browser.errors(page)).toEqual([]);
    } finally {
      await browser.rawSettings(undefined);
    }
  });
});
