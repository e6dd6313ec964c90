import { expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { inCard, mentionBoxes, openPanel, overlap, viewOf, waitPanel } from "./harness/panels.ts";
import { withTexts } from "./harness/with-texts.ts";

const MARKUP = `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script><b>&amp;</b>`;
const TURNED = "\u202Eturned round 😀👩‍👩‍👧 \u2066and never closed";
const LONG = `${"unbrokenandlong".repeat(400)} ${"and many words ".repeat(300)}`.trim();

inBothBrowsers(
  "Texts of a pack",
  (use) => {
    test.each([
      ["markup and script", "Qwen", "qwen", MARKUP],
      ["characters that turn the direction, and emoji", "DeepSeek", "deepseek", TURNED],
      ["10,000 characters", "Trisha Ray", "trisha-ray", LONG],
    ])("%s are shown as the plain text they are", async (_, term, id, text) => {
      const { browser, pages } = use();
      const page = await browser.page(pages.url("card/article.html"));
      const title = await page.title();
      await browser.hover(page, term);
      await waitPanel(browser, page, bundledEntry(id).name);
      const shown = await inCard(browser, page, (root) => {
        const line = root.querySelector("[data-card] .line");
        const foot = root.querySelector("fieldset")?.getBoundingClientRect();
        return {
          line: line?.textContent,
          inside: line?.childElementCount,
          markup: root.querySelectorAll("img, script, b > amp").length,
          foot: foot
            ? { width: foot.width, dir: getComputedStyle(root.querySelector("fieldset")!).direction }
            : null,
        };
      });
      expect(shown).toMatchObject({ line: text, inside: 0, markup: 0 });
      expect(shown.foot?.width).toBeGreaterThan(100);
      expect(shown.foot?.dir).toBe("ltr");
      const { box } = await openPanel(browser, page);
      const view = await viewOf(page);
      expect(box.right - box.left).toBeLessThan(420);
      expect(box.bottom).toBeLessThanOrEqual(view.bottom);
      for (const line of await mentionBoxes(page, term)) expect(overlap(box, line)).toBe(false);
      expect(await page.title()).toBe(title);
      expect(browser.errors(page)).toEqual([]);
    });
  },
  (name) => ({
    extension: withTexts(name, {
      [bundledEntry("qwen").line]: MARKUP,
      [bundledEntry("deepseek").line]: TURNED,
      [bundledEntry("trisha-ray").line]: LONG,
    }),
  }),
);
