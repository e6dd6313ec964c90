import type { Browser } from "puppeteer-core";
import { bidi } from "./internals.ts";

// biome-ignore lint/suspicious/noExplicitAny: nobody publishes types of Firefox's own window
export type Untyped = any;

/** Runs functions in Firefox's own window, with all its rights. They are sent as text: no closures, JSON in and out. */
export interface Privileged {
  run<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** The same in the process of a page's content, whose window is the first argument: the tab in front, or the popup. */
  inContent<A extends unknown[], R>(
    which: "tab" | "popup",
    work: (content: Untyped, ...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
}

declare const Services: Untyped;

interface Called {
  readonly type: "success" | "exception";
  readonly result: { readonly value: string };
  readonly exceptionDetails: { readonly text: string };
}

export async function privileged(browser: Browser): Promise<Privileged> {
  const tree = await bidi<{ contexts: { context: string }[] }>(browser, "browsingContext.getTree", {
    "moz:scope": "chrome",
  });
  const context = tree.contexts[0]?.context;
  if (!context) throw new Error("Firefox does not let the test into its own window");

  const run: Privileged["run"] = async (work, ...args) => {
    const called = await bidi<Called>(browser, "script.callFunction", {
      functionDeclaration: `async (json) => JSON.stringify((await (${work})(...JSON.parse(json))) ?? null)`,
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
    });
    if (called.type === "exception")
      throw new Error(`in Firefox's own window: ${called.exceptionDetails.text}`);
    return JSON.parse(called.result.value);
  };

  const inContent: Privileged["inContent"] = async (which, work, ...args) =>
    run(
      async (which: string, source: string, json: string) => {
        const { document, gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        const at =
          which === "popup"
            ? document.querySelector(".webextension-popup-browser")
            : gBrowser.selectedBrowser;
        if (!at) throw new Error(`there is no ${which}`);
        const key = `sidelight-test:${Math.random()}`;
        const script = `(async () => {
          let answer;
          try { answer = { value: (await (${source})(content, ...${json})) ?? null }; }
          catch (error) { answer = { error: String(error) }; }
          sendAsyncMessage(${JSON.stringify(key)}, JSON.stringify(answer));
        })()`;
        const answer = await new Promise<{ value: Untyped; error?: string }>((done, fail) => {
          at.messageManager.addMessageListener(key, ({ data }: Untyped) => done(JSON.parse(data)));
          at.messageManager.loadFrameScript(
            `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
            false,
          );
          setTimeout(() => fail(new Error("no answer from the content process")), 8000);
        });
        if (answer.error) throw new Error(answer.error);
        return answer.value;
      },
      which,
      String(work),
      JSON.stringify(args),
    );

  return { run, inContent };
}
