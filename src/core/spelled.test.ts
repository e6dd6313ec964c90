import fc from "fast-check";
import { expect, test } from "vitest";
import { finished } from "../../test/finished.ts";
import { compile } from "./compile.ts";
import { scan } from "./scan.ts";
import { isSpelled } from "./spelled.ts";
import { spelledIn } from "./spelled-in.ts";
import { walk } from "./walk.ts";

const texts = [
  "open source",
  "OpenAI",
  "GPT-4",
  "chip",
  "chipset",
  "通义千问",
  "Stargate UAE",
  "Stargate",
  "x y",
];
const lexicon = compile(
  texts.map((text, at) => ({ id: `a${at}`, kind: "concept", name: text, aliases: [{ text }] })),
);

test.each(["open source", "open-source", "Open\u00a0Source", "chips", "chipset", "GPT – 4", "Stargate, the"])(
  "%s is spelled",
  (text) => {
    expect(isSpelled(lexicon, text, 0)).toBe(true);
  },
);

test.each(["", "open", "open sourdough", "chipmunk", "Stargazer", "openaired", "x"])("%s is not", (text) => {
  expect(isSpelled(lexicon, text, 0)).toBe(false);
});

test("a hashtag spells words without the spaces between them, and only a hashtag does", () => {
  const stretches = [
    "#OpenSource ",
    "#open_source ",
    "#opens ",
    "@OpenSource ",
    "#stargateuae ",
    "#Stargate",
  ];
  const starts = stretches.map((_, at) => stretches.slice(0, at).join("").length);
  expect(finished(spelledIn(lexicon, stretches.join(""), starts))).toEqual([0, 1, 4, 5]);
});

test("a short key is not hidden by the long word that begins with it", () => {
  expect(isSpelled(lexicon, "chip settings", 0)).toBe(true);
  expect(isSpelled(lexicon, "Stargate UAEs", 0)).toBe(true);
});

test("it says what the walk says, but for words that go on", () => {
  const part = fc.constantFrom(
    ...texts,
    ...texts.map((text) => text.slice(0, 4)),
    " ",
    "  ",
    "-",
    "\u0001",
    "é",
    "s",
    "ing",
    "\u2013",
    "\u00ad",
    ".",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const text = parts.join("");
      const wordGoesOn = walk(lexicon, text, 0).every(({ end }) => /^[a-z]{3}/i.test(text.slice(end)));
      const walked = walk(lexicon, text, 0).length > 0;
      const spelled = isSpelled(lexicon, text, 0);
      if (spelled) expect(walked).toBe(true);
      if (walked && !wordGoesOn) expect(spelled).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("which stretches hold a spelling, once each, whatever else passes the gate", () => {
  const stretches = ["chips and chips ", "chipmunks ", "通义千问、", "nothing ", "x y, the Stargate"];
  const starts = stretches.map((_, at) => stretches.slice(0, at).join("").length);
  expect(finished(spelledIn(lexicon, stretches.join(""), starts))).toEqual([0, 2, 4]);
});

test("letters that the page has introduced are found as well, where they stand and no key does", () => {
  const stretches = ["NVDA and NVDA ", "nothing ", "Stargate NVDA ", "nvda ", "XNVDA", "BABA"];
  const starts = stretches.map((_, at) => stretches.slice(0, at).join("").length);
  const spelled = finished(spelledIn(lexicon, stretches.join(""), starts, ["BABA", "NVDA", "GONE"]));
  // A letter before it is left to the matcher.
  expect(spelled).toEqual([0, 2, 4, 5]);
});

test("a text full of places that come to nothing is looked at in parts", () => {
  const work = spelledIn(lexicon, "Stargazer ".repeat(10_000), [0]);
  let parts = 0;
  while (!work.next().done) parts++;
  expect(parts).toBeGreaterThan(10_000 / 250);
});

test.each([
  ["letters that come apart", "가".repeat(10), "x"],
  ["accents set apart", "cafe\u0301".repeat(10), "x"],
  ["as many of both", "가".repeat(10), "cafe\u0301".repeat(10)],
])("where most words have accents, %s move nothing", (_, before, after) => {
  const stretches = [`${"élève ".repeat(30)}${before} `, "a Chíp. ", "nothing ", after];
  const starts = stretches.map((_, at) => stretches.slice(0, at).join("").length);
  expect(finished(spelledIn(lexicon, stretches.join(""), starts))).toEqual([1]);
});

test("every stretch with a mention is among them, also where most words have accents", () => {
  const words = (list: string) => fc.constantFrom(...list.split(" "));
  const word = fc.oneof(
    { weight: 90, arbitrary: words("café élève déjà naïve señal mère für größer") },
    { weight: 9, arbitrary: words("łódź għall œuvre ß ﬁne ｏｋ") },
    { weight: 3, arbitrary: words("が 가나 آب") },
    { weight: 1, arbitrary: words("cafe\u0301 a\u030a") },
    {
      weight: 4,
      arbitrary: words("ÓpenAI chïp Stärgate ópen-source Ｃhip chi\u00adps O\u0301penAI OpenAI 通义千问"),
    },
  );
  const stretch = fc.array(word, { minLength: 4, maxLength: 8 }).map((words) => `${words.join(" ")}. `);
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 15, maxLength: 30 }), (stretches) => {
      const starts = stretches.map((_, at) => stretches.slice(0, at).join("").length);
      const spelled = finished(spelledIn(lexicon, stretches.join(""), starts));
      stretches.forEach((text, at) => {
        if (scan(lexicon, text, () => true).length > 0) expect(spelled).toContain(at);
      });
    }),
    { numRuns: 300 },
  );
});
