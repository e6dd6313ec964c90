import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { isOn, listed, offered } from "./harness/controls.ts";
import type { Popup } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";

/** Where pictures go; unset: none are taken. */
const PICTURES = process.env["PICTURES"];
const html = (body: string) =>
  `<!doctype html><html lang="en"><title>Page</title><main>${body}</main></html>`;
const THIS_SITE = { name: say("popup_on_this_site") };

inBothBrowsers("States of the popup", (use, name) => {
  afterEach(() => use().browser.rawSettings(undefined));
  const serve = (path: string, body: string) => {
    use().pages.add(path, body);
    return use().pages.url(path, { host: "news.test" });
  };
  const over = async (url: string) => {
    const { browser: driver } = use();
    const page = await driver.page(url);
    // Its own tab is to be there before: a popup closes when another tab comes to the front.
    await driver.inExtension(() => 0);
    return { driver, page, popup: await driver.popup(page) };
  };
  const says = (popup: Popup, words: string) => expect.poll(() => popup.text()).toContain(words);
  const picture = async (popup: Popup, state: string) => {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(`${PICTURES}/${name}-${state}.png`, await popup.screenshot());
  };

  test("nothing found, and the list comes by itself when the page gets something", async () => {
    const { driver, page, popup } = await over(serve("none.html", html("<p>Nothing.</p>")));
    await says(popup, say("popup_nothing"));
    await picture(popup, "nothing");
    const { name: qwen } = bundledEntry("qwen");
    await page.evaluate(() =>
      document.querySelector("p")?.replaceChildren("They chose Qwen, made by Alibaba."),
    );
    await expect.poll(() => listed(popup)).toContain(qwen);
    expect(await popup.text()).toMatch(/2 mentions in [\d,]+ characters, read in [\d.]+ ms/);
    await page.evaluate(() => document.querySelector("p")?.replaceChildren("They chose another."));
    await expect.poll(() => listed(popup)).toEqual([]);
    await popup.close();
    expect(await driver.extensionErrors()).toEqual([]);
  });

  test("the small buttons step to the next and the previous mention of one entry, and the popup stays", async () => {
    const gap = '<p style="height:1500px"></p>';
    const { driver, page, popup } = await over(
      serve("long.html", html(`<p>Qwen one.</p>${gap}<p>OpenAI. Qwen two.</p>${gap}<p>Qwen three.</p>`)),
    );
    const { name: qwen } = bundledEntry("qwen");
    const next = { name: say("popup_next", qwen) };
    const top = () => page.evaluate(() => Math.round(scrollY / 1500));
    for (const place of [0, 1, 2, 0]) {
      await popup.click(next);
      await expect.poll(top).toBe(place);
    }
    await popup.click({ name: say("popup_previous", qwen) });
    await expect.poll(top).toBe(2);
    expect(await listed(popup)).toContain(qwen);
    await popup.close();
    await driver.waitCard(page, bundledEntry("qwen").line);
  });

  test("paused everywhere, here, and for a while: each is said, and its switch stands right", async () => {
    const { driver, popup } = await over(serve("some.html", html("<p>OpenAI and Qwen.</p>")));
    // Until the list is there the switch below it still moves.
    await expect.poll(() => listed(popup)).toContain("OpenAI");
    await popup.click(THIS_SITE);
    await says(popup, say("popup_paused_site", "news.test"));
    await picture(popup, "paused-site");
    await popup.click(THIS_SITE);
    await expect.poll(() => listed(popup)).toContain("OpenAI");
    await driver.settings({ everywhere: false });
    await says(popup, say("popup_paused_everywhere"));
    await expect.poll(() => isOn(popup, THIS_SITE)).toBe(true);
    await driver.settings({ everywhere: true });
    await popup.click({ name: say("popup_snooze_page") });
    await says(popup, say("popup_paused_snooze"));
    await picture(popup, "snoozed");
    await popup.click({ name: say("popup_resume") });
    await expect.poll(() => listed(popup)).toContain("OpenAI");
    await popup.close();
  });

  test("a page of the browser, a PDF and a tab older than an update say what they are", async () => {
    const { browser: driver, pages } = use();
    const about = await over(name === "chromium" ? "chrome://version" : "about:support");
    await says(about.popup, say("silence_browser_page"));
    await about.popup.close();
    pages.add("paper.pdf", PDF, { "content-type": "application/pdf" });
    const paper = await driver.page();
    // Not waited for: a viewer has no load event of the page.
    void paper.goto(pages.url("paper.pdf")).catch(() => {});
    await poll("the viewer", () =>
      driver.inExtension(
        async (url) =>
          (await browser.tabs.query({})).some((tab) => tab.url === url && tab.status === "complete"),
        pages.url("paper.pdf"),
      ),
    );
    const pdf = await driver.popup(paper);
    await says(pdf, say("silence_pdf"));
    await pdf.close();
    const old = await driver.page(serve("old.html", html("<p>OpenAI and Qwen.</p>")));
    await driver.waitMention(old, "OpenAI");
    await driver.reload();
    const again = await driver.popup(old);
    // Both browsers put the new script into open pages, so there is nothing to say but what was found.
    await expect.poll(() => listed(again)).toContain("OpenAI");
    await again.close();
  });

  test("no state has a fault that axe finds, in light and dark", async () => {
    const { browser: driver, pages } = use();
    const page = await driver.page(pages.url("demo.html"));
    await driver.waitMention(page, "OpenAI");
    const tab = await driver.tabId(page);
    for (const colorScheme of ["light", "dark"] as const) {
      for (const path of [
        `popup.html?tab=${tab}`,
        "popup.html#/search/ai",
        "popup.html#/entry/stargate-uae",
        "options.html",
      ]) {
        const view = await driver.extensionPage(path);
        await driver.media(view, { colorScheme });
        await view.waitForSelector(".found, [role=option], .card, [data-setting]");
        const { violations, passes } = await driver.axe(view);
        expect({ path, colorScheme, violations }).toEqual({ path, colorScheme, violations: [] });
        expect(passes).toBeGreaterThan(8);
        await view.close();
      }
    }
  });

  test("it can be typed into soon after it opens, and answers each key at once", async () => {
    const { driver, page, popup } = await over(serve("quick.html", html("<p>OpenAI and Qwen.</p>")));
    await expect.poll(() => listed(popup)).toContain("OpenAI");
    await popup.close();
    const again = await driver.popup(page);
    await expect
      .poll(() => again.evaluate(() => document.activeElement?.getAttribute("role")))
      .toBe("combobox");
    const times = await again.evaluate(async () => {
      const box = document.querySelector("input") as HTMLInputElement;
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const keys: number[] = [];
      for (const typed of [
        "s",
        "so",
        "sov",
        "sover",
        "soverein",
        "soverein a",
        "soverein ai",
        "xqzy",
        "xqzy q",
      ]) {
        const start = performance.now();
        box.value = typed;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // Preact draws in a microtask or a timer; two turns are enough.
        await new Promise((later) => setTimeout(later, 0));
        await new Promise((later) => setTimeout(later, 0));
        keys.push(performance.now() - start);
      }
      const marks = performance
        .getEntriesByType("mark")
        .map(({ name, startTime }) => [name, Math.round(startTime)]);
      return { paint: paint?.startTime ?? null, marks, keys: keys.map((one) => Math.round(one * 10) / 10) };
    });
    console.log(`${name}: popup ${JSON.stringify(times)}`);
    expect(await offered(again)).toEqual([]);
    await again.close();
  });
});

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
`;
