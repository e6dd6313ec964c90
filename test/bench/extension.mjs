import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { MINIMUM } from "../../scripts/minimum.mjs";
import { ROOT } from "../../scripts/root.mjs";

/**
 * An extension whose files are the contenders: each is run on demand in its own kind of world, the one a content
 * script has, by `chrome.scripting.executeScript`.
 *
 * @param {string} folder where it is put
 * @param {readonly { size: string, entries: readonly object[], terms: readonly string[], lexicon: Uint8Array, keys: Uint8Array }[]} sets
 */
export async function buildBenchExtension(folder, sets, minify = true) {
  mkdirSync(folder, { recursive: true });
  const contenders = join(ROOT, "test/bench/contenders");
  await build({
    entryPoints: [
      "walk",
      "ours",
      "stages",
      "mark",
      "find-and-replace",
      "advanced-mark",
      "ahocorasick",
      "regexp",
    ].map((name) => join(contenders, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    minify,
    format: "iife",
    globalName: "contender",
    footer: { js: "contender.outcome;" },
    target: `chrome${MINIMUM.chrome}`,
    loader: { ".css": "text" },
    logLevel: "error",
  });
  await build({
    entryPoints: [join(contenders, "worker.ts")],
    outdir: folder,
    bundle: true,
    format: "iife",
    logLevel: "error",
  });
  for (const { size, terms, lexicon, keys, entries } of sets) {
    writeFileSync(join(folder, `entries-${size}.json`), JSON.stringify(entries));
    writeFileSync(join(folder, `terms-${size}.js`), `globalThis.benchTerms=${JSON.stringify(terms)};`);
    writeFileSync(join(folder, `lexicon-${size}.bin`), lexicon);
    const text = Buffer.from(keys).toString("base64");
    writeFileSync(
      join(folder, `keys-${size}.js`),
      `globalThis.benchKeys="${text}";globalThis.benchSize="${size}";`,
    );
  }
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Bench",
      version: "1",
      background: { service_worker: "worker.js" },
      permissions: ["scripting"],
      host_permissions: ["http://*/*"],
    }),
  );
  return folder;
}

/** The product as it was built, byte for byte, that reads pages of this host alone. */
export function copyProduct(built, folder, host) {
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, from.slice(built.length));
    mkdirSync(join(to, ".."), { recursive: true });
    copyFileSync(from, to);
  }
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  for (const script of manifest.content_scripts) script.matches = [`http://${host}/*`];
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}
