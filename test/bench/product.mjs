import { seeded } from "./aliases.mjs";
import { profile } from "./profile.mjs";
import { median, shuffled, sum } from "./stats.mjs";
import { traceScripts } from "./trace.mjs";

/** The host whose pages the product reads; on the other it is not there. */
export const HOST = "localhost";
/** ms after the load event by which a page is read, marked and reported. */
const CALM = 1000;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function openTab(browser) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1200, height: 900 });
  return tab;
}

/** Script stretches of the product from the start of a page. */
const stretchesOf = (tab, url, calm = CALM) =>
  traceScripts(tab, /early\.js$/, async () => {
    await tab.goto(url);
    await wait(calm);
  });

/** The whole content script on real pages, thread time under a trace, beside the bare pass under the same trace. */
export async function wholePages({ browser, inject }, server, pages, rounds) {
  const random = seeded(11);
  const tabs = { product: await openTab(browser), walk: await openTab(browser) };
  const runs = new Map(pages.map((page) => [page, { product: [], idle: [], walk: [], longest: [] }]));
  for (let round = -1; round < rounds; round++)
    for (const page of round < 0 ? pages.slice(0, 3) : shuffled(pages, random))
      for (const which of shuffled(["product", "walk"], random)) {
        const tab = tabs[which];
        await tab.bringToFront();
        const samples = runs.get(page);
        if (which === "walk") {
          const stretches = await traceScripts(tab, /walk\.js$/, async () => {
            await tab.goto(server.url(page));
            await inject(["walk.js"]);
          });
          // Beside the pass itself there are only two frames' worth of waiting.
          if (round >= 0) samples.walk.push(Math.max(...stretches.map(({ ms }) => ms)));
          continue;
        }
        const stretches = await stretchesOf(tab, server.url(page, HOST));
        if (round < 0) continue;
        samples.product.push(sum(stretches.filter(({ isIdle }) => !isIdle).map(({ ms }) => ms)));
        samples.idle.push(sum(stretches.filter(({ isIdle }) => isIdle).map(({ ms }) => ms)));
        samples.longest.push(Math.max(...stretches.map(({ ms }) => ms)));
      }
  for (const tab of Object.values(tabs)) await tab.close();
  const all = [...runs.values()];
  const over = (pick) => median(all.map((samples) => median(samples[pick])));
  return {
    n: sum(all.map(({ product }) => product.length)),
    product: over("product"),
    idle: over("idle"),
    walk: over("walk"),
    longest: over("longest"),
    worst: Math.max(...all.flatMap(({ longest }) => longest)),
    ratio: median(all.map(({ product, walk }) => median(product) / median(walk))),
  };
}

/** Loads a profile runs over: one load holds too few samples. */
const LOADS = 12;

/** What the product costs on a page with nothing, and with one mention, by the sampling profiler; and a bare pass over nothing. */
export async function startUp({ browser, inject }, server, id, rounds) {
  const tabs = { product: await openTab(browser), floor: await openTab(browser) };
  const runs = { empty: [], one: [], floor: [] };
  for (let round = -1; round < rounds; round++) {
    for (const page of ["empty", "one"]) {
      await tabs.product.bringToFront();
      await tabs.product.goto(server.url(`made/${page}.html`, HOST));
      const { extension } = await profile(tabs.product, id, async () => {
        for (let load = 0; load < LOADS; load++) {
          await tabs.product.goto(server.url(`made/${page}.html`, HOST));
          await wait(600);
        }
      });
      if (round >= 0) runs[page].push(extension / LOADS);
    }
    await tabs.floor.bringToFront();
    await tabs.floor.goto(server.url("made/empty.html"));
    const { ms } = await inject(["walk.js"]);
    if (round >= 0) runs.floor.push(ms);
  }
  for (const tab of Object.values(tabs)) await tab.close();
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [name, { ms: median(all), n: all.length }]),
  );
}

