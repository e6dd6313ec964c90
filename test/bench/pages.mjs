import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { benchPages } from "../../scripts/bench-pages.mjs";
import { ROOT } from "../../scripts/root.mjs";

/** Gold labels `«text|id»` stand in the files; pages get the text alone. */
const stripLabels = (html) => html.replace(/«([^«»|]*)\|[^«»|]*»/gu, "$1");

/** The pages of `test/pages` that are measured: name → page. The one of 100,000 nodes is `large/monster.html`. */
export function allPages() {
  const pages = new Map([...benchPages()].map(([name, body]) => [name, { body }]));
  const gold = join(ROOT, "test/pages/gold");
  for (const name of readdirSync(gold)
    .filter((one) => one.endsWith(".html"))
    .sort())
    pages.set(`gold-${name}`, { body: stripLabels(readFileSync(join(gold, name), "utf8")) });
  return pages;
}

/** Characters of text below which a saved page is left out. */
const ENOUGH = 3000;

/** All pages saved below a folder, as they are, but cut off from the network and from frames. */
export function savedPages(folder) {
  const pages = new Map();
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!/\.x?html?$/.test(name)) continue;
    const html = readFileSync(join(folder, name), "utf8");
    if (textOf(html).length < ENOUGH) continue;
    const body = html.replace(/<(?:meta\b[^>]*\bhttp-equiv|base\b|i?frame\b|object\b|embed\b)[^>]*>/gi, "");
    pages.set(`saved/${pages.size}.html`, { body, sealed: true });
    console.log(`saved/${pages.size - 1}.html`, name);
  }
  return pages;
}

/** What a reader sees of it, roughly: enough to take names from. */
export const textOf = (html) =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
