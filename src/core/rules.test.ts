import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { BORDER, BREAK, type Mention } from "./mention.ts";
import type { Alias } from "./pack.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";

/** One example or more for every rule; each entry is named after its first alias. */
const names: readonly (readonly (string | Alias)[])[] = [
  ["OpenAI", "OpenAI for Germany", { text: "OpenAI für Deutschland", lang: "de" }],
  ["Stargate UAE"],
  [{ text: "Stargate", case: "capital" }],
  ["UAE", "الإمارات"],
  ["open source", { text: "open-source AI", case: "free" }],
  ["sovereign AI", { text: "IA souveraine", lang: "fr" }, { text: "souveräne KI", lang: "de" }],
  [{ text: "Sprachmodell", lang: "de" }],
  ["AI Act"],
  ["AI gigafactory"],
  ["GPT-2"],
  [{ text: "Qwen", case: "capital" }, "Qwen2", "千问"],
  ["xAI"],
  ["LLM"],
  ["GW"],
  ["Alibaba Cloud", { text: "Alibaba", case: "capital" }, "阿里巴巴", "アリババ", "알리바바"],
  [
    { text: "Meta", case: "capital" },
    { text: "メタ", lang: "ja" },
  ],
  ["Clément Delangue"],
  ["hyperscaler"],
  ["5G"],
  ["Kimi"],
];
const lexicon = compile(
  names.map((aliases, i) => {
    const all = aliases.map((alias) => (typeof alias === "string" ? { text: alias } : alias));
    return { id: all[0]!.text.toLowerCase() || `e${i}`, kind: "concept", name: "", aliases: all };
  }),
);

function mentions(text: string, lang = "en", joins = (_: number): boolean => true): readonly Mention[] {
  const flow = { text, lang, candidates: scan(lexicon, text, joins, lang) };
  return resolve(lexicon, [flow], { title: "", lang })[0]!;
}
const found = (text: string, lang = "en", joins?: (at: number) => boolean): string[] =>
  mentions(text, lang, joins).map(({ start, end }) => text.slice(start, end));

