import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { BORDER } from "./mention.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";

const lexicon = compile([
  {
    id: "openai",
    kind: "organisation",
    name: "",
    aliases: [{ text: "OpenAI" }, { text: "open source", case: "free" }],
  },
  {
    id: "meta",
    kind: "organisation",
    name: "",
    aliases: [{ text: "Meta", case: "capital", cues: ["Zuckerberg"], rivals: ["tag"] }],
  },
]);
const count = (text: string): number => {
  const candidates = scan(lexicon, text, () => true, "en");
  return resolve(lexicon, [{ text, lang: "en", candidates }], { title: "", lang: "en" })[0]!.length;
};

describe("whatever a page holds", () => {
  test("a block of five million characters is read through", () => {
    const filler = "Nothing at all is to be read in all of this, and so it goes on. ".repeat(15);
    expect(count(`${filler}All of it is Meta, says Zuckerberg of OpenAI. `.repeat(5000))).toBe(10_000);
  }, 60_000);

  test("five million letters without a break are no word of ours", () => {
    expect(count("OpenAI".repeat(850_000))).toBe(0);
    expect(count("o".repeat(5_000_000))).toBe(0);
    expect(count(" ".repeat(2_000_000) + "open".concat(" ".repeat(2_000_000), "source"))).toBe(1);
  }, 60_000);

  test("200,000 nodes of one character are one text", () => {
    const text = [..."Zuckerberg: all of it, so far and no farther, is Meta! ".repeat(3_600)].join(BORDER);
    expect(count(text)).toBe(3_600);
  }, 60_000);

  test.each([
    ["half surrogate pairs", "\ud83d OpenAI \udc00 \ud835", 1],
    ["right-to-left overrides", "\u202eOpenAI\u202c \u2066Open\u2069AI", 2],
    ["marks upon marks", `O${"\u0301".repeat(5000)}penAI`, 1],
    ["nothing but borders", BORDER.repeat(10_000), 0],
    ["null characters", "\0OpenAI\0", 1],
    ["hashtags without words", "#".repeat(100_000), 0],
    ["hashtags of marks", `#${"\u200b".repeat(100_000)}OpenSource #open${"\u200b".repeat(900)}source`, 2],
    ["one letter", "O", 0],
    ["nothing", "", 0],
  ])("%s", (_, text, expected) => {
    expect(count(text)).toBe(expected);
  });
});
