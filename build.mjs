#!/usr/bin/env node
/**
 * One source → dist/chromium, dist/firefox (unpacked) and dist/pack. No clock, no random, no path of this
 * machine in the output: two builds are byte-identical.
 *
 *   node build.mjs [--watch]
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { context, transform } from "esbuild";
import { loadPack } from "./scripts/load-pack.mjs";
import { MINIMUM } from "./scripts/minimum.mjs";

const ROOT = dirname(fileURLToPath(import.meta.url));
const SRC = join(ROOT, "src");

/** Classic scripts, each one file: a page or worker loads nothing beside it. Under a target's name: for it alone. */
const SCRIPTS = {
  early: "content/early.ts",
  keys: "content/keys.ts",
  "chromium/content": "content/main.ts",
  "firefox/content": "content/main.ts",
  card: "card/main.ts",
  "card-more": "card/more.ts",
  background: "background/main.ts",
};
/** Bundles that run in pages use the browser's own API object. */
const IN_PAGES = ["early", "keys", "chromium/content", "firefox/content", "card", "card-more"];
/** Style sheets that the browser puts into pages for us. */
const SHEETS = ["marks.css", "look-underline.css", "look-strong.css"];
const PAGES = ["popup", "options"];

const TARGETS = [`chrome${MINIMUM.chrome}`, `firefox${MINIMUM.firefox}`];

const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));

/** @param {"chromium" | "firefox"} target */
function manifestFor(target, manifest, version) {
  const { background, browser_specific_settings: gecko, ...rest } = structuredClone(manifest);
  if (target === "chromium")
    return {
      ...rest,
      version,
      minimum_chrome_version: String(MINIMUM.chrome),
      background: { service_worker: background.service_worker },
    };
  const minimum = `${MINIMUM.firefox}.0`;
  return {
    ...rest,
    version,
    // Only with it does a press on the button tell that a page is Reader View: the address is hidden otherwise.
    permissions: [...rest.permissions, "activeTab"],
    background: { scripts: background.scripts },
    browser_specific_settings: {
      gecko: { ...gecko.gecko, strict_min_version: minimum },
      gecko_android: { ...gecko.gecko_android, strict_min_version: minimum },
    },
  };
}

/**
 * Preact can set markup from text (`dangerouslySetInnerHTML`); nothing here may. The sink is taken out, and
 * the build fails when the pattern has moved, so that an update of Preact cannot bring it back unseen.
 */
const withoutMarkupSink = {
  name: "without-markup-sink",
  setup(build) {
    build.onLoad({ filter: /preact[\\/]dist[\\/]preact\.(mjs|module\.js)$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const pattern = /([\w$.]+)\.innerHTML\s*=\s*([^,;)]+)/g;
      if (!pattern.test(code)) throw new Error(`${relative(ROOT, path)}: innerHTML pattern not found`);
      return { contents: code.replace(pattern, "$1.textContent=$2"), loader: "js" };
    });
  },
};

/**
 * `card-more.js` runs beside `card.js` and takes from it whatever must be there only once: Preact, and every module
 * that holds a context.
 */
const borrowedFromCard = {
  name: "borrowed-from-card",
  setup(build) {
    const once = /^preact(\/|$)|\/(Refs|Report|words-context)\.tsx?$/;
    build.onResolve({ filter: once }, () => ({ path: join(SRC, "card/borrowed.ts") }));
  },
};

/** Style sheets come into scripts as text; what nobody reads is taken out of them first. */
const styleText = {
  name: "style-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await leanStyle(path),
      loader: "text",
    }));
  },
};

async function leanStyle(path) {
  const { code } = await transform(await readFile(path, "utf8"), {
    loader: "css",
    minify: true,
    target: TARGETS,
  });
  return code.replace(/(--[\w-]+): /g, "$1:").replace(/(light-dark\([^,]*), /g, "$1,");
}

/**
 * In Chromium the style of a highlight is inherited, so one rule for the root is enough; a rule for every element makes
 * the page's own style half as dear again (docs/adr/0012-one-rule-for-marks.md). Firefox does not inherit it.
 */
const sheetFor = (target, style) =>
  target === "chromium" ? style.replaceAll("::highlight(", ":root::highlight(") : style;

/** Loads TypeScript of this project into the build itself. */
async function load(entry) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(SRC, entry)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** The bundled pack, checked; its search index; its lexicon as bytes, and what of it pages need. */
async function dataset() {
  const pack = await loadPack(ROOT, load);
  const { compile } = await load("core/compile.ts");
  const { keysOf } = await load("core/keys.ts");
  const lexicon = compile(pack.entries);
  const { createEntries } = await load("background/entries.ts");
  const { indexRows } = await load("core/search-index.ts");
  const { storeIndex } = await load("core/search-stored.ts");
  const { searchFold } = await load("core/search-fold.ts");
  const index = storeIndex(indexRows(createEntries(pack).rows, searchFold()));
  return { pack, index, lexicon: lexicon.bytes, keys: keysOf(lexicon) };
}

/** `import … from "bundled:pack"`, `"bundled:index"`, `"bundled:lexicon"` and `"bundled:keys"`. */
const bundled = ({ pack, index, ...bytes }) => ({
  name: "bundled",
  setup(build) {
    build.onResolve({ filter: /^bundled:/ }, ({ path }) => ({ path, namespace: "bundled" }));
    build.onLoad({ filter: /.*/, namespace: "bundled" }, ({ path }) => {
      const name = path.slice("bundled:".length);
      // As JSON: a background that wakes reads it in less time than a script of it, and only when asked for an entry.
      if (name === "pack") return { contents: JSON.stringify(pack), loader: "text" };
      if (name === "index") return { contents: index, loader: "text" };
      return { contents: Buffer.from(bytes[name]).toString("base64"), loader: "text" };
    });
  },
});

const common = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  legalComments: "none",
  target: TARGETS,
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: ROOT,
  logLevel: "warning",
};

