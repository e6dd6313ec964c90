import { pointOfControl, restingPoint } from "./control.ts";
import type { Popup } from "./driver.ts";
import { poll } from "./poll.ts";
import type { Privileged, Untyped } from "./privileged.ts";

/** The popup's own document, in functions that run there. */
declare const document: Untyped;
declare const Services: Untyped;
declare const Cc: Untyped;
declare const Ci: Untyped;
declare const Cu: Untyped;
declare const ChromeUtils: Untyped;
declare const WebExtensionPolicy: Untyped;

/** Presses the extension's toolbar button over the tab in front: the real panel. */
export async function openFirefoxPopup(firefox: Privileged, id: string): Promise<Popup> {
  await firefox.run(async (id: string) => {
    const path = "resource://gre/modules/ExtensionParent.sys.mjs";
    const { ExtensionParent } = ChromeUtils.importESModule(path);
    const { browserActionFor } = ExtensionParent.apiManager.global;
    const front = Services.wm.getMostRecentWindow("navigator:browser");
    // As a press by the reader, which lets the extension see the tab.
    await browserActionFor(WebExtensionPolicy.getByID(id).extension).openPopup(front, false);
  }, id);
  await poll("the popup", () =>
    firefox.run(() => {
      const { document } = Services.wm.getMostRecentWindow("navigator:browser");
      const panel = document.querySelector(".webextension-popup-browser");
      return panel?.currentURI?.spec.startsWith("moz-extension") && panel.clientHeight > 10;
    }),
  );

  const evaluate = (work: (...args: Untyped[]) => unknown, ...args: unknown[]): Promise<Untyped> =>
    firefox.inContent(
      "popup",
      async (content: Untyped, source: string, json: string) => {
        // With the popup's own rights, not the test's.
        const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        const code = `(async () => JSON.stringify((await (${source})(...${json})) ?? null))()`;
        return JSON.parse(await Cu.evalInSandbox(code, sandbox));
      },
      String(work),
      JSON.stringify(args),
    );

  const keys = (all: string[]): Promise<void> =>
    firefox.inContent(
      "popup",
      (content: Untyped, all: string[]) => {
        const typist = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        typist.beginInputTransactionForTests(content);
        for (const key of all) {
          const event = new content.KeyboardEvent("", { key, code: key.length > 1 ? key : "" });
          const flags = key.length > 1 ? typist.KEY_NON_PRINTABLE_KEY : 0;
          typist.keydown(event, flags);
          typist.keyup(event, flags);
        }
      },
      all,
    );

  return {
    evaluate: evaluate as Popup["evaluate"],
    text: () => evaluate(() => document.body.innerText),
    async click(control) {
      // A popup that grows between the look and the press has its control elsewhere: as a hand would, aim again. The
      // place is asked for once more in the same breath as the press, lest another control is met.
      await poll(`a press on ${JSON.stringify(control)}`, async () => {
        const point = await restingPoint(control, () => evaluate(pointOfControl, null, null, control));
        return firefox.inContent(
          "popup",
          (content: Untyped, source: string, json: string, x: number, y: number) => {
            const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
            const now = Cu.evalInSandbox(`(${source})(null, null, ${json})`, sandbox);
            if (now?.x !== x || now.y !== y) return false;
            let isMet = false;
            const meet = ({ target }: Untyped) => {
              isMet = target.closest("a, button, input, select, summary, label, [role]") !== null;
            };
            content.addEventListener("click", meet, { capture: true, once: true });
            content.synthesizeMouseEvent("mousemove", x, y);
            for (const type of ["mousedown", "mouseup"]) {
              content.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 });
            }
            content.removeEventListener("click", meet, { capture: true });
            return isMet;
          },
          String(pointOfControl),
          JSON.stringify(control),
          point.x,
          point.y,
        );
      });
    },
    async type(selector, text) {
      await poll(`${selector} in the popup`, () =>
        evaluate((selector: string) => {
          document.querySelector(selector)?.focus();
          return document.activeElement?.matches(selector);
        }, selector),
      );
      await keys([...text]);
    },
    press: (key) => keys([key]),
    async screenshot() {
      const base64 = await firefox.run(async () => {
        const { document } = Services.wm.getMostRecentWindow("navigator:browser");
        const { browsingContext } = document.querySelector(".webextension-popup-browser");
        const picture = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
        const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext("2d").drawImage(picture, 0, 0);
        return canvas.toDataURL("image/png").split(",")[1];
      });
      return Buffer.from(base64, "base64");
    },
    async close() {
      await firefox.run(() => {
        const { document, gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        document.querySelector(".webextension-popup-browser")?.closest("panel")?.hidePopup();
        gBrowser.selectedBrowser.focus();
      });
    },
  };
}