describe("folding in running text", () => {
  test.each([
    ["the open – source way", "open – source"],
    ["the open‑source way", "open‑source"],
    ["the open\n      source way", "open\n      source"],
    ["since GPT – 2 came", "GPT – 2"],
    ["Clement Delangue said", "Clement Delangue"],
    ["Cle\u0301ment\u00a0Delangue said", "Cle\u0301ment\u00a0Delangue"],
    ["ＯｐｅｎＡＩ said", "ＯｐｅｎＡＩ"],
    ["Open\u00adAI and O\u200bpenAI", "Open\u00adAI", "O\u200bpenAI"],
    [`<${`Op${BORDER}enAI`}> now`, `Op${BORDER}enAI`],
    ["🙂🙂 OpenAI 🙂", "OpenAI"],
    ["by 𝐎pen𝐀I", "𝐎pen𝐀I"],
  ])("%j", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("a spaced dash between names is a dash of the sentence", () => {
    expect(found("They worry about AI – Act now")).toEqual([]);
    expect(found("the AI-Act")).toEqual(["AI-Act"]);
    expect(found("open -- source, open --- source, open - - source")).toEqual(["open -- source"]);
  });
});

describe("borders of words", () => {
  test.each([
    ["Metadata, Metaverse, meta-analysis and San Francisco", []],
    ["Qwen's and Qwen’s models", ["Qwen's", "Qwen’s"]],
    [`<b>Qwen${BORDER}'s</b>`, [`Qwen${BORDER}'s`]],
    ["hyperscalers, LLMs, AI gigafactories", ["hyperscalers", "LLMs", "AI gigafactories"]],
    ["hyperscaler’s, Metas", ["hyperscaler’s"]],
    ["the hyperscalers’ demand, LLMs' size, UAE’ or Meta’", ["hyperscalers’", "LLMs'", "UAE", "Meta"]],
    ["OPEN SOURCE HYPERSCALERS’ AI", ["OPEN SOURCE", "HYPERSCALERS’"]],
    ["‘the hyperscalers’ and 'hyperscalers', (‘LLMs’)", ["hyperscalers", "hyperscalers", "LLMs"]],
    ["the ‘new’ hyperscalers’ demand, the workers’ and LLMs’ too", ["hyperscalers’", "LLMs’"]],
    ["it’s the hyperscalers’ rock’n’roll, hyperscalers’a", ["hyperscalers’", "hyperscalers"]],
    ["他说‘hyperscalers’，‘千问’，hyperscalers’的", ["hyperscalers", "千问", "hyperscalers"]],
    [`‘the hyperscalers${BREAK}LLMs’ size`, ["hyperscalers", "LLMs’"]],
    ["OpenAI-backed, non-OpenAI, (OpenAI), “OpenAI”", ["OpenAI", "OpenAI", "OpenAI", "OpenAI"]],
    ["阿里巴巴发布了千问模型", ["阿里巴巴", "千问"]],
    ["使用OpenAI的模型", ["OpenAI"]],
    ["アリババが、アリババズ、ズアリババ", ["アリババ"]],
    ["알리바바는 알리바바니즘", ["알리바바"]],
    ["알리바바하는 알리바바됐다 알리바바시켰으며 알리바바하늘공원입구", ["알리바바", "알리바바", "알리바바"]],
    ["والإمارات للإمارات بالإمارات إمارات", ["الإمارات", "لإمارات", "الإمارات"]],
    ["#OpenAI #OpenAINews @OpenAI", ["OpenAI"]],
    ["#StargateUAE #stargateuae #Stargate_UAE’s", ["StargateUAE", "stargateuae", "Stargate_UAE’s"]],
    [`#${BORDER}\u200bStar${BORDER}gate${BORDER}UAE`, [`Star${BORDER}gate${BORDER}UAE`]],
    ["#xai #meta #qwen", []],
    ["#StargateUAEnews #StargateUA stargateuae @StargateUAE x.org/#StargateUAE", []],
    ["openai.com/OpenAI https://x.org/OpenAI/a press@OpenAI.com a/b/OpenAI.html", []],
    ["OpenAI.com OpenAI.pdf model=Qwen C:\\OpenAI\\x", []],
    ["lib.OpenAI and node.Meta", []],
    ["OpenAI/Meta signed. OpenAI.", ["OpenAI", "Meta", "OpenAI"]],
    ["signed by OpenAI.The deal", ["OpenAI"]],
    ["GPT-2.5 and Qwen2.5, not Qwen2.", ["Qwen2"]],
    ["A200GW, v2.5GW, 5LLM", []],
    ["2.5G, 1,5G, 5G", ["5G"]],
    ["_OpenAI, OpenAI_, the_OpenAI_way", []],
    ["200GW, 1.5GW, GW150914 and 5-GW", ["200GW", "1.5GW", "GW"]],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("French elision comes before a mention, other apostrophes do not", () => {
    expect(found("l'IA souveraine et d’OpenAI", "fr")).toEqual(["IA souveraine", "OpenAI"]);
    expect(found("c'qu'OpenAI dit, 'd'OpenAI'", "fr")).toEqual(["OpenAI", "OpenAI"]);
    expect(found("O'Meta and rock'Meta and Qwen's'Meta")).toEqual(["Qwen's"]);
  });

  test("a border that does not join ends the word", () => {
    expect(found(`Open${BORDER}AI`, "en", () => false)).toEqual([]);
    expect(found(`xx${BORDER}OpenAI${BORDER}yy`, "en", () => false)).toEqual(["OpenAI"]);
    expect(found(`xx${BORDER}OpenAI`, "en", () => true)).toEqual([]);
    expect(found(`Open${BREAK}AI`)).toEqual([]);
  });
});

describe("longest and leftmost", () => {
  test.each([
    ["Stargate UAE and Stargate and UAE", ["Stargate UAE", "Stargate", "UAE"]],
    ["OpenAI for Germany, OpenAI for all", ["OpenAI for Germany", "OpenAI"]],
    [`xア${BORDER}${BORDER} Ｓtargate`, ["Ｓtargate"]],
    [`Stargate${BORDER} UAE`, [`Stargate${BORDER} UAE`]],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("where a longer name is cut by a block, the shorter counts", () => {
    expect(found(`Stargate ${BORDER}UAE`, "en", () => false)).toEqual(["Stargate", "UAE"]);
  });
});

describe("case", () => {
  test.each([
    ["xAI and XAI and Xai", ["xAI"]],
    ["UAE, Uae, uae", ["UAE"]],
    ["Kimi, kimi", ["Kimi"]],
    ["Meta, META, meta", ["Meta", "META"]],
    ["sovereign AI, Sovereign AI, Sovereign Ai", ["sovereign AI", "Sovereign AI"]],
    ["Open Source, OPEN SOURCE, open source", ["Open Source", "OPEN SOURCE", "open source"]],
    ["OPENAI SIGNS DEAL ON SOVEREIGN AI WITH XAI", ["OPENAI", "SOVEREIGN AI", "XAI"]],
    ["The firm OPENAI signs", []],
    ["XAI", []],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("languages", () => {
  test("aliases of a language count in its text only", () => {
    expect(found("une IA souveraine", "fr")).toEqual(["IA souveraine"]);
    expect(found("une IA souveraine", "en")).toEqual([]);
    expect(found("IA souveraines", "fr-CA")).toEqual(["IA souveraines"]);
  });

  test("a longer alias of another language hides no shorter one", () => {
    expect(found("OpenAI für Deutschland", "de")).toEqual(["OpenAI für Deutschland"]);
    expect(found("OpenAI für Deutschland", "en")).toEqual(["OpenAI"]);
  });

  test("a script of its own tells the language where the page's does not", () => {
    expect(found("said メタ today", "en")).toEqual(["メタ"]);
    expect(found("说 メタ", "zh")).toEqual([]);
  });

  test("German glues the genitive on", () => {
    expect(found("OpenAIs Modelle", "de")).toEqual(["OpenAIs"]);
    expect(found("OpenAIs models", "en")).toEqual([]);
    expect(found("Sprachmodelle, Sprachmodelles, Sprachmodells", "de")).toHaveLength(3);
  });
});