function scriptOptions(name, entry, data) {
  const plugins = [bundled(data), styleText, withoutMarkupSink];
  return {
    ...common,
    entryPoints: { [name]: join(SRC, entry) },
    outdir: join(ROOT, "dist"),
    format: "iife",
    define: { MARKS_INHERIT: String(name.startsWith("chromium/")) },
    ...(IN_PAGES.includes(name)
      ? {
          // One letter beyond Latin-1, and a browser keeps the source at two bytes a letter, in every tab.
          charset: "ascii",
          plugins: [...(name === "card-more" ? [borrowedFromCard] : []), ...plugins],
          alias: { "webextension-polyfill": join(SRC, "platform/native.ts") },
        }
      : { plugins }),
    // Firefox refuses an injected file whose last value cannot be cloned.
    footer: { js: "undefined;" },
  };
}

const pageOptions = (data) => ({
  ...common,
  entryPoints: Object.fromEntries(PAGES.map((page) => [page, join(SRC, page, "main.tsx")])),
  outdir: join(ROOT, "dist"),
  // One file each: a popup that has to ask for a second one opens later.
  format: "iife",
  plugins: [bundled(data), styleText, withoutMarkupSink],
  // The polyfill would hand over the browser's own object and be read for nothing.
  alias: { "webextension-polyfill": join(SRC, "platform/native.ts") },
});

/** Files by name at the root of an extension: name → contents. */
async function staticFiles() {
  const files = new Map();
  for (const page of PAGES) files.set(`${page}.html`, await readFile(join(SRC, page, "index.html")));
  for (const icon of (await readdir(join(ROOT, "icons"))).filter((name) => name.endsWith(".png")).sort())
    files.set(`icons/${icon}`, await readFile(join(ROOT, "icons", icon)));
  for (const locale of (await readdir(join(SRC, "_locales"))).sort())
    files.set(
      `_locales/${locale}/messages.json`,
      chromeMessages(await readJson(join(SRC, "_locales", locale, "messages.json"))),
    );
  files.set("LICENSE", await readFile(join(ROOT, "LICENSE")));
  return files;
}

/** Our messages write `$1`; browsers take the same form directly, so only test texts are left out. */
function chromeMessages(messages) {
  return `${JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([key]) => !key.startsWith("test_"))), null, 1)}\n`;
}

async function put(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

export async function build({ watch = false, out = join(ROOT, "dist") } = {}) {
  const data = await dataset();
  const { jsonSchema } = await load("data/json-schema.ts");
  const jobs = [
    ...Object.entries(SCRIPTS).map(([name, entry]) => scriptOptions(name, entry, data)),
    pageOptions(data),
  ];

  const writeAll = async (outputs) => {
    const [manifest, { version }] = await Promise.all([
      readJson(join(ROOT, "manifest.json")),
      readJson(join(ROOT, "package.json")),
    ]);
    const files = await staticFiles();
    for (const file of outputs) files.set(relative(join(ROOT, "dist"), file.path), file.contents);
    await rm(out, { recursive: true, force: true });
    for (const target of ["chromium", "firefox"]) {
      const folder = join(out, target);
      for (const [name, contents] of files) {
        const [first, own] = name.split("/");
        if (first === target) await put(join(folder, own), contents);
        else if (!["chromium", "firefox"].includes(first)) await put(join(folder, name), contents);
      }
      for (const sheet of SHEETS)
        await put(join(folder, sheet), sheetFor(target, await leanStyle(join(SRC, "page", sheet))));
      await put(
        join(folder, "manifest.json"),
        `${JSON.stringify(manifestFor(target, manifest, version), null, 2)}\n`,
      );
    }
    await put(join(out, "pack/sidelight.pack.json"), `${JSON.stringify(data.pack, null, 1)}\n`);
    await put(join(out, "pack/pack.schema.json"), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  };

  if (!watch) {
    const { build: bundle } = await import("esbuild");
    const results = await Promise.all(jobs.map((job) => bundle(job)));
    await writeAll(results.flatMap((result) => result.outputFiles));
    return;
  }
  const latest = new Map();
  for (const [index, job] of jobs.entries()) {
    const watcher = await context({
      ...job,
      plugins: [
        ...job.plugins,
        {
          name: "write",
          setup(plugin) {
            plugin.onEnd(async (result) => {
              if (result.errors.length > 0) return;
              latest.set(index, result.outputFiles);
              if (latest.size === jobs.length) await writeAll([...latest.values()].flat());
            });
          },
        },
      ],
    });
    await watcher.watch();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await build({ watch: process.argv.includes("--watch") });
