import fc from "fast-check";
import { expect, test } from "vitest";
import { createSearch, searchIn } from "./search.ts";
import { indexRows, type Searchable } from "./search-index.ts";
import { restoreIndex, storeIndex } from "./search-stored.ts";

const row = (name: string, more: Partial<Searchable> = {}): Searchable => ({
  name,
  aliases: [],
  speakers: [],
  line: "",
  everyday: false,
  ...more,
});
const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const names = (rows: readonly Searchable[], query: string, limit = 10) =>
  createSearch(rows, fold)(query, limit).map((hit) => hit.row.name);

test("exact goes before prefix, prefix before a word begun, a word begun before a part", () => {
  const rows = [row("unmetabolised"), row("New Meta"), row("Metaverse"), row("Meta")];
  expect(names(rows, "meta")).toEqual(["Meta", "Metaverse", "New Meta", "unmetabolised"]);
});

test("misspelt names come only where nothing is spelt so", () => {
  const rows = [row("Grok"), row("Groq")];
  expect(names(rows, "grok")).toEqual(["Grok"]);
  expect(names(rows, "grol")).toEqual(["Grok", "Groq"]);
});

test("everyday terms come last within their rank", () => {
  const rows = [row("Token", { everyday: true }), row("Token Economy")];
  expect(names(rows, "tok")).toEqual(["Token Economy", "Token"]);
  expect(names(rows, "token")).toEqual(["Token", "Token Economy"]);
});

test("a name goes before an alias, and a short name before a long one", () => {
  const rows = [row("Zebra", { aliases: ["Lion"] }), row("Lion of Judah"), row("Lion Air")];
  expect(names(rows, "lio")).toEqual(["Lion Air", "Lion of Judah", "Zebra"]);
});

test("words may be spread over name, speaker and line", () => {
  const rows = [
    row("Tower", { line: "a building in Paris", speakers: ["Gustave Eiffel"] }),
    row("Tower Bridge"),
  ];
  expect(names(rows, "eiffel tower paris")).toEqual(["Tower"]);
});

test("an alias of one row never runs on into the next row", () => {
  expect(names([row("abcdefgh"), row("ijklmnop")], "gh ijkl")).toEqual([]);
  expect(names([row("abcdefgh"), row("ijklmnop")], "efghijkl")).toEqual([]);
});

test("hits are at most as many as asked for", () => {
  const rows = Array.from({ length: 50 }, (_, at) => row(`Term ${at}`));
  expect(names(rows, "term", 7)).toHaveLength(7);
  expect(names(rows, "term", 0)).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["spaces", " \t\n "],
  ["control characters", "\u0000\u0001\u0002\u007f"],
  ["punctuation", "(.*)[a-z]+\\$^?{}|"],
  ["a lone surrogate", "\ud800"],
])("%s find nothing and break nothing", (_, query) => {
  expect(names([row("Alpha"), row("Beta")], query)).toEqual([]);
});

