import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBackup, writeBackup } from "./backup.ts";
import { parse } from "./schema.ts";

const settings = parse(JSON.parse(readFileSync("src/settings/golden/1.json", "utf8")));
const changed = (
  change: (file: { version: unknown; kind: unknown; settings: Record<string, unknown> }) => void,
) => {
  const file = JSON.parse(writeBackup(settings));
  change(file);
  return JSON.stringify(file);
};

test("a backup comes back as it went", () => {
  expect(readBackup(writeBackup(settings))).toEqual({ ok: true, settings });
});

test("a file with one bad field is refused, and the field named", () => {
  const text = changed((file) => {
    file.settings["hoverDelay"] = -1;
  });
  expect(readBackup(text)).toEqual({ ok: false, why: "bad-field", field: "hoverDelay" });
});

test("a file without a field leaves it at its default", () => {
  const text = changed((file) => {
    delete file.settings["density"];
  });
  expect(readBackup(text)).toEqual({ ok: true, settings: { ...settings, density: parse(null).density } });
});

test("a file from a newer version is refused as such", () => {
  const text = changed((file) => {
    file.version = 99;
  });
  expect(readBackup(text)).toMatchObject({ ok: false, why: "newer" });
});

test.each([
  ["", "empty"],
  ["{", "half"],
  ["null", "null"],
  ["[]", "a list"],
  ["{}", "no kind"],
  ['{"kind":"sidelight-settings"}', "no settings"],
  ['{"kind":"sidelight-settings","version":0,"settings":{}}', "version 0"],
  ['{"kind":"sidelight-settings","version":"1","settings":{}}', "a version in quotes"],
  ['{"kind":"bookmarks","version":1,"settings":{}}', "something else"],
  ["x".repeat(6_000_000), "far too long"],
])("no backup: %#", (text) => {
  expect(readBackup(text)).toEqual({ ok: false, why: "not-a-backup", field: "" });
});

test("never throws, whatever the file holds", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(typeof readBackup(text).ok).toBe("boolean");
    }),
  );
});
