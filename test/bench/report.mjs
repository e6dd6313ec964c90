import { CONTENDERS } from "./find.mjs";
import { short } from "./stats.mjs";

const times = (ratio) => `${short(ratio)} ×`;
const ms = (value) => `${short(value)} ms`;

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Figures beside what they are aimed at. `holds: null`: nothing was promised. */
function verdict(holds) {
  if (holds === null) return "";
  return holds ? "holds" : "**missed**";
}

const TITLES = {
  bundled: "the bundled pack",
  10000: "10,000 aliases",
  100000: "100,000 aliases",
};
const GATES = { bundled: 3.5, 10000: 3.5, 100000: 4 };

function findSection({ size, aliases, rows, pages, densities }) {
  const ours = rows.find(({ name }) => name === "ours");
  const gate = GATES[size];
  return `### ${TITLES[size]} (${aliases.toLocaleString("en")} terms, ${pages} pages)

${table(
  [
    "contender",
    "× bare pass",
    "worst page",
    "× in total",
    "ms",
    "terms ready, ms",
    "layout owed, ms",
    "found",
    "n",
  ],
  rows.map((row) => [
    CONTENDERS.find(({ name }) => name === row.name).title,
    row.n === 0 ? "gave no answer in a minute" : times(row.ratio),
    short(row.worst),
    short(row.total),
    short(row.ms),
    row.name === "walk" ? "" : short(row.ready),
    short(row.layout),
    row.name === "walk" ? "" : row.found,
    row.n,
  ]),
)}
${
  ours
    ? `
Sidelight: ${times(ours.ratio)}; gate ${gate} ×: ${verdict(ours.ratio <= gate)}. Of its ${ms(ours.ms)}: reading ${short(ours.stages.read)}, painting what is near ${short(ours.stages.paint)}; the search for shadow roots, in idle time, ${short(ours.stages.shadows)} more. Not counted: what the background does meanwhile, in a process of its own; with it the last mark stands after ${ms(ours.stages.until)}.

By mentions on a page: ${densities.map(({ title, pages, ratio }) => `${title} (${pages} pages) ${times(ratio)}`).join("; ")}.
`
    : ""
}`;
}

function popupRows({ opened, keys, many, off }) {
  const since = `ms since its document was begun, ${Math.round(opened.before)} after the press`;
  const letter = ({ ms: median, worst }) => `${ms(median)}, worst ${ms(worst)}`;
  return [
    [`popup painted for the first time (${since})`, "", ms(opened.paint), null, opened.n],
    [
      "popup usable: focus in the field, and a letter gives results",
      "≤ 100 ms",
      ms(opened.usable),
      opened.usable <= 100,
      opened.n,
    ],
    ["a letter typed, until its results are drawn", "≤ 5 ms", letter(keys), keys.ms <= 5, keys.n],
    ["the same among 100,000 entries", "≤ 40 ms", letter(many), many.worst <= 40, many.n],
    [
      "a site switched off in the popup → no mark in four frames",
      "≤ 100 ms",
      letter(off),
      off.worst <= 100,
      off.n,
    ],
  ];
}

