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
const formsOf = (locale: string) =>
  new Intl.PluralRules(locale.replace("_", "-")).resolvedOptions().pluralCategories;
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
  const own = new Set(stems.flatMap((stem) => formsOf(locale).map((form) => `${stem}_${form}`)));
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
  expect(Object.keys(messages).filter((key) => !keys.includes(key) && !own.has(key))).toEqual([]);
});

test.each(["en", ...others])("%s has every plural form its language knows", (locale) => {
  const messages = read(locale);
  const missing = stems.flatMap((stem) =>
    formsOf(locale)
      .map((form) => `${stem}_${form}`)
      .filter((key) => !(key in messages)),
  );
  expect(missing).toEqual([]);
});

test("Arabic has six forms, and French and Spanish one of their own for millions", () => {
  expect(["ar", "fr", "es", "zh_CN"].map((locale) => formsOf(locale).length)).toEqual([6, 3, 3, 1]);
});

test.each(others)("%s keeps the placeholders, in every plural form", (locale) => {
  const messages = read(locale);
  const plural = /_(zero|one|two|few|many|other)$/;
  const differing = Object.keys(messages).filter((key) => {
    const origin = english[key] ?? english[key.replace(plural, "_other")];
    const wanted = placeholders(origin!.message);
    const found = placeholders(messages[key]!.message);
    const isCounted = stems.includes(key.replace(plural, ""));
    // Counted words may leave the number out ("one result", "twice"), never what else is filled in;
    // of nothing there is no more to say.
    if (isCounted) for (const marks of [wanted, found]) marks.delete("$1");
    if (isCounted && key.endsWith("_zero")) return [...found].some((mark) => !wanted.has(mark));
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
