import { beforeAll, expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { isOn, offered } from "./harness/controls.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { pageAt } from "./harness/page-at.ts";
import { select } from "./harness/select.ts";

const ALL_SITES = { name: say("popup_on_all_sites") };
const THIS_SITE = { name: say("popup_on_this_site") };
const NOTE = say("popup_private");

inBothBrowsers("Private windows", (use) => {
  beforeAll(() => use().browser.allowPrivate());

  /** All that the extension has on the disk. */
  const disk = () => use().browser.inExtension(() => browser.storage.local.get(null));
  const open = async () => {
    const { browser: driver, pages } = use();
    const url = pages.url("demo.html");
    const page = await driver.privatePage(`${url}?private`);
    await driver.waitMention(page, "sovereign AI");
    return { driver, page, url };
  };

  test("switches and density change private tabs and nothing else, and leave nothing on the disk", async () => {
    // First: Firefox opens new tabs in the window in front.
    const ordinary = await use().browser.page(use().pages.url("demo.html"));
    await use().browser.waitMention(ordinary, "sovereign AI");
    const { driver, page, url } = await open();
    const before = await disk();
    const marks = await driver.marks(ordinary);
    expect(marks.length).toBeGreaterThan(5);

    const popup = await driver.popup(page);
    await expect.poll(() => popup.text()).toContain(NOTE);
    const sparse = (await driver.marks(page)).length;
    await popup.click({ name: say("popup_density_every") });
    await expect.poll(async () => (await driver.marks(page)).length).toBeGreaterThan(sparse);
    await popup.click(ALL_SITES);
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    await expect.poll(() => isOn(popup, ALL_SITES)).toBe(false);
    expect(await disk()).toEqual(before);
    expect(await driver.marks(ordinary)).toEqual(marks);

    // Still so on the next page, and back again by the same switch.
    await driver.goto(page, `${url}?next`);
    await popup.close();
    const again = await driver.popup(page);
    await expect.poll(() => isOn(again, ALL_SITES)).toBe(false);
    expect(await driver.highlights(page)).toEqual([]);
    await again.click(ALL_SITES);
    await driver.waitMention(page, "sovereign AI");
    await again.click(THIS_SITE);
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    expect(await disk()).toEqual(before);
    expect(await driver.marks(ordinary)).toEqual(marks);
    await again.close();
  });

  test("what is read there is not among the look-ups of before", async () => {
    const { driver, page } = await open();
    const before = await disk();
    const popup = await driver.popup(page);
    await expect.poll(() => popup.text()).toContain(NOTE);
    await popup.type("[role=combobox]", "qwen");
    await expect.poll(async () => (await offered(popup))[0]).toBe(bundledEntry("qwen").name);
    await popup.press("Enter");
    await expect.poll(() => popup.text()).toContain(bundledEntry("qwen").line);
    await popup.close();
    expect(await disk()).toEqual(before);
  });

  test("all of it is forgotten with the window", async () => {
    const { driver, page, url } = await open();
    const popup = await driver.popup(page);
    await expect.poll(() => isOn(popup, ALL_SITES)).toBe(true);
    await popup.click(ALL_SITES);
    await expect.poll(async () => (await driver.highlights(page)).length).toBe(0);
    const kept = () => driver.inExtension(() => browser.storage.session.get("private"));
    expect(await kept()).not.toEqual({});
    await popup.close();
    await driver.inExtension(async () => {
      const windows = await browser.windows.getAll();
      await Promise.all(
        windows.map(({ id, incognito }) => incognito && browser.windows.remove(id as number)),
      );
    });
    await expect.poll(kept).toEqual({});
    const anew = await driver.privatePage(`${url}?anew`);
    await driver.waitMention(anew, "sovereign AI");
  });

  test("a selection looked up there opens the search, and its words stand in no address", async () => {
    const { driver, page } = await open();
    const selected = "electricity";
    await select(page, selected);
    const before = await disk();
    await driver.contextMenu(page, "look-up", { selectionText: selected });
    const search = await pageAt(driver, "popup.html#");
    await expect
      .poll(() => search.evaluate(() => document.querySelector<HTMLInputElement>("[role=combobox]")?.value))
      .toBe(selected);
    expect(
      await driver.inExtension(async () => (await browser.tabs.query({})).map(({ url }) => url)),
    ).not.toContainEqual(expect.stringContaining(selected));
    expect(await disk()).toEqual(before);
    await search.close();
  });
});
