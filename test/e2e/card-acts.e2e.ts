import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { MessageKey } from "../../src/core/words.ts";
import { bundledEntry, quotesAbout, say } from "./harness/bundled.ts";
import { pasted } from "./harness/clipboard.ts";
import { createDriver } from "./harness/create-driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { openPanel, pressTitle, waitPanel } from "./harness/panels.ts";
import { poll } from "./harness/poll.ts";
import { hasScreen, onScreen } from "./harness/screen.ts";
import { servePages } from "./harness/serve.ts";

const QWEN = bundledEntry("qwen");
const SITE = { host: "a.news.test" };

inBothBrowsers("The acts of a card", (use, name) => {
  const open = async (term = "Qwen", title = term, at: { host: string } | undefined = undefined) => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html", at));
    await browser.hover(page, term);
    await waitPanel(browser, page, title);
    return { browser, page };
  };
  const texts = async (page: Page) => new Set((await use().browser.highlights(page)).map(({ text }) => text));
  const press = (page: Page, key: MessageKey, ...fill: string[]) =>
    use().browser.clickInCard(page, { name: say(key, ...fill) });
  const says = (page: Page, text: string) =>
    poll(`"${text}"`, async () => (await openPanel(use().browser, page)).text.includes(text));
  const quote = quotesAbout("qwen")[0]!;

  const SCOPES: readonly (readonly [MessageKey, readonly string[], boolean])[] = [
    ["card_mute_here", ["Qwen", "news.test"], false],
    ["card_mute_site", ["news.test"], false],
    ["card_mute_alias", ["Qwen"], true],
    ["card_mute_everywhere", [], true],
  ];
  test("muting takes the mention away, here or everywhere, and Undo brings it back", async () => {
    const { browser, page } = await open("Qwen", QWEN.name, SITE);
    const elsewhere = await browser.page(use().pages.url("card/article.html", { host: "other.test" }));
    await browser.waitMention(elsewhere, "Qwen");
    await page.bringToFront();
    try {
      for (const [key, fill, everywhere] of SCOPES) {
        await press(page, "card_acts");
        await press(page, "card_mute");
        await press(page, key, ...fill);
        await says(page, say("card_muted"));
        await expect.poll(async () => (await texts(page)).has("Qwen"), { message: key }).toBe(false);
        expect((await texts(page)).has("DeepSeek")).toBe(true);
        await expect.poll(async () => (await texts(elsewhere)).has("Qwen")).toBe(!everywhere);

        await press(page, "card_undo");
        await says(page, say("card_unmuted"));
        await expect.poll(async () => (await texts(page)).has("Qwen"), { message: key }).toBe(true);
        await expect.poll(async () => (await texts(elsewhere)).has("Qwen")).toBe(true);
      }
    } finally {
      await browser.rawSettings(undefined);
    }
  });

  test("what was muted stays away on the next page, and stands in the settings until it is shown again", async () => {
    const { browser, page } = await open("Qwen", QWEN.name, SITE);
    try {
      await press(page, "card_acts");
      await press(page, "card_mute");
      await press(page, "card_mute_site", "news.test");
      await says(page, say("card_muted"));
      await browser.goto(page, use().pages.url("card/article.html", { host: "news.test" }));
      await browser.waitMention(page, "DeepSeek");
      expect((await texts(page)).has("Qwen")).toBe(false);

      const options = await browser.extensionPage("options.html");
      const listed = () => options.evaluate(() => document.body.innerText);
      await expect.poll(listed).toContain(say("options_muted_on", "news.test"));
      await expect.poll(listed).toContain(QWEN.name);
      const again = say("options_unmute_term", QWEN.name);
      await options.evaluate((label) => {
        document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
      }, again);
      await page.bringToFront();
      await browser.waitMention(page, "Qwen");
    } finally {
      await browser.rawSettings(undefined);
    }
  });

  test.each([
    ["a page that is a secure context", undefined],
    ["a plain http page", { host: "news.test" }],
  ])("on %s a quote is copied with its citation, as text, HTML and Markdown", async (_, at) => {
    const { browser, page } = await open("Qwen", QWEN.name, at);
    const own = await page.evaluate(() => isSecureContext);
    expect(own).toBe(at === undefined);
    await browser.clickInCard(page, `.quote [title="${say("card_copy_quote")}"]`);
    await says(page, say("card_copied"));
    const { plain, html, markdown } = await pasted(page);
    // Firefox without a window has a clipboard for text and HTML alone; for one with a window see below.
    if (name === "chromium") expect(markdown).toMatch(/^> “.+”\n>\n> — /);
    expect(plain).toContain(quote.text);
    expect(plain).toContain(quote.speaker);
    expect(plain).toContain(say(quote.wording === "reworded" ? "wording_reworded" : "wording_not_compared"));
    expect(html).toContain("<blockquote");
    const read = await page.evaluate((html) => {
      const body = new DOMParser().parseFromString(html, "text/html").body;
      return { quote: body.querySelector("blockquote")?.textContent, whole: body.textContent };
    }, html);
    expect(read.quote).toContain(quote.text);
    expect(read.whole).toContain(quote.speaker);
  });

  test("as Markdown the same quote is a block quote", async () => {
    const { browser, page } = await open();
    await browser.clickInCard(page, `.quote [title="${say("card_copy_quote_markdown")}"]`);
    await says(page, say("card_copied"));
    const { plain } = await pasted(page);
    expect(plain).toMatch(/^> “.+”\n>\n> — /);
    expect(plain).toContain(quote.speaker);
  });

  test("a fact is copied with its sources, each a link to what it rests on", async () => {
    const { browser, page } = await open();
    const [fact] = QWEN.facts ?? [];
    await browser.clickInCard(page, `.facts [title="${say("card_copy_fact")}"]`);
    await says(page, say("card_copied"));
    const { plain, html } = await pasted(page);
    expect(
      (QWEN.facts ?? []).some(({ text }) => plain.startsWith(text)),
      fact?.text,
    ).toBe(true);
    expect(plain).toContain(QWEN.name);
    expect(plain).toMatch(/https:\/\//);
    expect(html).toMatch(/<a href="https:/);
  });

  test("the whole entry is copied as one item of several flavours", async () => {
    const { page } = await open();
    await press(page, "card_acts");
    await press(page, "card_copy_entry");
    await says(page, say("card_copied"));
    const { plain, html, markdown } = await pasted(page);
    expect(plain).toContain(QWEN.summary);
    expect(html).toContain("<a href=");
    if (name === "firefox") return;
    expect(markdown).toContain(QWEN.summary);
    expect(markdown).toMatch(/\]\(<?https:/);
  });

  test("a card opens its entry on a page of its own, and pauses the site", async () => {
    const { browser, page } = await open("Qwen", QWEN.name, SITE);
    await pressTitle(browser, page, QWEN.name);
    await press(page, "card_acts");
    const before = new Set(await browser.browser.pages());
    await press(page, "card_open_page");
    const own = await poll("the page of the entry", async () =>
      (await browser.browser.pages()).find((one) => !before.has(one)),
    );
    await expect.poll(() => own.evaluate(() => location.href)).toContain("#/entry/qwen");
    await expect.poll(() => own.evaluate(() => document.body.innerText)).toContain(QWEN.summary);
    await own.close();
    await page.bringToFront();
    try {
      await press(page, "card_pause");
      await expect.poll(async () => (await browser.highlights(page)).length).toBe(0);
      await browser.waitNoCard(page, 2000);
    } finally {
      await browser.rawSettings(undefined);
    }
  });
});

/** Without Xvfb there is no window, and no such test. */
if (hasScreen())
  test("in a window of Firefox a quote is copied as text, HTML and Markdown in one item", () =>
    onScreen(98, async () => {
      const pages = await servePages();
      const browser = createDriver("firefox", { headless: false });
      try {
        await browser.start();
        const page = await browser.page(pages.url("card/article.html"));
        await browser.hover(page, "Qwen");
        await waitPanel(browser, page, QWEN.name);
        await browser.clickInCard(page, `.quote [title="${say("card_copy_quote")}"]`);
        await poll("copied", async () => (await openPanel(browser, page)).text.includes(say("card_copied")));
        const { plain, html, markdown } = await pasted(page);
        expect(plain).toContain(quotesAbout("qwen")[0]!.text);
        expect(html).toContain("<blockquote");
        expect(markdown).toMatch(/^> “.+”\n>\n> — /);
      } finally {
        await browser.close();
        pages.close();
      }
    }));
