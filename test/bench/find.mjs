import { seeded } from "./aliases.mjs";
import { median, shuffled, sum } from "./stats.mjs";

/** Contenders and what they cost at most: the slow ones run once a page, since one run of theirs lasts seconds. */
export const CONTENDERS = [
  { name: "walk", title: "bare TreeWalker pass", files: () => ["walk.js"] },
  { name: "ours", title: "Sidelight", files: (size) => [`keys-${size}.js`, "ours.js"] },
  { name: "stages", title: "Sidelight, part by part", files: (size) => [`keys-${size}.js`, "stages.js"] },
  {
    name: "regexp",
    title: "one RegExp alternation + StaticRange",
    files: (size) => [`terms-${size}.js`, "regexp.js"],
  },
  {
    name: "find-and-replace",
    title: "findAndReplaceDOMText, one alternation",
    files: (size) => [`terms-${size}.js`, "find-and-replace.js"],
  },
  {
    name: "ahocorasick",
    title: "modern-ahocorasick + StaticRange",
    files: (size) => [`terms-${size}.js`, "ahocorasick.js"],
  },
  {
    name: "advanced-mark",
    title: "advanced-mark.js, exactly, combined",
    files: (size) => [`terms-${size}.js`, "advanced-mark.js"],
  },
  { name: "mark", title: "mark.js, exactly", files: (size) => [`terms-${size}.js`, "mark.js"] },
];

/** ms after which a run is given up, and the contender with it. */
const PATIENCE = 60_000;

/**
 * Cold runs: every sample is a fresh navigation; the contenders take turns in random order.
 *
 * @param {{ size: string, names: readonly string[], pages: readonly string[], rounds: number }} plan
 * @returns {Promise<Map<string, Map<string, object[]>>>} contender → page → outcomes
 */
export async function findAndMark({ inject, browser }, server, { size, names, pages, rounds }) {
  const random = seeded(rounds * 1000 + pages.length);
  const results = new Map(names.map((name) => [name, new Map(pages.map((page) => [page, []]))]));
  const out = new Set();
  const open = async () => {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1200, height: 900 });
    // The first pages of a process pay for what later ones share; readers' browsers have been running for a while.
    for (const page of pages.slice(0, 3)) await tab.goto(server.url(page));
    return tab;
  };
  let tab = await open();
  for (let round = 0; round < rounds; round++)
    for (const page of shuffled(pages, random))
      for (const name of shuffled(names, random)) {
        const samples = results.get(name).get(page);
        const isSlow = median(samples.map(({ ms }) => ms)) > 1000;
        if (out.has(name) || (isSlow && samples.length > 0)) continue;
        await tab.goto(server.url(page));
        const { files } = CONTENDERS.find((one) => one.name === name);
        const outcome = await Promise.race([
          inject(files(size)).catch((error) => ({ error: error.message })),
          new Promise((resolve) => setTimeout(resolve, PATIENCE, null)),
        ]);
        if (outcome?.ms !== undefined) samples.push(outcome);
        else {
          // It may hold the tab for minutes to come.
          out.add(name);
          console.log(`  ${name} at ${size} on ${page}: ${outcome?.error ?? "no answer within a minute"}`);
          tab.close().catch(() => {});
          tab = await open();
        }
      }
  await tab.close().catch(() => {});
  return results;
}

const DENSITIES = [
  ["no mention", 0, 0],
  ["1 to 30", 1, 30],
  ["31 to 100", 31, 100],
  ["more than 100", 101, Number.POSITIVE_INFINITY],
];

/** How a contender's ratio goes with what a page holds of its terms. */
export function byDensity(results, name) {
  const runs = results.get(name);
  const floor = results.get("walk");
  if (!runs || !floor) return [];
  const pages = [...runs.keys()]
    .filter((page) => runs.get(page).length > 0)
    .map((page) => ({
      found: median(runs.get(page).map(({ found }) => found)),
      ratio: median(runs.get(page).map(({ ms }) => ms)) / median(floor.get(page).map(({ ms }) => ms)),
    }));
  return DENSITIES.map(([title, least, most]) => {
    const inside = pages.filter(({ found }) => found >= least && found <= most);
    return { title, pages: inside.length, ratio: median(inside.map(({ ratio }) => ratio)) };
  }).filter(({ pages }) => pages > 0);
}

/** Per contender: median over pages of (median over rounds ÷ the floor's median on that page), and what it found. */
export function summary(results) {
  const of = (name, page, pick) => median((results.get(name)?.get(page) ?? []).map(pick));
  return [...results].map(([name, byPage]) => {
    const pages = [...byPage.keys()].filter((page) => byPage.get(page).length > 0);
    const ratios = pages.map((page) => of(name, page, ({ ms }) => ms) / of("walk", page, ({ ms }) => ms));
    const stages = {};
    for (const stage of Object.keys(byPage.get(pages[0])?.[0]?.stages ?? {}))
      stages[stage] = median(pages.map((page) => of(name, page, (run) => run.stages[stage])));
    return {
      name,
      n: sum(pages.map((page) => byPage.get(page).length)),
      pages: pages.length,
      ratio: median(ratios),
      worst: Math.max(...ratios),
      total:
        sum(pages.map((page) => of(name, page, ({ ms }) => ms))) /
        sum(pages.map((page) => of("walk", page, ({ ms }) => ms))),
      ms: median(pages.map((page) => of(name, page, ({ ms }) => ms))),
      ready: median(pages.map((page) => of(name, page, ({ ready }) => ready))),
      layout: median(pages.map((page) => of(name, page, ({ layout }) => layout))),
      found: sum(pages.map((page) => of(name, page, ({ found }) => found))),
      stages,
    };
  });
}