test("control characters beside a word do not hide it", () => {
  expect(names([row("Alpha")], "\u0000al\u0007pha\u202e")).toEqual(["Alpha"]);
  expect(names([row("Alpha")], "\u0000alpha\u0007")).toEqual(["Alpha"]);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "%s is a word like any other",
  (query) => {
    expect(names([row("Alpha")], query)).toEqual([]);
    expect(names([row("Alpha"), row(query)], query)).toEqual([query]);
  },
);

test("a pasted page is cut to its beginning", () => {
  expect(names([row("Alpha")], `alpha${" ".repeat(200)}${"x".repeat(100_000)}`)).toEqual(["Alpha"]);
  expect(names([row("Alpha")], "x".repeat(100_000))).toEqual([]);
});

test("never throws, never repeats a row, whatever is asked of whatever rows", () => {
  const text = fc.string({ unit: "binary", maxLength: 12 });
  const rows = fc.array(fc.record({ name: text, aliases: fc.array(text, { maxLength: 3 }), line: text }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, text, (some, query) => {
      const all = some.map((part) => row(part.name, part));
      const hits = createSearch(all, fold)(query, 20).map((hit) => hit.row);
      expect(new Set(hits).size).toBe(hits.length);
      const stored = restoreIndex(storeIndex(indexRows(all, fold)));
      expect(searchIn(all, stored, fold)(query, 20).map((hit) => hit.row)).toEqual(hits);
    }),
    { numRuns: 50 },
  );
});

test("an index is the same when it was stored", () => {
  const rows = [
    row("Sovereign AI", { aliases: ["Clément", "通义千问"], line: "a country’s own" }),
    row("…"),
    row(""),
  ];
  for (const some of [rows, []]) {
    const index = indexRows(some, fold);
    const { names, tight, rest, ...more } = restoreIndex(storeIndex(index));
    expect({ names, tight, rest, ...more }).toEqual(index);
  }
});

test("one letter finds the same few first as it finds of all", () => {
  const name = fc.stringMatching(/^[ab]{1,3}( [ab]{1,2})?$/);
  const some = fc.record({
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    everyday: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 30 }),
      fc.constantFrom("a", "b"),
      fc.integer({ min: 1, max: 5 }),
      (all, letter, limit) => {
        const rows = all.map((part) => row(part.name, part));
        const search = createSearch(rows, fold);
        const at = (hits: ReturnType<typeof search>) => hits.map((hit) => [rows.indexOf(hit.row), hit.alias]);
        expect(at(search(letter, limit))).toEqual(at(search(letter, 100)).slice(0, limit));
      },
    ),
  );
});

test("a whole name is always found, as a sure hit", () => {
  const word = fc.stringMatching(/^[a-z]{3,8}( [a-z]{1,6})?$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), fc.nat(), (all, pick) => {
      const name = all[pick % all.length]!;
      const [hit] = createSearch(
        all.map((text) => row(text)),
        fold,
      )(name, 5);
      expect(hit?.row.name.replaceAll(" ", "")).toBe(name.replaceAll(" ", ""));
      expect(hit?.sure).toBe(true);
    }),
  );
});

/** Calls and reads of an index, by kind of part, while work is done. */
function countReads<T extends object>(held: T): { readonly held: T; readonly reads: () => number } {
  let reads = 0;
  const wrap = (value: unknown): unknown => {
    if (Array.isArray(value))
      return new Proxy(value, {
        get(target, key, itself) {
          if (typeof key === "string" && /^\d+$/.test(key)) reads++;
          return Reflect.get(target, key, itself);
        },
      });
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wrap(part)]));
  };
  return { held: wrap(held) as T, reads: () => reads };
}

// 20,000 rows: some 30,000 words of names, as many names as one word, and twice the text in the lines.
test("a keystroke looks at few of many rows, whether it finds, misses or is misspelt", () => {
  const parts = [..."bdfgklmnprstv"].flatMap((one) => [..."aeiou"].map((two) => one + two));
  let state = 7;
  const any = (): string => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return parts[state % parts.length]!;
  };
  const word = () => `${any()}${any()}${any()}`;
  const many = Array.from({ length: 20_000 }, () =>
    row(`${word()} ${word()}`, { line: `${word()} ${word()}` }),
  );
  const all = [...many, row("Zebulon Quartzite")];
  const { held, reads } = countReads(indexRows(all, fold));
  const find = searchIn(all, held, fold);
  for (const [query, first, most] of [
    ["zebulon quartzite", "Zebulon Quartzite", 500],
    ["quartzite zeb", "Zebulon Quartzite", 500],
    ["zebulom qartzite", "Zebulon Quartzite", 25_000],
    ["quarzite", "Zebulon Quartzite", 25_000],
    ["zebulon xwvk", undefined, 25_000],
    ["xqzyw qqrst", undefined, 25_000],
  ] as const) {
    const before = reads();
    expect([query, find(query, 20)[0]?.row.name]).toEqual([query, first]);
    const done = reads() - before;
    expect([query, Math.max(most, done)]).toEqual([query, most]);
  }
});
