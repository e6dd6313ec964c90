import { expect, test } from "vitest";
import { entry, fact, quote, source } from "../../test/fakes/card-content.ts";
import { fakeWords } from "../../test/fakes/words.ts";
import { speech } from "../ui/words-context.ts";
import { citeEntry, citeFact, citeQuote, textFragment } from "./cite.ts";

const english = speech(fakeWords());

test("a quote is cited with speaker, role, occasion, date, source and how faithful its wording is", () => {
  const { plain } = citeQuote(quote("q"), [source("one", { publisher: "The Paper" })], english);
  expect(plain).toBe(
    "“words of q”\n— Ada Speaker, chief of speaking, a conference, Oct 2025; " +
      "Title of one, The Paper, 2025-03, https://one.example/page#:~:text=words%20of%20q; " +
      "As worded in the source document; the published original differs.",
  );
});

test("a source without an address is named, not linked", () => {
  const { plain, markdown, html } = citeQuote(
    quote("q"),
    [source("one", { url: null, date: null })],
    english,
  );
  for (const form of [plain, markdown, html]) {
    expect(form).toContain("Title of one");
    expect(form).not.toContain("http");
  }
});

test("a fact is cited with every source it rests on", () => {
  const { markdown } = citeFact(
    fact("It was so.", { sources: ["two", "one"] }),
    entry(),
    [source("one"), source("two")],
    english,
  );
  expect(markdown).toBe(
    "> It was so.\n>\n> — Qwen, May 22, 2025; [Title of two, 2025-03](<https://two.example/page>); " +
      "[Title of one, 2025-03](<https://one.example/page>)",
  );
});

test("an entry is cited with its own date", () => {
  expect(citeEntry(entry(), [source("one")], english).plain).toContain(
    "— Sidelight, As of Jan 13, 2026; Title of one",
  );
});

test("texts stay texts in every form", () => {
  const bad = fact('<b onclick="x()">a</b> [link](javascript:x) `*_', { sources: [] });
  const { html, markdown } = citeFact(bad, entry({ name: "<i>" }), [], english);
  expect(html).not.toMatch(/<b |<i>/);
  expect(html).toContain("&#60;b onclick=&#34;x()&#34;&#62;");
  expect(markdown).toContain("\\[link\\](javascript:x) \\`\\*\\_");
});

test("a long quotation is found by both its ends, and signs with a meaning are encoded", () => {
  const words = "one two three four five six seven eight-nine, ten eleven twelve.";
  expect(textFragment("https://a.example/", words)).toBe(
    "https://a.example/#:~:text=one%20two%20three%20four%20five,seven%20eight%2Dnine%2C%20ten%20eleven%20twelve",
  );
  expect(textFragment("https://a.example/#part", "x")).toBe("https://a.example/#part:~:text=x");
});
