import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Driver } from "./driver.ts";
import { poll } from "./poll.ts";
import { type Registered, registered } from "./registered.ts";
import type { PageServer } from "./serve.ts";

export interface FuzzRun {
  /** Changes made. */
  readonly acts: number;
  /** What was registered when the page had come to rest, and what a fresh reading of it registers. */
  readonly kept: readonly string[];
  readonly fresh: readonly string[];
  readonly markup: string;
}

declare const fuzz: (seed: number, ms: number) => Promise<number>;

const lines = (all: readonly Registered[]): readonly string[] =>
  all.map(({ name, text }) => `${name}: ${text}`);

/** ms: longer than a page that has changed all the time is left alone. */
const AT_REST = 2500;

/** What is registered once that stays the same for a while. */
async function atRest(page: Page): Promise<readonly string[]> {
  let last = "";
  let since = performance.now();
  return poll(
    "marks that stay the same",
    async () => {
      const now = lines(await registered(page.mainFrame()));
      const text = now.join("\n");
      if (text !== last) since = performance.now();
      last = text;
      return performance.now() - since > AT_REST && now;
    },
    { timeout: 20_000, every: 100 },
  );
}

/** Changes a page at random for so long; then compares what was kept right with a fresh reading, by switching off and on. */
export async function fuzzOnce(
  browser: Driver,
  pages: PageServer,
  seed: number,
  ms: number,
): Promise<FuzzRun> {
  const page = await browser.page(pages.url("hostile/parts/fuzz.html"));
  const acts = await page.evaluate((seed, ms) => fuzz(seed, ms), seed, ms);
  await page.evaluate(() => scrollTo(0, 0));
  const kept = await atRest(page);
  const markup = await page.evaluate(() => document.querySelector("#stage")?.outerHTML ?? "");
  await browser.settings({ everywhere: false });
  await poll("marks to go", async () => (await registered(page.mainFrame())).length === 0);
  await wait(100);
  await browser.settings({ everywhere: true });
  const fresh = await atRest(page);
  await page.close();
  return { acts, kept, fresh, markup };
}
