#!/usr/bin/env node
/**
 * How fast, beside the floor and the peers, in one run of a real Chromium. Writes docs/bench.md.
 *
 *   npm run bench
 *   npm run bench -- --quick                 fewer pages and rounds, no 100,000 aliases; prints only
 *   npm run bench -- --only find,slices      some experiments; prints only
 *   npm run bench -- --contenders walk,ours  some contenders
 *   npm run bench -- --saved FOLDER          find and mark on pages saved there; prints only
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { build } from "../build.mjs";
import { syntheticEntries, termsOf } from "../test/bench/aliases.mjs";
import { openBrowser } from "../test/bench/browser.mjs";
import { buildBenchExtension, copyProduct } from "../test/bench/extension.mjs";
import { byDensity, CONTENDERS, findAndMark, summary } from "../test/bench/find.mjs";
import { hover } from "../test/bench/hover.mjs";
import { livePages } from "../test/bench/live-pages.mjs";
import { allPages, savedPages, textOf } from "../test/bench/pages.mjs";
import { popup, popupPages } from "../test/bench/popup.mjs";
import {
  HOST,
  heap,
  layoutShift,
  live,
  restyle,
  scroll,
  slices,
  startUp,
  wholePages,
} from "../test/bench/product.mjs";
import { report } from "../test/bench/report.mjs";
import { serve } from "../test/bench/serve.mjs";
import { median } from "../test/bench/stats.mjs";
import { loadHarness } from "./harness.mjs";
import { loadPack } from "./load-pack.mjs";
import { ROOT } from "./root.mjs";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    contenders: { type: "string" },
    saved: { type: "string" },
    rounds: { type: "string" },
  },
});
const { quick } = values;
const rounds = Number(values.rounds ?? (quick ? 2 : 5));
const asked = values.saved ? ["find"] : values.only?.split(",");
const isAsked = (name) => asked?.includes(name) ?? true;

async function load(entry) {
  const { outputFiles } = await bundle({
    entryPoints: [join(ROOT, "src", entry)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const pages = values.saved ? savedPages(values.saved) : allPages();
const articles = [...pages.keys()].filter((name) => !name.startsWith("large/"));
const some = (count) =>
  articles.filter((_, at) => at % Math.max(1, Math.round(articles.length / count)) === 0).slice(0, count);

/** The lexicons, and the terms peers get in their place. */
async function lexicons() {
  const { compile } = await load("core/compile.ts");
  const { keysOf } = await load("core/keys.ts");
  const { entries } = await loadPack(ROOT, load);
  const texts = articles.map((name) => textOf(pages.get(name).body));
  const made = [
    ["bundled", entries],
    ["10000", syntheticEntries(entries, texts, 10_000)],
    ...(quick ? [] : [["100000", syntheticEntries(entries, texts, 100_000)]]),
  ];
  return made.map(([size, entries]) => {
    const lexicon = compile(entries);
    return {
      size,
      terms: termsOf(entries),
      entries: entries.map(({ id, kind, name, aliases }) => ({ id, kind, name, aliases })),
      lexicon: lexicon.bytes,
      keys: keysOf(lexicon),
    };
  });
}

/** Which contenders run on which pages: those that take seconds a page are shown on a few, or not at all. */
function plans() {
  const chosen = values.contenders?.split(",");
  const all = CONTENDERS.map(({ name }) => name).filter((name) => name !== "stages");
  const only = (names) => names.filter((name) => chosen?.includes(name) ?? true);
  if (values.saved) {
    const quickOnes = all.filter((name) => !["mark", "advanced-mark", "ahocorasick"].includes(name));
    return [{ size: "bundled", names: only(chosen ?? quickOnes), pages: articles, rounds }];
  }
  return [
    { size: "bundled", names: only(chosen ?? all), pages: quick ? some(10) : articles, rounds },
    {
      size: "10000",
      names: only(all.filter((name) => name !== "mark")),
      pages: some(quick ? 5 : 15),
      rounds: Math.min(rounds, 3),
    },
    ...(quick
      ? []
      : [{ size: "100000", names: only(["walk", "ours", "ahocorasick"]), pages: some(10), rounds: 3 }]),
  ];
}

function sizes(product) {
  return [
    ["content.js", 30],
    ["card.js", 24],
    ["card-more.js", 12],
    ["early.js", 1],
    ["keys.js", 0],
  ].map(([file, most]) => ({
    file,
    most: most * 1024,
    bytes: gzipSync(readFileSync(join(product, file)), { level: 9 }).length,
  }));
}