/** The longest stretch without giving the page its turn, on a page of 100,000 nodes. */
export async function slices({ browser }, server, rounds) {
  const tab = await openTab(browser);
  const longest = [];
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const stretches = await stretchesOf(tab, server.url("large/monster.html", HOST), 4000);
    longest.push(Math.max(...stretches.map(({ ms }) => ms)));
    all.push(...stretches.map(({ ms }) => ms).filter((ms) => ms > 1));
  }
  await tab.close();
  return {
    n: rounds,
    longest: median(longest),
    worst: Math.max(...longest),
    median: median(all),
    slices: all.length / rounds,
  };
}

/** What the product adds to a page that keeps changing, against the page's own script. */
export async function live({ browser }, server, id, page, ms, rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await openTab(browser);
    await tab.goto(server.url(page, HOST));
    await wait(CALM);
    let changes = 0;
    const spent = await profile(tab, id, async () => {
      changes = await tab.evaluate((ms) => globalThis.run(ms), ms);
      await wait(200);
    });
    runs.push({ ...spent, changes });
    await tab.close();
  }
  const over = (pick) => median(runs.map(pick));
  return {
    n: rounds,
    changes: over(({ changes }) => changes),
    each: over(({ extension, changes }) => (extension * 1000) / changes),
    toPage: over(({ extension, page }) => extension / page),
    share: over(({ extension, busy }) => extension / busy),
  };
}

/** What the product's style sheet adds to the page's own work when all of it is styled anew, in turns with pages without. */
export async function restyle({ browser }, server, rounds) {
  const times = { [HOST]: [], "127.0.0.1": [] };
  for (let round = 0; round < rounds; round++)
    for (const host of Object.keys(times)) {
      const tab = await openTab(browser);
      await tab.goto(server.url("made/restyle.html", host));
      await wait(CALM);
      times[host].push(...(await tab.evaluate(() => globalThis.run(10))).slice(1));
      await tab.close();
    }
  const [ours, bare] = Object.values(times).map(median);
  return { n: times[HOST].length, ratio: ours / bare, ms: bare };
}

/** ms of main thread a frame while a page of 3,000 marked lines is scrolled fast, with and without the product. */
export async function scroll({ browser }, server, rounds) {
  const times = { [HOST]: [], "127.0.0.1": [] };
  for (let round = 0; round < rounds; round++)
    for (const host of Object.keys(times)) {
      const tab = await openTab(browser);
      await tab.goto(server.url("made/scroll.html", host));
      await wait(3 * CALM);
      const session = await tab.createCDPSession();
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      const busy = async () => {
        const { metrics } = await session.send("Performance.getMetrics");
        return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
      };
      const before = await busy();
      await tab.evaluate((frames) => globalThis.run(frames), FRAMES);
      times[host].push(((await busy()) - before) / FRAMES);
      await tab.close();
    }
  const [ours, bare] = Object.values(times).map(median);
  return { n: rounds, ours, bare };
}
const FRAMES = 200;

/** KB of JS heap that the product adds to a tab at rest. */
export async function heap({ browser }, server, pages) {
  const differences = [];
  for (const page of pages) {
    const used = {};
    for (const host of [HOST, "127.0.0.1"]) {
      const tab = await openTab(browser);
      const session = await tab.createCDPSession();
      await tab.goto(server.url(page, host));
      await wait(CALM);
      await session.send("HeapProfiler.enable");
      for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
      used[host] = usedSize + backingStorageSize;
      await tab.close();
    }
    differences.push((used[HOST] - used["127.0.0.1"]) / 1024);
  }
  return { n: differences.length, kb: median(differences) };
}

/** Cumulative layout shift of pages that shift nothing themselves. */
export async function layoutShift({ browser }, server, pages) {
  const tab = await openTab(browser);
  let worst = 0;
  await tab.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.shift += value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const page of pages) {
    await tab.goto(server.url(page, HOST));
    await wait(CALM);
    worst = Math.max(worst, await tab.evaluate(() => globalThis.shift));
  }
  await tab.close();
  return { n: pages.length, worst };
}
