import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import {
  aliasLang,
  aliasText,
  decode,
  encode,
  entryId,
  entryKind,
  HEADER,
  type Lexicon,
  LexiconError,
  NUMBERS,
  POLICY,
  policyOf,
  SECTIONS,
} from "./lexicon.ts";
import { scan } from "./scan.ts";

const entries = [
  {
    id: "g42",
    kind: "organisation",
    name: "G42",
    aliases: [{ text: "G42", cues: ["UAE", "Abu Dhabi"], neverAfter: ["bus"] }],
  },
  { id: "qwen", kind: "model", name: "Qwen", aliases: [{ text: "Qwen" }, { text: "通义千问", lang: "zh" }] },
  {
    id: "ai-gigafactory",
    kind: "concept",
    name: "AI gigafactory",
    aliases: [{ text: "KI-Gigafabrik", lang: "de" }],
  },
] as const;
const lexicon = compile(entries);
const bytes = encode(lexicon);
const finds = (text: string, from = lexicon): number => scan(from, text, () => true).length;

describe("a compiled lexicon", () => {
  test("comes back from its bytes with all texts and policies", () => {
    const again = decode(bytes.slice());
    expect([0, 1, 2, 3].map((alias) => aliasText(again, alias))).toEqual([
      "G42",
      "Qwen",
      "通义千问",
      "KI-Gigafabrik",
    ]);
    expect([0, 1, 2, 3].map((alias) => aliasLang(again, alias))).toEqual(["", "", "zh", "de"]);
    expect([0, 1, 2].map((entry) => entryId(again, entry))).toEqual(["g42", "qwen", "ai-gigafactory"]);
    expect([0, 1, 2].map((entry) => entryKind(again, entry))).toEqual(["organisation", "model", "concept"]);
    expect(policyOf(again, 0, POLICY.cues)).toEqual(["Uae", "Abu Dhabi"]);
    expect(policyOf(again, 0, POLICY.neverAfter)).toEqual(["bus"]);
    expect(policyOf(again, 1, POLICY.cues)).toEqual([]);
    expect(finds("Qwen and 通义千问", again)).toBe(2);
  });

  test("is read from any place of a larger buffer", () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(finds("Qwen", decode(larger.subarray(3, 3 + bytes.length)))).toBe(1);
  });

  test("is the same bytes for the same entries", () => {
    expect(encode(compile(entries))).toEqual(bytes);
  });

  test("may be empty", () => {
    expect(finds("Qwen 通义千问 x", decode(encode(compile([]))))).toBe(0);
  });

  test("finds what it knows among 3,000 names that share beginnings", () => {
    const many = Array.from({ length: 3000 }, (_, i) => `Name ${i.toString(7)} ${i % 3 ? "Labs" : "通"}`);
    const large = ofNames(many);
    for (const [i, text] of many.entries()) {
      const [candidate] = scan(large, `Then ${text}, too`, () => true);
      expect(large.aliasEntry[candidate!.senses[0]!.alias]).toBe(i);
    }
  }, 30_000);
});

test("a large lexicon finds the same as a small one, in 75 bytes an alias", () => {
  const many = Array.from(
    { length: 20_000 },
    (_, i) => `Name ${i.toString(7)} of ${(i * 7919).toString(5)} Labs`,
  );
  const large = ofNames(many);
  for (let i = 0; i < many.length; i += 97) {
    const [candidate] = scan(large, `Then ${many[i]}, too`, () => true);
    expect(large.aliasEntry[candidate!.senses[0]!.alias]).toBe(i);
  }
  expect(encode(large).length / many.length).toBeLessThan(75);
}, 30_000);

/** A lexicon of these names, entry by entry. */
function ofNames(names: readonly string[]): Lexicon {
  return compile(
    names.map((text, i) => ({
      id: `n${i}`,
      kind: "project",
      name: text,
      aliases: [{ text, case: "capital" }],
    })),
  );
}

describe("bytes that are no lexicon of ours", () => {
  test.each([
    ["nothing", new Uint8Array(0)],
    ["zeros", new Uint8Array(4096)],
    ["a lexicon cut short", bytes.slice(0, -4)],
    ["a lexicon cut to its head", bytes.slice(0, 100)],
    ["a lexicon with more behind", new Uint8Array([...bytes, 0, 0, 0, 0])],
  ])("throw a LexiconError: %s", (_, wrong) => {
    expect(() => decode(wrong)).toThrow(LexiconError);
  });

  test("name another version", () => {
    const other = bytes.slice();
    other[0] = 99;
    expect(() => decode(other)).toThrow("another version");
  });

  test.each(["keyAlias", "policies"] as const)("end where %s holds anything", (name) => {
    const wrong = bytes.slice();
    const header = new Uint32Array(wrong.buffer, 0, HEADER / 4);
    const place = (section: (typeof SECTIONS)[number]) => 2 + 2 * SECTIONS.indexOf(section);
    header[place(name)] = header[place("text")]!;
    header[place(name) + 1] = (lexicon.text.length >> 2) * 8 + NUMBERS.indexOf(Uint32Array);
    expect(finds("Qwen, G42, 通义千问 and KI-Gigafabriken", decode(wrong))).toBeLessThan(9);
  });

  test("never hang or crash a scan, whichever bytes are wrong", () => {
    const text = "Qwen said G42 and 通义千问 for the #KIGigafabriken of Abu Dhabi, ".repeat(20);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.nat(bytes.length - 1), fc.nat(HEADER - 1)), fc.nat(255)), {
          minLength: 1,
          maxLength: 20,
        }),
        (edits) => {
          const wrong = bytes.slice();
          for (const [at, byte] of edits) wrong[at] = byte;
          try {
            expect(finds(text, decode(wrong))).toBeLessThan(text.length);
          } catch (error) {
            expect(error).toBeInstanceOf(LexiconError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
