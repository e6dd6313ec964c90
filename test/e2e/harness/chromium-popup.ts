import type { Page } from "puppeteer-core";
import { pointOfControl, restingPoint } from "./control.ts";
import type { Popup } from "./driver.ts";

/** The toolbar popup is a page like any other to Chromium's debugger. */
export function popupOf(popup: Page): Popup {
  return {
    evaluate: (work, ...args) =>
      popup.evaluate(work as never, ...args) as Promise<Awaited<ReturnType<typeof work>>>,
    text: () => popup.evaluate(() => document.body.innerText),
    async click(control) {
      const point = await restingPoint(control, () => popup.evaluate(pointOfControl, null, null, control));
      await popup.mouse.click(point.x, point.y);
    },
    async type(selector, text) {
      await popup.waitForSelector(selector);
      await popup.type(selector, text);
    },
    press: (key) => popup.keyboard.press(key as "Enter"),
    screenshot: () => popup.screenshot(),
    // A popup closes when it loses the focus; closing its target is what the browser does then.
    close: () => popup.close(),
  };
}
