import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { assemble, PACK_FILES, type Part } from "./assemble.ts";
import { problemLine } from "./problem.ts";

const here = path.dirname(fileURLToPath(import.meta.url));
const whole: readonly Part[] = PACK_FILES.map((file) => ({
  file,
  text: readFileSync(path.join(here, file), "utf8"),
}));

/** A small sound pack: what a test then spoils. */
function soundFiles(): Record<string, unknown> {
  const empty = Object.fromEntries(
    PACK_FILES.filter((f) => f.startsWith("entries/")).map((file) => [file, []]),
  );
  const meta = {
    id: "tiny",
    name: "Tiny",
    revision: 1,
    licence: "CC0",
    languages: ["en"],
    updated: "2025",
    format: 1,
  };
  return {
    ...empty,
    "pack.json": meta,
    "sources.json": [
      source("press-page"),
      { ...source("doc"), url: null, title: "The document", grade: "document" },
    ],
    "quotes.json": [],
    "entries/places.json": [entry("north", "place"), { ...entry("south", "place"), aliases: ["South Town"] }],
  };
}

function source(id: string) {
  return { id, title: null, publisher: null, url: "https://example.org/page", date: null, grade: "press" };
}

function entry(id: string, kind: string) {
  return {
    id,
    kind,
    name: "North Town",
    line: "A town in the north",
    summary: "North Town is a town that stands in the far north.",
    asOf: "2025",
    lang: "en",
    sources: ["doc"],
    aliases: ["North Town"],
    facts: [{ text: "The town was founded.", date: "1901", sources: ["press-page"] }],
    figures: [] as unknown[],
    events: [],
    differences: [],
    relations: [] as unknown[],
  };
}

const partsOf = (files: Record<string, unknown>): Part[] =>
  Object.entries(files).map(([file, value]) => ({ file, text: JSON.stringify(value) }));

function linesFor(parts: readonly Part[]): string[] {
  const { pack, problems } = assemble(parts);
  if (problems.length > 0) expect(pack).toBeNull();
  return problems.map(problemLine);
}

/** The problems of the small pack once its entry "north" has these fields. */
function spoilt(fields: Record<string, unknown>): string[] {
  const files = soundFiles();
  const south = { ...entry("south", "place"), aliases: ["South Town"] };
  return linesFor(
    partsOf({ ...files, "entries/places.json": [{ ...entry("north", "place"), ...fields }, south] }),
  );
}

const figure = (id: string, fields: object) => ({
  id,
  label: "Size",
  value: 1,
  unit: "GW",
  asOf: "2025",
  sources: ["doc"],
  ...fields,
});

test("a sound pack is assembled, sorted, with bare aliases made whole", () => {
  const { pack, problems } = assemble(partsOf(soundFiles()));
  expect(problems).toEqual([]);
  expect(pack?.entries.map(({ id, aliases }) => ({ id, aliases }))).toEqual([
    { id: "north", aliases: [{ text: "North Town" }] },
    { id: "south", aliases: [{ text: "South Town" }] },
  ]);
});

test("the order of the files and of what is in them does not matter", { timeout: 60_000 }, () => {
  const turned = whole.toReversed().map(({ file, text }) => {
    const value: unknown = JSON.parse(text);
    return { file, text: JSON.stringify(Array.isArray(value) ? value.toReversed() : value) };
  });
  expect(assemble(turned).pack).toEqual(assemble(whole).pack);
});

