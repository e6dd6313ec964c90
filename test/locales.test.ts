import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Messages = Readonly<Record<string, { readonly message: string }>>;

const read = (locale: string): Messages =>
  JSON.parse(readFileSync(`src/_locales/${locale}/messages.json`, "utf8"));
const english = read("en");
const others = readdirSync("src/_locales").filter((locale) => locale !== "en");
/** Texts that only tests use are English alone. */
const keys = Object.keys(english).filter((key) => !key.startsWith("test_"));
const stems = keys.filter((key) => key.endsWith("_other")).map((key) => key.slice(0, -"_other".length));
const placeholders = (text: string) => new Set(text.match(/\$\d|%s/g));

test("there are the six languages beside English", () => {
  expect(new Set(others)).toEqual(new Set(["de", "fr", "es", "ja", "zh_CN", "ar"]));
});

test("plurals come in pairs, and every key is used somewhere in the sources", () => {
  for (const stem of stems) expect(english).toHaveProperty(`${stem}_one`);
  const sources = [...readdirSync("src", { recursive: true, encoding: "utf8" }), "../manifest.json"]
    .filter((name) => /\.tsx?$|manifest\.json$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join("\n");
  /** Keys made of a part and a name of the pack or a state, as `kind_${kind}`. */
  const made = [...sources.matchAll(/`([a-z]+(?:_[a-z]+)*_)\$\{/g)].map(([, start = ""]) => start);
  const unused = keys
    .map((key) => key.replace(/_(one|other)$/, ""))
    .filter((key) => !sources.includes(key) && !made.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

test.each(others)("%s has every key, and none that English lacks but for its own plural forms", (locale) => {
  const messages = read(locale);
  const forms = new Intl.PluralRules(locale.replace("_", "-")).resolvedOptions().pluralCategories;
  const own = new Set(stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`)));
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
  expect(Object.keys(messages).filter((key) => !keys.includes(key) && !own.has(key))).toEqual([]);
});

test.each(others)("%s has a form for every count up to two hundred", (locale) => {
  const messages = read(locale);
  const rules = new Intl.PluralRules(locale.replace("_", "-"));
  const needed = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
  for (const stem of stems) for (const form of needed) expect(messages).toHaveProperty(`${stem}_${form}`);
});

test.each(others)("%s keeps the placeholders", (locale) => {
  const messages = read(locale);
  const differing = keys.filter((key) => {
    const wanted = placeholders(english[key]!.message);
    const found = placeholders(messages[key]!.message);
    // Counted words may leave the number out ("one result", "twice"), never what else is filled in.
    if (/_(one|other)$/.test(key)) wanted.delete("$1");
    if (/_(one|other)$/.test(key)) found.delete("$1");
    return wanted.size !== found.size || [...wanted].some((mark) => !found.has(mark));
  });
  expect(differing).toEqual([]);
});

test.each(["en", ...others])(
  "%s says something in every text, as plain text, and fits the stores",
  (locale) => {
    const messages = read(locale);
    for (const { message } of Object.values(messages)) {
      expect(message.trim()).toBe(message);
      expect(message).not.toBe("");
      expect(message).not.toMatch(/[<>]|&[a-z]+;/);
    }
    expect(messages["extension_name"]!.message.length).toBeLessThanOrEqual(45);
    expect(messages["extension_description"]!.message.length).toBeLessThanOrEqual(132);
  },
);

test.each(others)("%s is translated: no text of three words reads as in English", (locale) => {
  const messages = read(locale);
  const same = keys.filter(
    (key) =>
      (english[key]!.message.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 &&
      messages[key]!.message === english[key]!.message,
  );
  expect(same).toEqual([]);
});
