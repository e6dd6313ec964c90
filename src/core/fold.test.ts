import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, keyOf } from "./fold.ts";
import { BORDER, BREAK } from "./mention.ts";

describe("fold", () => {
  test.each([
    ["Clément", "clement"],
    ["Cle\u0301ment", "clement"],
    ["ＯｐｅｎＡＩ", "openai"],
    ["ﬁne-tuning", "fine-tuning"],
    ["Œuvre, Straße, Łódź", "oeuvre, strasse, lodz"],
    ["Qwen’s “model”", 'qwen\'s "model"'],
    ["open\u2011source \u2212 x", "open-source - x"],
    ["no\u00a0break\u2009thin\n   line", "no break thin line"],
    ["Open\u00adAI \u200bUAE\u2060", "openai uae"],
    [`Op${BORDER}enAI`, "openai"],
    [`Open${BREAK}AI`, `open${BREAK}ai`],
    ["\u202eUAE\u202c", "uae"],
    ["أبوظبي والإمارَات", "ابوظبي والامارات"],
    ["ｿﾌﾄ", "ソフト"],
    ["ガ", "ガ"],
    ["𝐎penAI", "openai"],
    ["\ufb2c\ufe71", "\u05e9\u05c1"],
    ["\u0149 O\uff40Neil", "'n o'neil"],
    ["İstanbul", "istanbul"],
  ])("levels %j", (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  test("maps every folded unit to where it came from, also when lengths change", () => {
    const { text, map } = fold("ﬁ 🙂 Ｋ2");
    expect(text).toBe("fi 🙂 k2");
    expect([...map!]).toEqual([0, 0, 1, 2, 2, 4, 5, 6, 7]);
  });

  test("needs no map for plain text", () => {
    expect(fold("Plain text")).toEqual({ text: "plain text", map: null });
  });

  test("is the same folded twice, whatever the character", () => {
    const moved: string[] = [];
    for (let code = 0; code <= 0x1ffff; code++) {
      const once = fold(`x${String.fromCodePoint(code)}`).text;
      if (fold(once).text !== once) moved.push(code.toString(16));
    }
    expect(moved).toEqual([]);
  }, 30_000);

  test("is the same folded twice, and its map only rises and stays inside", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { text: once, map } = fold(text);
        expect(fold(once).text).toBe(once);
        const offsets = [...(map ?? [])];
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.every((at) => at <= text.length)).toBe(true);
        if (map) expect(map).toHaveLength(once.length + 1);
      }),
    );
  }, 30_000);

  test("survives half surrogate pairs", () => {
    expect(fold("a\ud835b\udc0e").text).toBe("a\ud835b\udc0e");
  });
});

describe("keyOf", () => {
  test.each([
    "open-source",
    "open source",
    "open – source",
    "open‑source",
    "Open\n  Source",
    "open -- source",
    "open—source",
  ])("%j is open source", (text) => {
    expect(keyOf(text)).toBe("open source");
  });

  test.each(["智谱AI", "智谱 AI", "智谱\nAI"])("%j needs no space beside Han", (text) => {
    expect(keyOf(text)).toBe("智谱ai");
  });

  test("keeps case when asked", () => {
    expect(keyOf("GPT – 2", true)).toBe("GPT 2");
  });
});
