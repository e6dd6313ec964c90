import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MUTATIONS } from "../scripts/mutate.mjs";

const FILES = Object.entries(MUTATIONS);

test("there are forty rules to break at least", () => {
  expect(FILES.flatMap(([, rows]) => rows).length).toBeGreaterThanOrEqual(40);
});

describe.each(FILES)("%s", (file, rows) => {
  const source = readFileSync(new URL(`../src/core/${file}`, import.meta.url), "utf8");
  test.each(rows)("%s", (_, from = "", to = "") => {
    expect(source.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });
});
