/** Work of the main thread in which script runs. Of nested ones the outermost counts. */
const SCRIPT = new Set([
  "EvaluateScript",
  "FunctionCall",
  "RunMicrotasks",
  "TimerFire",
  "FireAnimationFrame",
  "FireIdleCallback",
]);

/**
 * What an extension's scripts cost while `work` runs, from a trace of the browser: the thread's own time, so that
 * other programs on the machine do not count. For pages without scripts: there all script is the extension's,
 * whatever the browser runs it for.
 *
 * @param {RegExp} first address of the file that begins it: what came before belongs to the page before
 * @returns ms of each stretch of script in the page's main thread, in order of time, and whether it was idle time
 */
export async function traceScripts(tab, first, work) {
  let traceEvents = [];
  let begin;
  // Now and then the browser begins to record too late.
  for (let attempt = 0; attempt < 3 && !begin; attempt++) {
    await tab.tracing.start({ categories: ["devtools.timeline", "v8.execute"] });
    await work();
    ({ traceEvents } = JSON.parse(Buffer.from(await tab.tracing.stop()).toString("utf8")));
    begin = traceEvents.findLast(
      ({ name, args }) => name === "EvaluateScript" && first.test(args?.data?.url ?? ""),
    );
  }
  if (!begin) throw new Error(`the trace shows no ${first}`);
  const events = traceEvents
    .filter(
      ({ pid, tid, ts, ph, name }) =>
        ph === "X" && pid === begin.pid && tid === begin.tid && ts >= begin.ts && SCRIPT.has(name),
    )
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const stretches = [];
  let until = 0;
  for (const { name, ts, dur, tdur } of events) {
    if (ts < until) continue;
    until = ts + dur;
    stretches.push({ ms: (tdur ?? dur) / 1000, isIdle: name === "FireIdleCallback" });
  }
  return stretches;
}
