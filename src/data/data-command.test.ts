import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const directory = mkdtempSync(path.join(tmpdir(), "sidelight-data-"));
afterAll(() => rmSync(directory, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: readonly string[];
}

function run(...args: string[]): Promise<Run> {
  const command = [path.join(root, "scripts/data.mjs"), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? Number(error.code) : 0;
      resolve({ code, out: stdout, errors: stderr.split("\n").filter((line) => line !== "") });
    });
  });
}

function fragment(name: string, content: string | Uint8Array): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
}

test("the report on the bundled pack names every entry and ends well", { timeout: 120_000 }, async () => {
  const { code, out, errors } = await run();
  expect(errors).toEqual([]);
  expect(code).toBe(0);
  expect(out).toMatch(/^stargate-uae +\d+ f/m);
  expect(out).toContain("Aliases shared by two entries, and what separates them:");
  expect(out).toContain("169 entries, 16 quotes");
});

test("a fragment with faults ends badly, one line each, and writes nothing", {
  timeout: 120_000,
}, async () => {
  const file = fragment("bad.json", JSON.stringify({ entries: [{ id: "north", colour: "red" }], extra: 1 }));
  const { code, errors } = await run("--check", file);
  expect(code).toBe(1);
  expect(errors).toContain("bad.json: extra: is a field a fragment does not have");
  expect(errors).toContain("bad.json: north: colour: is a field this format does not have");
  expect(errors).toContain("bad.json: north: name: is missing");
  expect(existsSync(path.join(directory, "dist"))).toBe(false);
});

test("a file of the wrong sort is one line", { timeout: 120_000 }, async () => {
  const cases = [
    [fragment("page.json", "<!doctype html>"), "page.json: is not JSON ("],
    [fragment("list.json", "[]"), "list.json: is not a fragment"],
    [fragment("image.json", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), "image.json: is not UTF-8 text"],
    [path.join(directory, "absent.json"), "absent.json: cannot be read (ENOENT)"],
    [directory, `${path.basename(directory)}: cannot be read (EISDIR)`],
    [fragment("long.json", "x".repeat(10_000_000)), "long.json: is not JSON ("],
  ] as const;
  for (const [file, message] of cases) {
    const { code, errors } = await run("--check", file);
    expect(code, message).toBe(1);
    expect(errors).toEqual([expect.stringContaining(message)]);
    expect(errors[0]?.length).toBeLessThan(200);
  }
});

test("an argument it does not know is refused", { timeout: 120_000 }, async () => {
  expect(await run("--htlm")).toMatchObject({ code: 2, errors: [expect.stringContaining("--htlm")] });
});