const AT = "entries/places.json: north: ";
describe("one line names file, entry and field", () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ["of an unknown field", { colour: "red" }, [`${AT}colour: is a field this format does not have`]],
    ["of a field that is missing", { line: undefined }, [`${AT}line: is missing`]],
    ["of a value of the wrong sort", { name: 7 }, [`${AT}name: is 7, expected string`]],
    [
      "of markup in a text",
      { summary: "North Town is a <b>town</b> that stands in the far north." },
      [`${AT}summary: holds markup: "North Town is a <b>town</b> that stands in the far north."`],
    ],
    [
      "of a character that turns the text round",
      { line: "A town \u202e in the north" },
      [`${AT}line: holds a control or text-direction character: "A town ? in the north"`],
    ],
    [
      "of a date that does not exist",
      { asOf: "2025-02-30" },
      [`${AT}asOf: is a date that does not exist: "2025-02-30"`],
    ],
    [
      "of an id that is no slug",
      { formerIds: ["North Town"] },
      [`${AT}formerIds[0]: is not lower-case words joined by hyphens: "North Town"`],
    ],
    [
      "of an alias that is empty after folding",
      { aliases: ["\u00ad-"] },
      [`${AT}aliases[0].text: "?-" is empty after folding`],
    ],
    [
      "of an unknown field deep inside an alias",
      { aliases: [{ text: "North Town", cse: "exact" }] },
      [`${AT}aliases[0].cse: is a field this format does not have`],
    ],
    [
      "of an alias given twice",
      { aliases: ["North Town", "north-town"] },
      [`${AT}aliases[1].text: "north-town" stands there twice`],
    ],
    [
      "of a relation to nothing",
      { relations: [{ type: "related", target: "west" }] },
      [`${AT}relations[0].target: "west" is no entry`],
    ],
    [
      "of a relation to itself",
      { relations: [{ type: "part-of", target: "north" }] },
      [`${AT}relations[0]: points at its own entry`],
    ],
    [
      "of a claim without a source",
      { facts: [{ text: "It is old.", date: "1901", sources: [] }] },
      [`${AT}facts[0].sources: names no source`, `${AT}facts: no fact with a date and a source`],
    ],
    [
      "of a dangling source",
      { facts: [{ text: "It is old.", date: "1901", sources: ["gone"] }] },
      [`${AT}facts[0].sources[0]: "gone" is no source`],
    ],
    [
      "of a kind in the wrong file",
      { kind: "person" },
      [`${AT}kind: a person belongs in entries/people.json`],
    ],
    [
      "of an editorial entry that is no concept",
      { editorial: true },
      [`${AT}editorial: only a concept may rest on the editors alone`],
    ],
    [
      "of a figure that is part of nothing",
      { figures: [figure("a", { of: "b" })] },
      [`${AT}figures[0].of: "b" is no figure of this entry`],
    ],
    [
      "of figures that are parts of each other",
      { figures: [figure("a", { of: "b" }), figure("b", { of: "a" })] },
      [`${AT}figures[0].of: "b" leads back to "a"`, `${AT}figures[1].of: "a" leads back to "b"`],
    ],
    [
      "of units that cannot be converted",
      { figures: [figure("a", {}), figure("b", { unit: "chips", of: "a" })] },
      [`${AT}figures[1].of: "chips" cannot be counted in "GW"`],
    ],
    [
      "of a part larger than its whole",
      { figures: [figure("a", {}), figure("b", { unit: "MW", value: 1001, of: "a" })] },
      [`${AT}figures[1].of: the part is larger than "a"`],
    ],
    [
      "of a line that is too long",
      { line: "a b c d e f g h i j k l m" },
      [`${AT}line: has 13 words, at most 12`],
    ],
    ["of a summary that is too short", { summary: "A town." }, [`${AT}summary: has 2 words, not 8 to 60`]],
    [
      "of a sentence that is too long",
      { summary: `${"word ".repeat(30)}end.` },
      [`${AT}summary: has a sentence of 31 words, at most 30`],
    ],
  ])("%s", (_, fields, lines) => {
    expect(spoilt(fields)).toEqual(lines);
  });
});

test("10 million characters of text are one short line", { timeout: 60_000 }, () => {
  const lines = spoilt({ name: "x".repeat(10_000_000) });
  expect(lines).toEqual([`${AT}name: is longer than 90 characters: "${"x".repeat(60)}…"`]);
});

test("a number that is not finite is refused", () => {
  const files = partsOf(soundFiles()).map((part) =>
    part.file === "entries/places.json"
      ? {
          ...part,
          text: part.text.replace(
            '"figures":[]',
            `"figures":[${JSON.stringify(figure("a", {})).replace('"value":1', '"value":1e999')}]`,
          ),
        }
      : part,
  );
  expect(linesFor(files)).toEqual([expect.stringContaining("figures[0].value: is not a finite number")]);
});

describe("a source", () => {
  test.each([
    ["http://example.org/", "is not an https address"],
    ["javascript:alert(1)", "is not an https address"],
    ["https://example.org/ two", "is not an https address"],
    ["https://user:word@example.org/", "is not a public https address"],
    ["https://localhost/", "is not a public https address"],
    ["https://127.0.0.1/", "is not a public https address"],
    ["https://example.org:8443/", "is not a public https address"],
  ])("at %s is refused", (url, message) => {
    const files = {
      ...soundFiles(),
      "sources.json": [{ ...source("press-page"), url }, { ...source("doc") }],
    };
    expect(linesFor(partsOf(files))).toEqual([`sources.json: press-page: url: ${message}: "${url}"`]);
  });

  test("that is a known copy of another page is refused", () => {
    const files = {
      ...soundFiles(),
      "sources.json": [{ ...source("press-page"), url: "https://www.coa.news/1" }, source("doc")],
    };
    expect(linesFor(partsOf(files))).toEqual([
      "sources.json: press-page: url: is a copy or an aggregator: cite the original",
    ]);
  });
});

