// `npm run data`: check the bundled pack and report on it.
//   node scripts/data.mjs                 check src/data, print the report
//   node scripts/data.mjs --check FILE    check a fragment { sources, entries } before it is merged
//   node scripts/data.mjs --html          also write dist/data-review.html, every entry as it will read on a card
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const dataDir = path.join(root, "src/data");
/** More than the whole pack will ever be; a larger file is the wrong file and is not even read. */
const LARGEST_FILE = 64 * 1024 * 1024;

const { assemble, parseItems, parseJson, checkPack, problemLine, report, review } = await loadModules();

process.exitCode = main(process.argv.slice(2));

function main(args) {
  const at = args.indexOf("--check");
  if (at >= 0) return checkFragment(args[at + 1]);
  const unknown = args.find((arg) => arg !== "--html");
  if (unknown !== undefined) {
    console.error(`unknown argument ${unknown}; known: --html, --check FILE`);
    return 2;
  }
  const { parts, problems: unread } = readDirectory(dataDir);
  const assembled = assemble(parts);
  const unreadFiles = new Set(unread.map((problem) => problem.file));
  const problems = [
    ...unread,
    ...assembled.problems.filter((p) => !(unreadFiles.has(p.file) && p.item === "")),
  ];
  for (const line of report(assembled.draft, commonWords())) console.log(line);
  printProblems(problems);
  if (problems.length > 0) return 1;
  if (args.includes("--html")) {
    const target = path.join(root, "dist/data-review.html");
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, review(assembled.draft));
    console.log(`\nWritten: ${path.relative(root, target)}`);
  }
  return 0;
}

/** A fragment may point at entries and sources that stand elsewhere in the pack. */
function checkFragment(file) {
  if (file === undefined) {
    console.error("--check needs a file");
    return 2;
  }
  const name = path.basename(file);
  const read = readOne(file, name);
  if ("problem" in read) return printProblems([read.problem]);
  const json = parseJson(read.text);
  if (!json.ok) return printProblems([{ file: name, item: "", field: "", message: json.message }]);
  const fragment = json.value;
  const lists = ["sources", "quotes", "entries"];
  if (typeof fragment !== "object" || fragment === null || Array.isArray(fragment)) {
    const message = "is not a fragment: { sources, entries }";
    return printProblems([{ file: name, item: "", field: "", message }]);
  }
  const problems = [];
  for (const key of Object.keys(fragment)) {
    if (!lists.includes(key))
      problems.push({ file: name, item: "", field: key, message: "is a field a fragment does not have" });
  }
  const [sources, quotes, entries] = lists.map((list) => {
    const values = fragment[list] ?? [];
    if (!Array.isArray(values)) {
      problems.push({ file: name, item: "", field: list, message: "is not a list" });
      return [];
    }
    return parseItems(list, values, (item, field, message) =>
      problems.push({ file: name, item, field, message }),
    );
  });
  const { draft } = assemble(readDirectory(dataDir).parts);
  const elsewhere = {
    entries: new Set([...draft.entries.map((entry) => entry.id), ...expectedIds()]),
    sources: new Set(draft.sources.map((source) => source.id)),
  };
  const pack = { ...draft, sources, quotes, entries };
  problems.push(...checkPack(pack, elsewhere).map((finding) => ({ ...finding, file: name })));
  for (const line of report(pack, commonWords())) console.log(line);
  return printProblems(problems);
}

/** All files of the pack, and any other JSON that lies among them. */
function readDirectory(directory) {
  const names = [...jsonIn(directory, ""), ...jsonIn(path.join(directory, "entries"), "entries/")];
  const parts = [];
  const problems = [];
  for (const name of names.sort()) {
    const read = readOne(path.join(directory, name), name);
    if ("problem" in read) problems.push(read.problem);
    else parts.push({ file: name, text: read.text });
  }
  return { parts, problems };
}

function jsonIn(directory, prefix) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(".json") && name !== "pack.schema.json")
    .map((name) => prefix + name);
}

function readOne(file, name) {
  const fail = (message) => ({ problem: { file: name, item: "", field: "", message } });
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE) return fail(`has ${size} bytes, at most ${LARGEST_FILE}`);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    return fail(
      error instanceof TypeError ? "is not UTF-8 text" : `cannot be read (${error.code ?? error.message})`,
    );
  }
}

/** The ids the fact base asks for, where it lies beside the repository; else none. */
function expectedIds() {
  const facts = path.join(root, "../shared/dataset/facts.md");
  if (!existsSync(facts)) return [];
  return [...readFileSync(facts, "utf8").matchAll(/^## .*\(id: ([a-z0-9-]+)\)/gm)].map(([, id]) => id);
}

function commonWords() {
  const file = path.join(root, "scripts/common-words.json");
  return new Set(JSON.parse(readFileSync(file, "utf8")).flatMap((line) => line.split(" ")));
}

function printProblems(problems) {
  for (const problem of problems) console.error(problemLine(problem));
  console.log(
    problems.length === 0 ? "\nNo problems." : `\n${problems.length} problems. Nothing was written.`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** The checks are the build's own TypeScript, bundled in memory: nothing is written to run them. */
async function loadModules() {
  const contents = [
    'export { assemble, parseItems, parseJson } from "./src/data/assemble.ts";',
    'export { checkPack } from "./src/data/check.ts";',
    'export { problemLine } from "./src/data/problem.ts";',
    'export { report } from "./src/data/report.ts";',
    'export { review } from "./src/data/review.ts";',
  ].join("\n");
  const result = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  const code = result.outputFiles[0].text;
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}