/** The report as Markdown. `results` holds what was run; what was not is left out. */
export function report({ date, versions, commit, results }) {
  const parts = [
    `# Measurements

Written by \`npm run bench\` on ${date}. ${versions}. Commit ${commit}.

Ratios count, not times: everything inside one table was run in one session, in turns, in random order. "Cold" is the
first run after a navigation, in a content script's own world: the only run it gets. Every figure is a median unless it
says otherwise; *n* is the number of samples.
`,
  ];
  if (results.find)
    parts.push(
      `## Find and mark, cold, beside peers

The floor is a bare \`TreeWalker(SHOW_TEXT)\` pass that reads every \`nodeValue\`. All peers get the same terms.
They mark what is spelled so; Sidelight also weighs what is meant, so it marks fewer.

${results.find.map(findSection).join("\n")}`,
    );
  const rows = [];
  const add = (what, target, value, holds, n) => rows.push([what, target, value, verdict(holds), n]);
  const {
    whole,
    start,
    slices,
    feed,
    clocks,
    todo,
    restyle,
    scroll,
    heap,
    shift,
    hover,
    popup,
    compile,
    ready,
    sizes,
  } = results;
  if (whole)
    add(
      "the product's content script on these pages: start, find, mark and report, × bare pass (thread time)",
      "",
      times(whole.ratio),
      null,
      whole.n,
    );
  if (start) {
    add(
      "start-up on an empty page, where nothing matches",
      "≤ 1 ms",
      ms(start.empty.ms),
      start.empty.ms <= 1,
      start.empty.n,
    );
    add(
      "start-up on a page of one line with one mention, all told",
      "≤ 3 ms",
      ms(start.one.ms),
      start.one.ms <= 3,
      start.one.n,
    );
    add(
      "one bare pass over an empty page in the same minute, to scale by",
      "",
      ms(start.floor.ms),
      null,
      start.floor.n,
    );
  }
  if (ready) add("lexicon ready in the page", "≤ 0.5 ms", ms(ready.ms), ready.ms <= 0.5, ready.n);
  if (compile) {
    add("compile 100,000 aliases, in a worker", "≤ 2 s", ms(compile.ms), compile.ms <= 2000, compile.n);
    add("their size", "≤ 6 MB", `${short(compile.bytes / 2 ** 20)} MB`, compile.bytes <= 6 * 2 ** 20, 1);
  }
  if (whole)
    add(
      "longest slice of a page, at the median over the pages",
      "≤ 8 ms",
      ms(whole.longest),
      whole.longest <= 8,
      whole.n,
    );
  if (slices) {
    add("longest slice on a page of 100,000 nodes", "", ms(slices.longest), null, slices.n);
    const worst = Math.max(slices.worst, whole?.worst ?? 0);
    add("the worst of all", "≤ 16 ms", ms(worst), worst <= 16, slices.n + (whole?.n ?? 0));
  }
  if (feed)
    add(
      "an added node, 1,000 a second, × the page's own script for it",
      "≤ 1.2 ×",
      times(feed.toPage),
      feed.toPage <= 1.2,
      feed.n,
    );
  if (clocks) {
    add(
      "a text change without candidates, 6,000 a second",
      "≤ 2 µs",
      `${short(clocks.each)} µs`,
      clocks.each <= 2,
      clocks.n,
    );
    add("the same, × the page's own script for it", "", times(clocks.toPage), null, clocks.n);
  }
  if (todo)
    add(
      "share of busy time in an app that redraws its list all the time",
      "≤ 1 %",
      `${short(todo.share * 100)} %`,
      todo.share <= 0.01,
      todo.n,
    );
  if (restyle)
    add(
      "all of a page styled anew (9,000 elements), × the same without Sidelight",
      "≤ 1.05 ×",
      `${short(restyle.ratio)} ×`,
      restyle.ratio <= 1.05,
      restyle.n,
    );
  if (scroll)
    add(
      `a frame of fast scrolling over 3,000 marked lines, main thread; without Sidelight ${short(scroll.bare)} ms`,
      "",
      `${short(scroll.ours)} ms`,
      null,
      scroll.n,
    );
  if (heap) add("heap added to a tab at rest", "≤ 1 MB", `${short(heap.kb)} KB`, heap.kb <= 1024, heap.n);
  const told = [
    ["loaded", "card painted with its content, beyond the intent delay of 250 ms: code loaded", 16.7],
    ["first", "the same, the page's first card", 60],
    ["asleep", "the same, and the background asleep", 60],
    ["click", "click (the button held for 80 ms) → the page's first card painted", 150],
    ["clickAsleep", "the same, and the background asleep", 150],
    ["clickAtOnce", "the same, the pointer there, down and up in no time", null],
  ];
  for (const [name, what, most] of hover ? told : []) {
    const { beyond, parts, n } = hover[name];
    const steps = Object.entries(parts).filter(([, time]) => !Number.isNaN(time));
    const since = /click/i.test(name) ? "after the click" : "after the pointer's last movement";
    const shown = steps.map(([step, time]) => `${step} ${Math.round(time)}`).join(", ");
    const row = `${what} (ms ${since}: ${shown})`;
    if (most === null) add(row, "", ms(beyond), null, n);
    else add(row, `≤ ${most} ms`, ms(beyond), beyond <= most, n);
  }
  for (const row of popup ? popupRows(popup) : []) add(...row);
  if (shift) add("cumulative layout shift, worst", "0", String(shift.worst), shift.worst === 0, shift.n);
  for (const { file, bytes, most } of sizes ?? [])
    add(
      `${file}, gzip`,
      most ? `≤ ${most / 1024} KB` : "",
      `${short(bytes / 1024)} KB`,
      most ? bytes <= most : null,
      1,
    );
  if (rows.length > 0)
    parts.push(`## The product, as built\n\n${table(["what", "target", "measured", "", "n"], rows)}\n`);
  return parts.join("\n");
}
