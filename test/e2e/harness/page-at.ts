import type { Page } from "puppeteer-core";
import type { Driver } from "./driver.ts";
import { poll } from "./poll.ts";

/** The tab whose address holds this. Asked of the pages themselves: in Firefox puppeteer does not know where a page of an extension is. */
export function pageAt(driver: Driver, part: string): Promise<Page> {
  return poll(`a tab at ${part}`, async () => {
    for (const page of await driver.browser.pages()) {
      const href = await page.evaluate(() => location.href).catch(() => "");
      if (href.includes(part)) return page;
    }
    return null;
  });
}
