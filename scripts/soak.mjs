#!/usr/bin/env node
/**
 * The long versions of what the end-to-end tests ask in seconds: 200 switches off and on, 200 navigations within
 * a page, and ten minutes of random changes over several seeds, in one browser or in both. Builds, and prints a report.
 *
 *   npm run soak
 *   npm run soak -- --browser firefox --cycles 50 --minutes 2
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadHarness } from "./harness.mjs";
import { ROOT } from "./root.mjs";
import { installBrowsers } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    browser: { type: "string" },
    cycles: { type: "string", default: "200" },
    minutes: { type: "string", default: "10" },
    /** Length of one run of random changes, s. */
    run: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const names = values.browser === undefined ? ["chromium", "firefox"] : [values.browser];
const [cycles, minutes, run, seed] = [values.cycles, values.minutes, values.run, values.seed].map(Number);

process.chdir(ROOT);
const { status } = spawnSync(process.execPath, ["build.mjs"], { stdio: "inherit" });
if (status !== 0) process.exit(1);
await installBrowsers(names);
const harness = await loadHarness();
const {
  APP,
  countedCopy,
  createDriver,
  fuzzOnce,
  heapOf,
  heldAtRest,
  navigateWithin,
  servePages,
  switchOffAndOn,
} = harness;
const failures = [];
const say = (line) => console.log(line);
const check = (what, ok, detail = "") => {
  say(`  ${ok ? "ok    " : "FAILED"} ${what}${detail === "" ? "" : `: ${detail}`}`);
  if (!ok) failures.push(what);
};
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;

/** Does something many times over, in four parts, and compares what is held before, between and after. */
async function lifetimes(name, browser, page, what, work) {
  await work(5);
  const first = await heldAtRest(page);
  const heaps = [];
  for (let part = 0; part < 4; part++) {
    await work(Math.ceil(cycles / 4 / 5) * 5);
    if (name === "chromium") heaps.push(await heapOf(page));
  }
  const last = await heldAtRest(page);
  check(`${what}: all that is held`, JSON.stringify(first) === JSON.stringify(last), JSON.stringify(last));
  // The first part fills caches; a leak goes on after it.
  if (heaps.length > 0)
    check(`${what}: heap`, heaps[3] - heaps[0] < 2_000_000, heaps.map(kilobytes).join(" → "));
  check(`${what}: console`, browser.errors(page).length === 0, browser.errors(page).join("; "));
}

for (const name of names) {
  const begun = performance.now();
  say(`${name}`);
  const folder = countedCopy(name);
  const pages = await servePages();
  pages.add("app.html", APP);
  const browser = createDriver(name, { extension: folder });
  try {
    await browser.start();
    const demo = await browser.page(pages.url("demo.html"));
    await browser.waitMention(demo);
    await lifetimes(name, browser, demo, `${cycles} times off and on`, (times) =>
      switchOffAndOn(browser, demo, times),
    );
    await demo.close();
    const app = await browser.page(pages.url("app.html"));
    await browser.waitMention(app);
    await lifetimes(name, browser, app, `${cycles} navigations within a page`, (times) =>
      navigateWithin(app, times),
    );
    await app.close();

    const end = performance.now() + minutes * 60_000;
    let [acts, runs] = [0, 0];
    const wrong = [];
    for (let at = seed; performance.now() < end; at++) {
      await browser.settings({ density: ["every", "section", "hover"][at % 3] });
      const result = await fuzzOnce(browser, pages, at, run * 1000);
      acts += result.acts;
      runs++;
      if (result.kept.join() === result.fresh.join()) continue;
      wrong.push(at);
      say(`  seed ${at}\n    kept  ${result.kept.join(" | ")}\n    fresh ${result.fresh.join(" | ")}`);
    }
    check(
      `${runs} seeds of ${run} s of random changes, ${acts} changes`,
      wrong.length === 0,
      wrong.length > 0 ? `seeds ${wrong.join(", ")} differ from a fresh reading` : "as a fresh reading",
    );
    check(
      "extension's own errors",
      (await browser.extensionErrors()).every((text) => /terminated by timeout|context unloaded/.test(text)),
    );
  } finally {
    await browser.close();
    pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
  say(`  ${Math.round((performance.now() - begun) / 1000)} s`);
}
if (failures.length > 0) process.exitCode = 1;
say(failures.length > 0 ? `${failures.length} failed: ${failures.join("; ")}` : "all as it should be");