const folder = mkdtempSync(join(tmpdir(), "sidelight-bench-"));
const results = {};
const say = (name, value) => {
  results[name] = value;
  console.log(name, JSON.stringify(value));
};
let chrome;
let server;
try {
  const sets = await lexicons();
  const bench = await buildBenchExtension(join(folder, "bench"), sets);
  await build({ out: join(folder, "dist") });
  const product = copyProduct(join(folder, "dist/chromium"), join(folder, "product"), HOST);
  server = await serve(new Map([...pages, ...livePages(), ...popupPages()]));
  chrome = await openBrowser(await loadHarness(), bench);

  if (isAsked("find")) {
    results.find = [];
    for (const plan of plans()) {
      const runs = await findAndMark(chrome, server, plan);
      const found = summary(runs);
      const { terms } = sets.find(({ size }) => size === plan.size);
      results.find.push({
        size: plan.size,
        aliases: terms.length,
        rows: found,
        pages: plan.pages.length,
        densities: byDensity(runs, "ours"),
      });
      if (values.saved) console.log(results.find.at(-1).densities);
      console.log(plan.size, terms.length);
      console.table(
        Object.fromEntries(
          found.map(({ name, stages, ...row }) => [
            name,
            Object.fromEntries(
              Object.entries({ ...row, ...stages }).map(([key, value]) => [key, Number(value.toFixed(2))]),
            ),
          ]),
        ),
      );
      const ours = found.find(({ name }) => name === "ours");
      if (plan.size === "bundled" && ours) say("ready", { ms: ours.ready, n: ours.n });
    }
  }
  if (isAsked("compile") && !quick) {
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push(await chrome.compile("100000"));
    say("compile", { ms: median(runs.map(({ ms }) => ms)), bytes: runs[0].bytes, n: runs.length });
  }

  const id = await chrome.browser.installExtension(product);
  const seconds = (full) => (quick ? 4 : full) * 1000;
  if (isAsked("start")) say("start", await startUp(chrome, server, id, rounds));
  if (isAsked("whole"))
    say("whole", await wholePages(chrome, server, some(quick ? 6 : 16), Math.min(rounds, 3)));
  if (isAsked("slices")) say("slices", await slices(chrome, server, rounds));
  if (isAsked("feed"))
    say("feed", await live(chrome, server, id, "made/feed.html", seconds(5), Math.min(rounds, 3)));
  if (isAsked("clocks"))
    say("clocks", await live(chrome, server, id, "made/clocks.html", seconds(5), Math.min(rounds, 3)));
  if (isAsked("todo"))
    say("todo", await live(chrome, server, id, "made/todo.html", seconds(20), Math.min(rounds, 3)));
  if (isAsked("restyle")) say("restyle", await restyle(chrome, server, Math.min(rounds, 3)));
  if (isAsked("scroll")) say("scroll", await scroll(chrome, server, Math.min(rounds, 3)));
  if (isAsked("heap")) say("heap", await heap(chrome, server, some(quick ? 3 : 7)));
  if (isAsked("hover")) say("hover", await hover(chrome, server, id, rounds));
  if (isAsked("popup")) say("popup", await popup(chrome, server, id, rounds));
  if (isAsked("shift")) say("shift", await layoutShift(chrome, server, some(quick ? 4 : 12)));
  if (isAsked("sizes")) say("sizes", sizes(product));

  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: ROOT,
    encoding: "utf8",
  }).trim();
  const changed =
    execFileSync("git", ["status", "--porcelain", "src"], { cwd: ROOT, encoding: "utf8" }) !== "";
  const { devDependencies: peers } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const named = ["mark.js", "findandreplacedomtext", "advanced-mark.js", "modern-ahocorasick"];
  const text = report({
    date: new Date().toISOString().slice(0, 10),
    versions: `${await chrome.browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load average ${loadavg()[0]?.toFixed(1)}; ${named.map((name) => `${name} ${peers[name]}`).join(", ")}`,
    commit: `${commit}${changed ? " with changes" : ""}`,
    results,
  });
  console.log(`\n${text}`);
  if (!quick && !asked && !values.contenders) writeFileSync(join(ROOT, "docs/bench.md"), text);
} finally {
  await chrome?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
}
