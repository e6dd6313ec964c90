import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "./root.mjs";

/**
 * The harness of the end-to-end tests, for scripts: it is TypeScript, and Node 20 does not read that.
 *
 * @returns {Promise<typeof import("../test/e2e/harness/for-scripts.ts")>}
 */
export async function loadHarness() {
  const folder = join(ROOT, "node_modules", ".cache", "sidelight");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "harness.mjs");
  await build({
    entryPoints: [join(ROOT, "test/e2e/harness/for-scripts.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    logLevel: "error",
    // The pages' folder is found from the module's own address.
    define: {
      "import.meta.url": JSON.stringify(pathToFileURL(join(ROOT, "test/e2e/harness/for-scripts.ts")).href),
    },
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
