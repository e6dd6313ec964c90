import type { Page } from "puppeteer-core";
import { type Counts, countsOf } from "./counts.ts";
import type { Driver } from "./driver.ts";
import { poll } from "./poll.ts";
import { registered } from "./registered.ts";

/** What Sidelight holds in a page: nothing of it may grow. */
export interface Held extends Counts {
  readonly ranges: number;
  /** Style sheets adopted by the document. */
  readonly sheets: number;
  readonly hosts: number;
}

/** What is held once that stays the same for a moment: work under way has timers. */
export async function heldAtRest(page: Page): Promise<Held> {
  let last = "";
  let since = performance.now();
  return poll(
    "a page at rest",
    async () => {
      const rest = await page.evaluate(() => ({
        sheets: document.adoptedStyleSheets.length,
        hosts: document.querySelectorAll("sidelight-card").length,
      }));
      const held = {
        ...(await countsOf(page)),
        ...rest,
        ranges: (await registered(page.mainFrame())).length,
      };
      const text = JSON.stringify(held);
      if (text !== last) since = performance.now();
      last = text;
      return held.timers === 0 && performance.now() - since > 600 && held;
    },
    { timeout: 20_000, every: 50 },
  );
}

const rangesIn = async (page: Page) => (await registered(page.mainFrame())).length;

/** Switches Sidelight off and on, so many times; each time all marks go and come back. */
export async function switchOffAndOn(browser: Driver, page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await browser.settings({ everywhere: false });
    await poll("marks to go", async () => (await rangesIn(page)) === 0);
    await browser.settings({ everywhere: true });
    await poll("marks to come back", async () => (await rangesIn(page)) > 0);
  }
}

/** A single-page app: each article is built anew, with a shadow root and a frame's worth of elements. */
export const APP = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title></head><body><main id="app"></main><script>
  const go = (term) => {
    history.pushState(null, "", "?" + encodeURIComponent(term));
    const line = document.createElement("p");
    line.append("This article is about " + term + ".");
    const box = document.createElement("x-box");
    box.attachShadow({ mode: "closed" }).append("And its box names " + term + ", too.");
    const list = document.createElement("ul");
    for (let i = 0; i < 50; i++) list.append(Object.assign(document.createElement("li"), { textContent: "Row " + i + (i === 20 ? " on " + term : "") }));
    app.replaceChildren(line, box, list);
  };
  go("Qwen");
</script></body></html>`;

const TERMS = ["DeepSeek", "OpenAI", "Tencent", "Alibaba", "Qwen"];

declare const go: (term: string) => void;

/** Navigates within `APP` so many times, each time until the new article has its marks; ends where it began. */
export async function navigateWithin(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const term = TERMS[time % TERMS.length] as string;
    await page.evaluate((term) => go(term), term);
    await poll(`the marks of ${term}`, async () => {
      const texts = (await registered(page.mainFrame())).map(({ text }) => text);
      return texts.length > 1 && texts.every((text) => text === term);
    });
  }
}
