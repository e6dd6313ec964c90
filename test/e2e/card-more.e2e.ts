import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { inCard, waitPanel, withSettings } from "./harness/panels.ts";

const { name, events = [] } = bundledEntry("qwen");

/** What the second file draws, as it looks. */
const drawn = (root: ShadowRoot) => {
  const fill = (selector: string) => {
    const shape = root.querySelector(selector);
    return shape ? getComputedStyle(shape).fill : null;
  };
  return {
    events: [...root.querySelectorAll(".timeline .what")].map((each) => each.textContent),
    dot: fill(".axis .dot"),
    node: fill(".graph .node"),
  };
};

inBothBrowsers("What a card loads apart", (use) => {
  test("a card that opens at its deepest has its drawings, in their colours", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { depth: "everything" }, pages.url("card/article.html"), async (page) => {
      await browser.hover(page, "Qwen");
      await waitPanel(browser, page, name);
      await expect
        .poll(() => inCard(browser, page, drawn))
        .toMatchObject({ dot: expect.stringMatching(/^rgb/), node: expect.stringMatching(/^rgb/) });
      const seen = await inCard(browser, page, drawn);
      expect(seen.events).toHaveLength(events.length);
      expect(seen.dot).not.toBe("rgb(0, 0, 0)");
      expect(seen.node).not.toBe("rgb(0, 0, 0)");
    });
  });

  test("a reader who goes deeper finds them there, and what is theirs goes on working", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { depth: "paragraph" }, pages.url("card/article.html"), async (page) => {
      await browser.hover(page, "Qwen");
      await waitPanel(browser, page, name);
      expect((await inCard(browser, page, drawn)).events).toEqual([]);
      await browser.clickInCard(page, { name: say("card_depth_everything") });
      await expect.poll(async () => (await inCard(browser, page, drawn)).events.length).toBe(events.length);
      // A number behind an event leads to its source in the list: both files share one context.
      const reached = await inCard(browser, page, (root) => {
        root.querySelector<HTMLElement>(".timeline .ref")?.click();
        return root.activeElement?.matches("[data-source]") ?? false;
      });
      expect(reached).toBe(true);
    });
  });
});
