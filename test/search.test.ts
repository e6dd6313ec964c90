import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createEntries } from "../src/background/entries.ts";
import { fold } from "../src/core/fold.ts";
import { createSearch } from "../src/core/search.ts";
import { assemble, PACK_FILES } from "../src/data/assemble.ts";

/** The bundled pack as search sees it. Its soundness is another test's matter. */
const { draft } = assemble(
  PACK_FILES.map((file) => ({ file, text: readFileSync(`src/data/${file}`, "utf8") })),
);
const search = createSearch(createEntries(draft).rows, (text) => fold(text).text);
const first = (query: string) => search(query, 10)[0]?.row.id;

test.each([
  // Whole names and aliases.
  ["sovereign ai", "sovereign-ai"],
  ["OPENAI", "openai"],
  ["Qwen", "qwen"],
  ["Qwen2.5", "qwen2-5"],
  ["Stargate UAE", "stargate-uae"],
  ["wto", "wto"],
  ["World Trade Organization", "wto"],
  ["ＷＩＲＥＤ", "wired"],
  ["Hugging Face", "hugging-face"],
  ["AI Action Plan", "ai-action-plan"],
  ["token", "token"],
  ["training", "training-run"],
  ["MBZ", "mohamed-bin-zayed"],
  ["GDPR", "gdpr"],
  // Written otherwise.
  ["open ai", "openai"],
  ["huggingface", "hugging-face"],
  ["open-source", "open-source-ai"],
  ["opensource", "open-source-ai"],
  ["qwen 2.5", "qwen2-5"],
  ["qwen25", "qwen2-5"],
  ["chat gpt", "chatgpt"],
  ["abudhabi", "abu-dhabi"],
  ["deep seek", "deepseek"],
  ["gpt5", "gpt-5"],
  // Begun.
  ["sover", "sovereign-ai"],
  ["hugg", "hugging-face"],
  ["tence", "tencent"],
  ["clem", "clement-delangue"],
  ["delang", "clement-delangue"],
  ["kwo", "jason-kwon"],
  ["united arab", "united-arab-emirates"],
  ["dragonf", "project-dragonfly"],
  ["mistral", "mistral-ai"],
  ["hypersc", "hyperscaler"],
  // Any order.
  ["ai sovereign", "sovereign-ai"],
  ["uae stargate", "stargate-uae"],
  ["dragonfly project", "project-dragonfly"],
  ["trade world organization", "wto"],
  ["controls export", "export-controls"],
  // Diacritics, with and without.
  ["Clément Delangue", "clement-delangue"],
  ["clement delangue", "clement-delangue"],
  ["souverane ki", "sovereign-ai"],
  ["IA souveraine", "sovereign-ai"],
  // Native scripts, whole and from the middle.
  ["阿里巴巴", "alibaba"],
  ["里巴", "alibaba"],
  ["通义千问", "qwen"],
  ["千问", "qwen"],
  ["华为", "huawei"],
  ["月之暗面", "moonshot-ai"],
  ["ソブリン", "sovereign-ai"],
  ["소버린", "sovereign-ai"],
  ["الإمارات", "united-arab-emirates"],
  ["أبوظبي", "abu-dhabi"],
  // The middle of a compound.
  ["scaler", "hyperscaler"],
  // Misspelt.
  ["sovereing ai", "sovereign-ai"],
  ["opnai", "openai"],
  ["opeanai", "openai"],
  ["hugingface", "hugging-face"],
  ["hugin fase", "hugging-face"],
  ["delange", "clement-delangue"],
  ["deepseak", "deepseek"],
  ["nvdia", "nvidia"],
  ["hauwei", "huawei"],
  ["gogle", "google"],
  ["antropic", "anthropic"],
  ["stargte uea", "stargate-uae"],
  ["dragnofly", "project-dragonfly"],
  ["abu dabi", "abu-dhabi"],
  ["larg language modl", "large-language-model"],
  ["clinotn", "bill-clinton"],
])("%s finds %s first", (query, id) => {
  expect(first(query)).toBe(id);
});

test("a speaker leads to what he spoke about, after his own entry", () => {
  const ids = search("jason kwon", 20).map(({ row }) => row.id);
  expect(ids[0]).toBe("jason-kwon");
  expect(ids).toContain("openai");
});

test("words of the one-liner are found when no name has them", () => {
  const row = draft.entries.find(({ id }) => id === "trisha-ray")!;
  expect(search(row.line, 10).map(({ row: { id } }) => id)).toContain("trisha-ray");
});

test("an alias that answered is named, a name that answered needs none", () => {
  expect(search("阿里巴巴", 1)[0]).toMatchObject({ alias: "阿里巴巴", sure: true });
  expect(search("alibaba", 1)[0]).toMatchObject({ alias: null, sure: true });
  expect(search("opnai", 1)[0]).toMatchObject({ sure: false });
});

test("every entry is found first by its own name, but for names that two entries share", () => {
  const lost = draft.entries.filter(
    ({ id, name }) => first(name) !== id && draft.entries.filter((other) => other.name === name).length === 1,
  );
  expect(lost.map(({ name }) => name)).toEqual([]);
});
