import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptPatch, fields, parse, type Settings } from "./schema.ts";
import { migrate, type Step, steps, VERSION } from "./steps.ts";

const golden = (version: number): unknown =>
  JSON.parse(readFileSync(`src/settings/golden/${version}.json`, "utf8"));
const defaults = parse(undefined);

test("every past version has a golden file, and reads without losing a field", () => {
  const files = readdirSync("src/settings/golden");
  expect(new Set(files)).toEqual(new Set(Array.from({ length: VERSION }, (_, at) => `${at + 1}.json`)));
  for (let version = 1; version <= VERSION; version++) {
    const read = parse(golden(version));
    for (const key of Object.keys(fields) as (keyof Settings)[]) expect(read[key]).not.toEqual(defaults[key]);
  }
});

test("the steps lead from one version to the next, without a gap", () => {
  expect(steps.map(({ to }) => to)).toEqual(Array.from({ length: VERSION - 1 }, (_, at) => at + 2));
});

test("old data passes through each step that came after it, and no other", () => {
  const through: readonly Step[] = [
    { to: 2, change: ({ delay, ...rest }) => ({ ...rest, hoverDelay: Number(delay) * 1000 }) },
    { to: 3, change: ({ hoverDelay, ...rest }) => ({ ...rest, wait: hoverDelay }) },
  ];
  expect(migrate({ version: 1, delay: 0.3 }, 3, through)).toEqual({ version: 3, wait: 300 });
  expect(migrate({ version: 2, hoverDelay: 50 }, 3, through)).toEqual({ version: 3, wait: 50 });
  expect(migrate({ version: 3, wait: 50 }, 3, through)).toEqual({ version: 3, wait: 50 });
  expect(migrate({ version: 9, wait: 50 }, 3, through)).toEqual({ version: 9, wait: 50 });
});

test("a missing version means the current one", () => {
  const through: readonly Step[] = [{ to: 2, change: () => ({}) }];
  expect(migrate({ density: "every" }, 2, through)).toEqual({ density: "every" });
  expect(parse({ density: "every" }).density).toBe("every");
});

test("settings of a newer version are read as far as they fit", () => {
  const read = parse({ version: VERSION + 7, density: "every", hoverDelay: "soon", novelty: true });
  expect(read).toEqual({ ...defaults, density: "every" });
});

test("a corrupt field falls back alone", () => {
  const stored = { ...(golden(VERSION) as object), hoverDelay: Number.NaN, theme: 7, muted: [{ entry: 1 }] };
  expect(parse(stored)).toEqual({
    ...parse(golden(VERSION)),
    hoverDelay: defaults.hoverDelay,
    theme: defaults.theme,
    muted: defaults.muted,
  });
});

test("whatever is stored, every field is one that its check accepts", () => {
  const junk = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...Object.keys(fields), "version", "__proto__"), fc.anything()),
  );
  fc.assert(
    fc.property(junk, (stored) => {
      const read = parse(stored);
      expect(new Set(Object.keys(read))).toEqual(new Set(Object.keys(fields)));
      for (const [key, { accepts }] of Object.entries(fields))
        expect(accepts(read[key as keyof Settings])).toBe(true);
    }),
  );
});

test("a patch with one bad field, an unknown field or no shape is refused as a whole", () => {
  expect(acceptPatch({ density: "every", badge: false })).toEqual({ density: "every", badge: false });
  expect(acceptPatch({ density: "every", badge: "no" })).toBeNull();
  expect(acceptPatch({ density: "every", version: 4 })).toBeNull();
  expect(acceptPatch(JSON.parse('{"__proto__": true}'))).toBeNull();
  expect(acceptPatch([])).toBeNull();
  expect(acceptPatch(null)).toBeNull();
});
