import type { Page } from "puppeteer-core";

interface TraceEvent {
  readonly name: string;
  readonly args?: {
    readonly beginData?: {
      readonly stackTrace?: readonly { readonly url: string; readonly functionName: string }[];
      readonly dirtyObjects?: number;
    };
  };
}

/**
 * Layouts that a script of this origin forced while `work` ran, each by the functions that asked for it. The browser
 * lays out once a frame anyway; a layout with a stack is one that could not wait for it. Chromium only.
 */
export async function forcedLayouts(
  page: Page,
  origin: string,
  work: () => Promise<unknown>,
): Promise<string[]> {
  await page.tracing.start({
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline.stack"],
  });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  if (!traceEvents.some(({ name }) => name === "Layout")) throw new Error("nothing was laid out at all");
  return traceEvents
    .filter(({ name }) => name === "Layout")
    .map(({ args }) => args?.beginData?.stackTrace ?? [])
    .filter((stack) => stack.some(({ url }) => url.startsWith(origin)))
    .map((stack) => stack.map(({ functionName }) => functionName || "?").join(" < "));
}
