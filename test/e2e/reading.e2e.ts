import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, quotesAbout, say } from "./harness/bundled.ts";
import type { Driver } from "./harness/driver.ts";
import type { Seen } from "./harness/highlights.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";

/** Longer than the intent delay (250 ms) or the grace (300 ms) with all that follows. */
const LONG_ENOUGH = 800;

/** All that is registered on the way from the top of the page to its end. */
async function leafThrough(browser: Driver, page: Page): Promise<Seen[]> {
  await browser.waitMention(page);
  const all = new Map<string, Seen>();
  for (let top = 0, end = 1; top < end; top += 350) {
    end = await page.evaluate((top) => {
      scrollTo({ top, behavior: "instant" });
      return document.documentElement.scrollHeight;
    }, top);
    await wait(150);
    for (const seen of await browser.highlights(page)) all.set(JSON.stringify(seen), seen);
  }
  return [...all.values()];
}

inBothBrowsers("Reading", (use) => {
  const openDemo = async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("demo.html"));
    await browser.waitMention(page, "sovereign AI");
    return { browser, page };
  };

  test("the demo article carries marks, by kind", async () => {
    const { browser, page } = await openDemo();
    const all = await leafThrough(browser, page);
    const named = (name: string) =>
      new Set(all.filter((one) => one.name === `sidelight-${name}`).map(({ text }) => text));
    expect([...named("concept")]).toContain("sovereign AI");
    expect([...named("model")]).toContain("Qwen");
    expect([...named("project")]).toContain("Stargate UAE");
    expect([...named("person")]).toEqual(
      expect.arrayContaining(["Jason Kwon", "Trisha Ray", "Clément Delangue"]),
    );
    expect([...named("organisation")]).toEqual(
      expect.arrayContaining(["OpenAI", "Hugging Face", "DeepSeek"]),
    );
    expect([...named("place")]).toContain("Abu Dhabi");
    expect([...named("publication")]).toContain("WIRED");
    expect(browser.errors(page)).toEqual([]);
  });

  test("the first mention in a section is marked, the next one only answers", async () => {
    const { browser, page } = await openDemo();
    const all = await leafThrough(browser, page);
    const inTable = all.filter(({ text, path }) => text === "DeepSeek" && path.endsWith(" td"));
    const inText = all.filter(({ text, path }) => text === "DeepSeek" && path.endsWith("article p"));
    expect(inText.map(({ name }) => name)).toEqual(["sidelight-organisation"]);
    expect(inTable.map(({ name }) => name)).toEqual(["sidelight-quiet"]);
  });

  test("a mention split by inline elements and no-break spaces is found", async () => {
    const { browser, page } = await openDemo();
    const texts = (await leafThrough(browser, page)).map(
      ({ text, path }) => `${path.split(" ").at(-1)}: ${text}`,
    );
    expect(texts).toEqual(
      expect.arrayContaining(["b: OpenAI", "a: Hugging Face", "p: Stargate UAE", "p: AI Action Plan"]),
    );
  });

  test("nothing is marked in navigation, fields, editable regions or code", async () => {
    const { browser, page } = await openDemo();
    const paths = (await leafThrough(browser, page)).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => /\b(nav|header|input|textarea|form|code|pre|footer)\b/.test(path))).toEqual(
      [],
    );
  });

  test("resting on a mention opens its card, with a quote, its speaker, its wording, and sources", async () => {
    const { browser, page } = await openDemo();
    await browser.hover(page, "sovereign AI");
    const entry = bundledEntry("sovereign-ai");
    const card = await browser.waitCard(page, entry.name);
    expect(card.text).toContain(entry.line);
    expect(card.text).toContain(entry.summary);
    const quote = quotesAbout(entry.id).find(({ text }) => card.text.includes(text));
    expect(quote, "one of the quotes about it").toBeDefined();
    expect(card.text).toContain(quote?.speaker);
    expect(card.text).toContain(
      say(quote?.wording === "reworded" ? "wording_reworded" : "wording_not_compared"),
    );
    expect(card.html).toMatch(/<a [^>]*href="https:\/\//);
    expect(card.host).toBe("sidelight-card");
    expect(browser.errors(page)).toEqual([]);
  });

  test("each term opens its own card", async () => {
    const { browser, page } = await openDemo();
    for (const [term, id] of [
      ["Stargate UAE", "stargate-uae"],
      ["Qwen", "qwen"],
      ["Jason Kwon", "jason-kwon"],
    ] as const) {
      await browser.hover(page, term);
      const { summary } = bundledEntry(id);
      expect((await browser.waitCard(page, summary)).text).toContain(bundledEntry(id).name);
      await page.keyboard.press("Escape");
      await browser.waitNoCard(page);
    }
  });

  test("a mention without a mark answers just the same", async () => {
    const { browser, page } = await openDemo();
    await browser.settings({ density: "hover" });
    try {
      await expect.poll(async () => (await browser.marks(page)).length).toBe(0);
      await browser.hover(page, "sovereign AI", { name: "sidelight-quiet" });
      await browser.waitCard(page, bundledEntry("sovereign-ai").line);
    } finally {
      await browser.rawSettings(undefined);
    }
  });

  test("a pointer that passes by opens nothing", async () => {
    const { browser, page } = await openDemo();
    const { x, y } = await browser.hover(page, "sovereign AI");
    await page.mouse.move(x, y + 150);
    await browser.pointAway(page);
    await wait(LONG_ENOUGH);
    expect(await browser.readCard(page)).toBeNull();
  });

  test("where the pointer came to rest before the marks did, its card opens", async () => {
    const { browser, page } = await openDemo();
    const { x, y } = await browser.hover(page, "sovereign AI");
    await browser.waitCard(page);
    await browser.pointAway(page);
    // What marks and cards wait for now takes as long as a background takes to wake.
    await browser.stopBackground();
    await browser.goto(page, page.url());
    await page.mouse.move(x - 10, y - 20);
    await page.mouse.move(x, y, { steps: 3 });
    await browser.waitCard(page, bundledEntry("sovereign-ai").line);
  });

  test("the pointer can go into the card, and the card stays", async () => {
    const { browser, page } = await openDemo();
    await browser.hover(page, "sovereign AI");
    const { rect } = await browser.waitCard(page);
    await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 12 });
    await wait(LONG_ENOUGH);
    expect(await browser.readCard(page)).not.toBeNull();
  });

  test("the card closes when the pointer leaves both", async () => {
    const { browser, page } = await openDemo();
    await browser.hover(page, "sovereign AI");
    const { rect } = await browser.waitCard(page);
    await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 12 });
    await browser.pointAway(page);
    await browser.waitNoCard(page, 2000);
  });

  test("Esc closes the card without a move of the pointer, and it stays closed", async () => {
    const { browser, page } = await openDemo();
    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1000);
    await wait(LONG_ENOUGH);
    expect(await browser.readCard(page)).toBeNull();
  });

  test("the page cannot look into the card", async () => {
    const { browser, page } = await openDemo();
    expect(await page.evaluate(() => document.querySelector("sidelight-card"))).toBeNull();
    await browser.hover(page, "sovereign AI");
    await browser.waitCard(page);
    expect(await page.evaluate(() => document.querySelector("sidelight-card")?.shadowRoot)).toBeNull();
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(
      bundledEntry("sovereign-ai").summary,
    );
  });

  test("for a reader who scrolls marks are put in a few times a second, and are all there at the end", async () => {
    const { browser, pages } = use();
    const lines = Array.from(
      { length: 600 },
      (_, at) => `<p id="p${at}">Line ${at} says that Qwen is a model.</p>`,
    );
    pages.add(
      "scrolled.html",
      `<!doctype html><html lang="en"><title>Scrolled</title><main>${lines.join("")}</main>`,
    );
    const page = await browser.page(pages.url("scrolled.html"));
    await browser.waitMention(page, "Qwen");
    const ms = 1200;
    const changes = await page.evaluate(async (ms) => {
      const marked = () =>
        [...CSS.highlights]
          .filter(([name]) => name.startsWith("sidelight-"))
          .flatMap(([, highlight]) => [...highlight].map((range) => range.startContainer.parentElement?.id))
          .sort()
          .join();
      let changes = 0;
      let before = marked();
      for (const end = performance.now() + ms; performance.now() < end; ) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
        scrollBy({ top: 100, behavior: "instant" });
        const now = marked();
        if (now !== before) changes++;
        before = now;
      }
      return changes;
    }, ms);
    expect(changes).toBeGreaterThan(1);
    expect(changes).toBeLessThanOrEqual(ms / 120 + 2);
    const unmarked = () =>
      page.evaluate(() => {
        const marked = [...CSS.highlights]
          .filter(([name]) => name.startsWith("sidelight-"))
          .flatMap(([, highlight]) => [...highlight].map((range) => range.startContainer.parentElement));
        return [...document.querySelectorAll("p")]
          .filter((line) => line.getBoundingClientRect().bottom > 0)
          .filter((line) => line.getBoundingClientRect().top < innerHeight && !marked.includes(line))
          .map(({ id }) => id);
      });
    await expect.poll(unmarked).toEqual([]);
  });
});
