import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { searchFold } from "./search-fold.ts";
import { plain } from "./search-index.ts";

test.each([
  "OpenAI",
  "Ａｌｉｂａｂａ",
  "Clément Delangue",
  "künstliche  Intelligenz",
  "主权人工智能",
  "الذكاء الاصطناعي السيادي",
  "America’s AI – Plan",
  "soft­hyphen",
  "𝒬wen 2.5",
])("%s is folded as the matcher folds it", (text) => {
  expect(plain(text, searchFold())).toBe(plain(text, (one) => fold(one).text));
});

test("whatever is folded, in whatever order, search sees what the matcher sees", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 20 }), (texts) => {
      const one = searchFold();
      for (const text of texts) expect(plain(text, one)).toBe(plain(text, (each) => fold(each).text));
    }),
  );
});