test("a duplicate id is named, also across files", () => {
  const files = {
    ...soundFiles(),
    "entries/people.json": [{ ...entry("north", "person"), aliases: ["Ann North"] }],
  };
  expect(linesFor(partsOf(files))).toEqual([expect.stringMatching(/north: id: another entry has this id$/)]);
});

test("an alias of two entries needs policies that tell them apart", () => {
  const pair = (a: object, b: object) =>
    linesFor(
      partsOf({
        ...soundFiles(),
        "entries/places.json": [
          { ...entry("north", "place"), aliases: [{ text: "Curve", ...a }] },
          { ...entry("south", "place"), aliases: [{ text: "curve", ...b }] },
        ],
      }),
    );
  const refused = [
    'entries/places.json: south: aliases[0].text: "curve" is an alias of north too, and no policy tells them apart',
  ];
  expect(pair({}, {})).toEqual(refused);
  expect(pair({ cues: ["river"] }, {})).toEqual(refused);
  expect(pair({ cues: ["river"] }, { cues: ["river"] })).toEqual(refused);
  expect(pair({ cues: ["river"] }, { cues: ["hill"] })).toEqual([]);
  expect(pair({ lang: "de" }, { lang: "fr" })).toEqual([]);
  expect(pair({ case: "exact" }, { case: "exact" })).toEqual([]);
});

test("a tie is written from one end only", () => {
  const both = (type: string) =>
    linesFor(
      partsOf({
        ...soundFiles(),
        "entries/places.json": [
          { ...entry("north", "place"), relations: [{ type, target: "south" }] },
          { ...entry("south", "place"), aliases: ["South Town"], relations: [{ type, target: "north" }] },
        ],
      }),
    );
  expect(both("partner-of")).toEqual([`${AT}relations[0]: "partner-of south": the other end says it too`]);
  expect(both("part-of")).toEqual([
    `${AT}relations[0]: "part-of south": the other end says the same of this one`,
  ]);
});

test("a quote names its source, section, speaker and entries", () => {
  const quote = {
    id: "q1",
    text: "We came by night",
    speaker: "Ann North",
    speakerId: "ann",
    role: "mayor",
    occasion: null,
    date: null,
    source: "doc",
    section: "IX",
    about: ["nowhere"],
    wording: "not-compared",
    note: "No original was seen.",
  };
  expect(linesFor(partsOf({ ...soundFiles(), "quotes.json": [quote] }))).toEqual([
    'quotes.json: q1: section: "IX" is no section of doc',
    'quotes.json: q1: speakerId: "ann" is no entry',
    'quotes.json: q1: about[0]: "nowhere" is no entry',
  ]);
});

describe("a file", () => {
  const withText = (file: string, text: string) =>
    linesFor(partsOf(soundFiles()).map((part) => (part.file === file ? { file, text } : part)));

  test.each([
    ["that is not JSON", "entries/people.json", '[{"id": ', "is not JSON ("],
    ["that is another document", "entries/people.json", "<!doctype html><p>Hello", "is not JSON ("],
    ["that is empty", "entries/people.json", "", "is not JSON ("],
    ["that holds no list", "entries/people.json", '{"entries": []}', "is not a list of entries"],
    ["that holds other things", "entries/people.json", "[1]", "item 1: is 1, expected Object"],
  ])("%s is one line", (_, file, text, message) => {
    expect(withText(file, text)).toEqual([expect.stringContaining(`${file}: ${message}`)]);
  });

  test("that is missing or does not belong is one line", () => {
    const parts = partsOf(soundFiles()).filter(({ file }) => file !== "entries/people.json");
    expect(linesFor([...parts, { file: "entries/peeple.json", text: "[]" }])).toEqual([
      "entries/peeple.json: is not a file of the pack",
      "entries/people.json: is missing",
    ]);
  });
});

test("all faults of all files are told in one run, and a faulty entry is still one that others may point at", () => {
  const lines = linesFor(
    partsOf({
      ...soundFiles(),
      "pack.json": { id: "tiny" },
      "sources.json": [{ ...source("press-page"), grade: "rumour", extra: 1, more: 2 }, source("doc")],
      "entries/places.json": [
        { id: "north", kind: "place" },
        {
          ...entry("south", "place"),
          relations: [{ type: "related", target: "north" }],
          aliases: ["South Town", "\u200b"],
        },
      ],
    }),
  );
  expect(lines.filter((line) => line.startsWith("pack.json: "))).toHaveLength(6);
  expect(lines.filter((line) => line.startsWith("sources.json: press-page: "))).toHaveLength(3);
  expect(lines.filter((line) => line.startsWith("entries/places.json: north: "))).toHaveLength(12);
  expect(lines.filter((line) => line.startsWith("entries/places.json: south: "))).toEqual([
    'entries/places.json: south: aliases[1].text: "?" is empty after folding',
  ]);
});
