import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";
import { registered } from "./harness/registered.ts";

/** Longer than a page takes to be read. */
const LONG_ENOUGH = 1500;

/** A page nobody asked for is loaded ahead, as a search engine has its first result loaded. */
const AHEAD = `<!doctype html><html lang="en"><title>A list of results</title>
<p>The first result is <a id="first" href="/ahead-target.html">here</a>.</p>
<script type="speculationrules">{"prerender":[{"urls":["/ahead-target.html"],"eagerness":"immediate"}]}</script>`;
/** Tells in its title, which the extension can read, what is marked while it is loaded ahead and once it is shown. */
const TARGET = `<!doctype html><html lang="en"><title>Loaded ahead</title><main><p>DeepSeek is named here.</p></main>
<script>
  const marked = () => [...CSS.highlights].some(([name, { size }]) => name.startsWith("sidelight-") && size > 0);
  const seen = { ahead: document.prerendering === true, markedAhead: false, marked: false };
  setInterval(() => {
    seen[document.prerendering ? "markedAhead" : "marked"] ||= marked();
    document.title = JSON.stringify(seen);
  }, 50);
</script>`;

/** Left at once for another page, which leads back; its title, which the extension can read, tells what is marked then. */
const LEFT = (delay: number): string =>
  `<!doctype html><html lang="en"><title>Not left yet</title><main><p>DeepSeek is named here.</p></main>
<script>
  addEventListener("load", () => setTimeout(() => (location.href = "/led-back.html"), ${delay}));
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    const marked = () => [...CSS.highlights].some(([name, { size }]) => name.startsWith("sidelight-") && size > 0);
    setInterval(() => (document.title = marked() ? "Marked" : "Not marked"), 50);
  });
</script>`;
const LED_BACK = `<!doctype html><html lang="en"><title>Elsewhere</title><script>setTimeout(() => history.back(), 500);</script>`;
/** ms; a page is injected, asks for the settings, is read and asks for its mentions within these. */
const DELAYS = [0, 10, 20, 40, 80];

/** The top obeys one site's switch, the frame within it comes from another site. */
const OUTER = (address: string): string =>
  `<!doctype html><html lang="en"><title>Outer</title><main><p>OpenAI is named at the top.</p></main>
<iframe width="700" height="400" src="${address}"></iframe>`;
const INNER = `<!doctype html><html lang="en"><title>Inner</title><main><p>DeepSeek is named in the frame.</p></main>`;

/** Runs in the extension, where `browser` is its API. */
const createBehind = async (url: string): Promise<void> =>
  void (await browser.tabs.create({ url, active: false }));

const createBeside = async (url: string): Promise<void> => void (await browser.tabs.create({ url }));

/** Runs in the extension. */
const titleOf = async (path: string): Promise<string | undefined> =>
  (await browser.tabs.query({})).find(({ url }) => url?.includes(path))?.title;

const inFrame = (page: Page) => poll("the frame", async () => page.frames()[1]);

inBothBrowsers("Waiting and obeying", (use) => {
  test("a page that was left while it was being read is read when the reader comes back", async () => {
    const { browser, pages } = use();
    pages.add("led-back.html", LED_BACK);
    for (const delay of DELAYS) {
      const name = `left-${delay}.html`;
      pages.add(name, LEFT(delay));
      await browser.inExtension(createBeside, pages.url(name));
      await expect.poll(() => browser.inExtension(titleOf, name), { timeout: 10_000 }).toBe("Marked");
    }
  }, 90_000);

  test("a tab in the background is read when the reader comes to it, not before", async () => {
    const { browser, pages } = use();
    pages.add("inner.html", INNER);
    const address = pages.url("inner.html");
    const before = new Set(await browser.browser.pages());
    await browser.page(pages.url("demo.html"));
    await browser.inExtension(createBehind, address);
    const page = await poll("the tab", async () =>
      (await browser.browser.pages()).find((one) => !before.has(one) && one.url() === address),
    );
    await wait(LONG_ENOUGH);
    expect(await page.evaluate(() => document.visibilityState)).toBe("hidden");
    expect(await registered(page.mainFrame())).toEqual([]);
    await page.bringToFront();
    await browser.waitMention(page, "DeepSeek");
    await page.close();
  });

  test("a page that was loaded ahead is read once it is shown", async () => {
    const { browser, pages } = use();
    pages.add("ahead.html", AHEAD);
    pages.add("ahead-target.html", TARGET);
    const page = await browser.page(pages.url("ahead.html", { host: "localhost" }));
    await wait(LONG_ENOUGH);
    await page.click("#first");
    // Firefox loads nothing ahead; there this is a page like any other.
    const isAhead = browser.name === "chromium";
    await expect
      .poll(() => browser.inExtension(titleOf, "/ahead-target.html"), { timeout: 8000 })
      .toBe(JSON.stringify({ ahead: isAhead, markedAhead: false, marked: true }));
  });

  test("a frame from elsewhere obeys the switch of the page around it, and not its own site's", async () => {
    const { browser, pages } = use();
    pages.add("inner.html", INNER);
    pages.add("outer.html", OUTER(pages.url("inner.html", { host: "other.test" })));
    const page = await browser.page(pages.url("outer.html", { host: "news.test" }));
    await browser.waitMention(page, "OpenAI");
    await browser.waitMention(await inFrame(page), "DeepSeek");
    try {
      await browser.settings({ pausedSites: ["other.test"] });
      await wait(LONG_ENOUGH);
      expect(await registered(await inFrame(page))).not.toEqual([]);
      await browser.settings({ pausedSites: ["news.test"] });
      await expect.poll(async () => registered(await inFrame(page))).toEqual([]);
      await expect.poll(() => registered(page.mainFrame())).toEqual([]);
    } finally {
      await browser.rawSettings(undefined);
    }
    await browser.waitMention(await inFrame(page), "DeepSeek");
  });
});
