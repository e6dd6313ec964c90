import { expect, test } from "vitest";
import { say } from "./harness/bundled.ts";
import { listed } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

const SENTENCE = "They chose Qwen, a family of models made by Alibaba, and wrote many words about it.";
const ARTICLE = `<!doctype html><html lang="en"><title>Long read</title>
<article><h1>Long read</h1>${`<p>${SENTENCE}</p>`.repeat(30)}</article></html>`;

inBothBrowsers("A view that the browser makes of a page", (use, name) => {
  // Chromium does not even tell which of its own pages this is.
  const source = say(name === "firefox" ? "silence_view_source" : "silence_browser_page");
  const views = [
    ["its source text", (url: string) => `view-source:${url}`, source],
    // Chromium has no page for it: its reading mode is a side panel.
    [
      "Reader View",
      (url: string) => `about:reader?url=${encodeURIComponent(url)}`,
      say("silence_reader_view"),
    ],
  ] as const;
  test.each(name === "firefox" ? views : views.slice(0, 1))(
    "%s has no marks, the popup says what it is, and back on the page they are there",
    async (_, address, words) => {
      const { browser: driver, pages } = use();
      pages.add("read.html", ARTICLE);
      const url = pages.url("read.html", { host: "news.test" });
      const page = await driver.page(url);
      await driver.waitMention(page, "Qwen");
      await driver.goto(page, address(url));
      await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(SENTENCE);
      await driver.inExtension(() => 0);
      const popup = await driver.popup(page);
      await expect.poll(() => popup.text()).toContain(words);
      expect(await listed(popup)).toEqual([]);
      expect(await driver.highlights(page)).toEqual([]);
      await popup.close();
      await driver.goto(page, url);
      await driver.waitMention(page, "Qwen");
      const again = await driver.popup(page);
      await expect.poll(() => listed(again)).toContain("Qwen");
      await again.close();
    },
  );
});
