// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/core/compile.ts";
import { assemble, PACK_FILES } from "../src/data/assemble.ts";
import { isAliasWithAffix } from "./gold/affixes.ts";
import { type Label, readLabels } from "./gold/labels.ts";
import { type Read, readPage } from "./gold/read-page.ts";

const FOLDER = "test/pages/gold";
const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".html"));
const parts = PACK_FILES.map((file) => ({ file, text: readFileSync(`src/data/${file}`, "utf8") }));
const lexicon = compile(assemble(parts).draft.entries);

interface Score {
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

function score(labels: readonly Label[], found: readonly Read[]): Score {
  const byPlace = new Map(found.map((read) => [`${read.start}-${read.end}`, read]));
  const missed: string[] = [];
  let right = 0;
  for (const { id, also, text, start, end } of labels) {
    const key = `${start}-${end}`;
    const read = byPlace.get(key);
    if (read && (read.entry === id || also.includes(read.entry))) {
      right++;
      byPlace.delete(key);
    } else missed.push(`“${text}” is ${id}${read ? `, taken for ${read.entry}` : ""}`);
  }
  const wrong = [...byPlace.values()].map(({ text, entry, why }) => `“${text}” taken for ${entry} (${why})`);
  return { right, missed, wrong };
}

function open(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const { title } = parsed;
  document.documentElement.replaceChildren(...parsed.documentElement.childNodes);
  document.documentElement.lang = parsed.documentElement.lang;
  return title;
}

const scores = new Map<string, Score>();

test.each(pages)("%s", (name) => {
  const { html, mentions } = readLabels(readFileSync(`${FOLDER}/${name}`, "utf8"));
  const title = open(html);
  const found = readPage(lexicon, title);
  expect(found.filter(({ text, alias }) => !isAliasWithAffix(text, alias))).toEqual([]);
  const result = score(mentions, found);
  scores.set(name, result);
  // One page may be off by a mention or two; what holds for all of them is below.
  const few = Math.max(2, mentions.length * 0.05);
  expect(result.missed.length, result.missed.join("\n")).toBeLessThanOrEqual(few);
  expect(result.wrong.length, result.wrong.join("\n")).toBeLessThanOrEqual(few);
});

test("precision and recall over all pages are at least 0.99", () => {
  let [right, missed, wrong] = [0, 0, 0];
  for (const [name, result] of scores) {
    right += result.right;
    missed += result.missed.length;
    wrong += result.wrong.length;
    for (const line of result.missed) console.log(`${name}: missed ${line}`);
    for (const line of result.wrong) console.log(`${name}: wrong ${line}`);
  }
  const [precision, recall] = [right / (right + wrong), right / (right + missed)];
  console.log(`${right + missed} labels: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
  expect(right + missed).toBeGreaterThanOrEqual(600);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.99);
});
