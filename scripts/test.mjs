#!/usr/bin/env node
/**
 * Everything that decides whether a change lands. Needs nothing but Node to start: what is missing is
 * installed first. Every step runs even where an earlier one failed, so that one run names all there is to mend.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkLicences } from "./licences.mjs";
import { ROOT } from "./root.mjs";
import { installBrowsers, installDependencies } from "./setup.mjs";
import { checkSizes } from "./sizes.mjs";

const reports = mkdtempSync(join(tmpdir(), "sidelight-test-"));
const tests = { passed: 0, failed: 0 };
const failures = [];

/** Runs a tool of node_modules; its output is shown only where it fails, unless `show`. */
function tool(file, args, { show = false, env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules", file), ...args],
    {
      cwd: ROOT,
      encoding: "utf8",
      stdio: show ? "inherit" : "pipe",
      maxBuffer: 1 << 28,
      env: { ...process.env, ...env },
    },
  );
  if (status !== 0 && !show) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

/** A vitest run; counts its tests. */
function vitest(name, args) {
  const report = join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = tool("vitest/vitest.mjs", ["run", ...args, ...reporters], { show: true });
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  tests.passed += numPassedTests;
  tests.failed += numFailedTests;
  return ok;
}

function build() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build.mjs"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

/** Path → hash of every file of the build. */
const hashes = () =>
  new Map(
    readdirSync(join(ROOT, "dist"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );

function buildsAlike() {
  if (!build()) return false;
  const first = hashes();
  if (!build()) return false;
  const second = hashes();
  const changed = [...new Set([...first.keys(), ...second.keys()])].filter(
    (path) => first.get(path) !== second.get(path),
  );
  for (const path of changed) console.log(`differs between two builds: ${path}`);
  return changed.length === 0;
}

function say({ ok, lines }) {
  for (const line of lines) console.log(line);
  return ok;
}

async function step(name, work) {
  const start = performance.now();
  const failedBefore = tests.failed;
  console.log(`\n── ${name}`);
  let ok = false;
  try {
    ok = await work();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
  }
  console.log(`── ${name}: ${ok ? "ok" : "FAILED"}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (!ok) failures.push(name);
  // A step that fails without a failed test (a type error, a test file that does not load) is one failure itself.
  if (!ok && tests.failed === failedBefore) tests.failed += 1;
  return ok;
}

const begun = performance.now();
const ready = await step("install what is missing", () => {
  installDependencies();
  return true;
});
if (ready) {
  await step("browsers", async () => {
    await installBrowsers(["chromium", "firefox"]);
    return true;
  });
  await step("types", () => tool("typescript/bin/tsc", ["--noEmit"]));
  await step("types of core", () => tool("typescript/bin/tsc", ["--noEmit", "-p", "src/core"]));
  await step("Biome", () => tool("@biomejs/biome/bin/biome", ["check", "."]));
  await step("licences", () => say(checkLicences()));
  await step("knip", () => tool("knip/bin/knip.js", []));
  await step("unit tests", () => vitest("unit", []));
  await step("two builds, byte for byte alike", buildsAlike);
  await step("sizes", () => say(checkSizes()));
  await step("web-ext lint", () =>
    tool("web-ext/bin/web-ext.js", ["lint", "--source-dir", "dist/firefox", "--warnings-as-errors"], {
      env: { NO_UPDATE_NOTIFIER: "1" },
    }),
  );
  await step("end-to-end tests in Chromium and Firefox", () =>
    vitest("e2e", ["--config", "test/e2e/vitest.config.ts"]),
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s in all`);
if (failures.length > 0) {
  console.log(`failed: ${failures.join(", ")}`);
  process.exitCode = 1;
}
console.log(`${tests.passed} passed, ${tests.failed} failed`);
