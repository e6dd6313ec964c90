import { expect, test } from "vitest";
import { descriptions, GROUPS } from "./describe.ts";
import { fields, type Settings } from "./schema.ts";

test("every setting is described, and nothing else is", () => {
  expect(new Set(Object.keys(descriptions))).toEqual(new Set(Object.keys(fields)));
  for (const { group } of Object.values(descriptions)) expect(GROUPS).toContain(group);
});

test("every value that is offered is one the setting accepts, and the default is among them", () => {
  for (const key of Object.keys(fields) as (keyof Settings)[]) {
    const described = descriptions[key];
    const { accepts, fallback } = fields[key];
    const offered =
      described.as === "choice"
        ? Object.keys(described.values)
        : described.as === "number"
          ? [described.low, described.high]
          : [fallback];
    for (const value of offered) expect(accepts(value)).toBe(true);
    if (described.as === "choice") expect(offered).toContain(fallback);
    if (described.as === "number")
      expect([accepts(described.low - 1), accepts(described.high + 1)]).toEqual([false, false]);
  }
});
