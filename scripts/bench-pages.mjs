#!/usr/bin/env node
/**
 * Writes the pages that the benchmark reads, from our own sentences: the same files from every run.
 *
 *   node scripts/bench-pages.mjs             into test/pages/bench/generated
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as genre from "../test/pages/bench/make/genres.mjs";
import { minify, reindent } from "../test/pages/bench/make/shape.mjs";
import { shell } from "../test/pages/bench/make/shell.mjs";
import { writerOf } from "../test/pages/bench/make/writer.mjs";
import { ROOT } from "./root.mjs";

/** name, what writes its main content and with what, what the shell is told, share of sentences on our topic */
const PAGES = [
  ["news-short", genre.news, { count: 24 }],
  ["news", genre.news, { count: 60 }],
  ["news-long", genre.news, { count: 132 }],
  ["news-heavy-scripts", genre.news, { count: 54 }, { rules: 3000, records: 1800 }],
  ["news-without-main", genre.news, { count: 54 }, { wrap: "" }],
  ["live-blog", genre.live, { posts: 60 }],
  ["live-blog-long", genre.live, { posts: 160, element: "div" }, { records: 300 }],
  ["encyclopedia", genre.encyclopedia, { sections: 14 }],
  ["encyclopedia-long", genre.encyclopedia, { sections: 44 }, { rail: 0 }],
  ["forum", genre.forum, { roots: 14 }],
  ["forum-long", genre.forum, { roots: 50 }],
  ["documentation", genre.documentation, { sections: 12 }],
  ["shop-front", genre.shop, { items: 240 }, { records: 400 }],
  ["news-front", genre.front, { blocks: 16 }, { links: 60 }],
  ["newsletter", genre.mail, { letters: 30 }, { wrap: "article", rail: 0 }],
  ["transcript", genre.transcript, { count: 60 }],
  ["web-components", genre.shadows, { count: 50 }],
  ["no-hit-recipes", genre.news, { count: 72 }, { records: 0 }, 0],
  ["no-hit-results", genre.table, { rows: 260 }, { records: 0 }, 0],
  ["no-hit-forum", genre.forum, { roots: 14 }, { records: 0 }, 0],
  ["chinese", genre.news, { count: 168, kind: "zh" }, { lang: "zh-Hans" }],
  ["japanese", genre.news, { count: 150, kind: "ja" }, { lang: "ja" }],
  ["arabic", genre.news, { count: 90, kind: "ar" }, { lang: "ar", dir: "rtl" }],
  ["french", genre.news, { count: 78, kind: "fr" }, { lang: "fr" }],
  ["german", genre.news, { count: 84, kind: "de" }, { lang: "de" }],
  ["mixed-languages", genre.mixed, { sections: 40 }],
  ["dense", genre.news, { count: 54 }, {}, 1],
];

/**
 * The same kinds with few sentences on our topic, as most pages have them: of a saved corpus of news, blogs and
 * encyclopedias half the pages hold eleven mentions or fewer.
 */
const ORDINARY = [
  ["ordinary-news", genre.news, { count: 60 }, {}, 0.03],
  ["ordinary-news-long", genre.news, { count: 132 }, {}, 0.02],
  ["ordinary-news-heavy-scripts", genre.news, { count: 54 }, { rules: 3000, records: 1800 }, 0.02],
  ["ordinary-news-short", genre.news, { count: 24 }, {}, 0.05],
  ["ordinary-live-blog", genre.live, { posts: 60 }, {}, 0.03],
  ["ordinary-encyclopedia", genre.encyclopedia, { sections: 14 }, {}, 0.06],
  ["ordinary-encyclopedia-long", genre.encyclopedia, { sections: 44 }, { rail: 0 }, 0.02],
  ["ordinary-forum", genre.forum, { roots: 14 }, {}, 0.03],
  ["ordinary-documentation", genre.documentation, { sections: 12 }, {}, 0.06],
  ["ordinary-front", genre.front, { blocks: 16 }, { links: 60 }, 0.03],
  ["ordinary-newsletter", genre.mail, { letters: 30 }, { wrap: "article", rail: 0 }, 0.02],
  ["ordinary-transcript", genre.transcript, { count: 60 }, {}, 0.05],
];

/** Written once more in another shape. */
const SHAPES = [
  ["news", "minified", minify],
  ["encyclopedia", "minified", minify],
  ["news", "indented", reindent],
  ["forum", "indented", reindent],
];

/** Too large for every round: `generated/large`, for the experiments on slices. */
const LARGE = [["monster", genre.encyclopedia, { sections: 1150 }, { rail: 0 }, 0.1]];

function page([name, main, told, shellTold = {}, share]) {
  const write = writerOf(name, share);
  return shell(write, { title: write.title(), ...shellTold }, main(write, told));
}

export function* benchPages() {
  for (const [of, shape, change] of SHAPES)
    yield [`${of}-${shape}.html`, change(page(PAGES.find(([name]) => name === of)))];
  for (const told of [...PAGES, ...ORDINARY]) yield [`${told[0]}.html`, page(told)];
  for (const told of LARGE) yield [`large/${told[0]}.html`, page(told)];
}

/** @returns the folder the pages stand in */
export function writeBenchPages(folder = join(ROOT, "test/pages/bench/generated")) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "large"), { recursive: true });
  for (const [name, html] of benchPages()) writeFileSync(join(folder, name), html);
  return folder;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(writeBenchPages());
