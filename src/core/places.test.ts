import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { Places } from "./places.ts";

const lexicon = compile(
  ["MW", "Evian", "OpenAI", "通义千问", "الإمارات"].map((text, at) => ({
    id: `n${at}`,
    kind: "concept",
    name: text,
    aliases: [{ text, ...(text === "MW" ? { case: "exact" as const } : {}) }],
  })),
);
const placesOf = (text: string, from = 0): number[] => {
  const places = new Places(lexicon, text);
  const found: number[] = [];
  for (let at = places.next(from); at >= 0; at = places.next(at + 1)) found.push(at);
  return found;
};

test("a unit glued on to a number is a place, from the unit on as well", () => {
  expect(placesOf("some 200MW, and 3MW")).toEqual([8, 17]);
  expect(placesOf("some 200MW, and 3MW", 8)).toEqual([8, 17]);
  const places = new Places(lexicon, "some 200MW, and 3MW");
  expect(places.next(0)).toBe(8);
  expect(places.next(17)).toBe(17);
});

test("one letter beyond ASCII may begin a word that an alias is spelled by", () => {
  expect(placesOf("from Évian")).toEqual([5]);
  expect(placesOf("by 通义千问")).toEqual([3]);
});

test.each(["", "ال", "وال", "فبال", "كال", "لل", "ولل", "و", "ب", "وب", "بـ", "\u0648\u064e\u0627\u0644"])(
  "an Arabic name begins behind the prefix “%s”",
  (prefix) => {
    expect(placesOf(`في ${prefix}إمارات`)).toContain(3 + prefix.length);
    expect(placesOf(`${prefix}إمارات`)).toContain(prefix.length);
  },
);

test("an Arabic name begins nowhere else in a word", () => {
  expect(placesOf("سإمارات مإمارات ستال\u0625مارات حإمارات")).toEqual([]);
});

test("signs between words are no place", () => {
  expect(placesOf("« rien », 数据，模型：（无）！？；")).toEqual([]);
});

test("where nothing may begin there is no place", () => {
  expect(placesOf("nothing, really")).toEqual([]);
  expect(placesOf("")).toEqual([]);
});
