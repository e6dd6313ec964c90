import { setTimeout as wait } from "node:timers/promises";
import type { Frame, Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { say } from "./harness/bundled.ts";
import { isOn, listed } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";

const THIS_SITE = { name: say("popup_on_this_site") };
const document_ = (body: string) =>
  `<!doctype html><html lang="en"><title>Page</title><main>${body}</main></html>`;

inBothBrowsers("Switches", (use) => {
  afterEach(() => use().browser.rawSettings(undefined));
  const open = async (path = "demo.html", host = "news.test") => {
    const { browser: driver, pages } = use();
    const page = await driver.page(pages.url(path, { host }));
    await driver.waitMention(page, "OpenAI");
    return { driver, pages, page };
  };
  const gone = (at: Page | Frame) =>
    expect.poll(async () => (await use().browser.highlights(at)).length).toBe(0);

  test("the badge counts the entries of the page, the icon is grey while paused, and both can be seen to follow", async () => {
    const { driver, page } = await open();
    await driver.icon(page);
    const tab = await driver.tabId(page);
    const badge = () => driver.inExtension((tabId) => browser.action.getBadgeText({ tabId }), tab);
    const title = () => driver.inExtension((tabId) => browser.action.getTitle({ tabId }), tab);
    const popup = await driver.popup(page);
    await expect.poll(async () => (await listed(popup)).length).toBeGreaterThan(5);
    await expect.poll(async () => Number(await badge())).toBe((await listed(popup)).length);
    expect(await title()).toBe(say("popup_title_entries_other", await badge()));
    await popup.click(THIS_SITE);
    await expect.poll(() => driver.icon(page)).toContain("paused-16.png");
    await expect.poll(badge).toBe("");
    await expect.poll(title).toBe(say("popup_title_paused"));
    await popup.click(THIS_SITE);
    await expect.poll(() => driver.icon(page)).toContain("sidelight-16.png");
    await expect.poll(async () => Number(await badge())).toBeGreaterThan(5);
    await driver.settings({ badge: false });
    await expect.poll(badge).toBe("");
  });

  test("a page snoozed is quiet until it is left, also after a reload", async () => {
    const { driver, pages, page } = await open();
    const popup = await driver.popup(page);
    await popup.click({ name: say("popup_snooze_page") });
    await gone(page);
    await expect.poll(() => popup.text()).toContain(say("popup_snoozed_page"));
    await popup.close();
    await driver.goto(page, page.url());
    const again = await driver.popup(page);
    await expect.poll(() => again.text()).toContain(say("popup_snoozed_page"));
    expect(await driver.highlights(page)).toEqual([]);
    await again.close();
    await driver.goto(page, pages.url("demo.html?next", { host: "news.test" }));
    await driver.waitMention(page, "OpenAI");
    await driver.goto(page, pages.url("demo.html", { host: "news.test" }));
    await driver.waitMention(page, "OpenAI");
  });

  test("an hour's snooze holds on the next page, and ends by its alarm without a reload", async () => {
    const { driver, pages, page } = await open();
    const key = `snooze:${await driver.tabId(page)}`;
    const popup = await driver.popup(page);
    await popup.click({ name: say("popup_snooze_hour") });
    await gone(page);
    const left = await driver.inExtension(async (key) => {
      const alarm = await browser.alarms.get(key);
      return alarm ? alarm.scheduledTime - Date.now() : null;
    }, key);
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
    await popup.close();
    await driver.goto(page, pages.url("demo.html?next", { host: "news.test" }));
    const again = await driver.popup(page);
    const resume = say("popup_snoozed_until", "").trim();
    await expect.poll(() => again.text()).toContain(resume);
    expect(await driver.highlights(page)).toEqual([]);
    await again.close();
    // Nobody waits an hour: the same alarm, nearer.
    await driver.inExtension(async (key) => {
      const until = Date.now() + 400;
      await browser.storage.session.set({ [key]: { until, page: null } });
      browser.alarms.create(key, { when: until });
    }, key);
    await driver.waitMention(page, "OpenAI");
  });

  test("resume ends a snooze at once", async () => {
    const { driver, page } = await open();
    const popup = await driver.popup(page);
    await popup.click({ name: say("popup_snooze_hour") });
    await gone(page);
    await popup.click({ name: say("popup_resume") });
    await driver.waitMention(page, "OpenAI");
  });

  test("only on these sites: off everywhere, until the site's own switch chooses it", async () => {
    const { driver, pages, page } = await open();
    await driver.settings({ siteMode: "only" });
    await gone(page);
    const popup = await driver.popup(page);
    await expect.poll(() => isOn(popup, THIS_SITE)).toBe(false);
    await expect.poll(() => popup.text()).toContain(say("popup_only_chosen"));
    await popup.click(THIS_SITE);
    await driver.waitMention(page, "OpenAI");
    await popup.close();
    const other = await driver.page(pages.url("demo.html", { host: "other.test" }));
    const there = await driver.popup(other);
    await expect.poll(() => isOn(there, THIS_SITE)).toBe(false);
    expect(await driver.highlights(other)).toEqual([]);
  });

  test("a site switched off is off in every frame of the tab, and in its other tabs", async () => {
    const { browser: driver, pages } = use();
    pages.add("leaf.html", document_("<p>OpenAI and Qwen.</p>"));
    const frame = (host: string) =>
      `<iframe src="${pages.url("leaf.html", { host })}" style="width:400px;height:120px"></iframe>`;
    pages.add(
      "frames.html",
      document_(`<p>OpenAI and Qwen.</p>${["news.test", "other.test", "ads.test"].map(frame).join("")}`),
    );
    const second = (await open("frames.html")).page;
    const { page } = await open("frames.html");
    // A frame that goes to another process is another one from then on, and the one it was never answers.
    const leaves = () => page.frames().filter((one) => one.url().includes("leaf.html"));
    const answers = (frame: Frame) =>
      Promise.race([frame.evaluate(() => document.readyState === "complete"), wait(500, false)]);
    const heard = () =>
      poll(
        "all frames",
        async () => {
          const now = leaves();
          const are = await Promise.all(now.map(answers));
          return now.length === 3 && are.every(Boolean) && [page.mainFrame(), ...now];
        },
        { timeout: 4000 },
      );
    // Now and then the driver misses the change of process, and waits for the old frame for good.
    const all = await heard().catch(async () => {
      await page.reload();
      return heard();
    });
    for (const one of all) await driver.waitMention(one, "OpenAI");
    for (const one of all)
      await one.evaluate(() => {
        const size = () => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0);
        const look = setInterval(() => {
          if (size() > 0) return;
          clearInterval(look);
          document.documentElement.dataset["gone"] = String(Date.now());
        }, 1);
      });
    const popup = await driver.popup(page);
    await expect.poll(() => isOn(popup, THIS_SITE)).toBe(true);
    await popup.evaluate(() => {
      addEventListener(
        "click",
        () => Object.assign(document.body.dataset, { clicked: String(Date.now()) }),
        true,
      );
    });
    await popup.click(THIS_SITE);
    const at = await Promise.all(
      all.map((one) =>
        poll("the marks to go", () => one.evaluate(() => Number(document.documentElement.dataset["gone"]))),
      ),
    );
    const clicked = await popup.evaluate(() => Number(document.body.dataset["clicked"]));
    console.log(
      `${driver.name}: from the click to no mark in ${all.length} frames: ${Math.max(...at) - clicked} ms`,
    );
    for (const one of all) expect(await driver.highlights(one)).toEqual([]);
    await popup.close();
    await gone(second);
  });
});
