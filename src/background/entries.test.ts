import { expect, test } from "vitest";
import type { Entry, Pack, Quote, Source } from "../core/pack.ts";
import { createEntries } from "./entries.ts";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: "organisation",
  name: id.toUpperCase(),
  line: `what ${id} is`,
  summary: "",
  asOf: "2025",
  lang: "en",
  sources: [],
  aliases: [{ text: id }],
  facts: [],
  figures: [],
  events: [],
  differences: [],
  relations: [],
  ...more,
});
const source = (id: string): Source => ({
  id,
  title: null,
  publisher: null,
  url: null,
  date: null,
  grade: "press",
});
const quote = (id: string, about: string[], speakerId?: string): Quote => ({
  id,
  text: id,
  speaker: "Someone",
  ...(speakerId ? { speakerId } : {}),
  role: "",
  occasion: null,
  date: null,
  source: "s3",
  section: null,
  about,
  wording: "not-compared",
  note: "",
});
const pack = (entries: Entry[], quotes: Quote[] = []): Pack => ({
  format: 1,
  id: "p",
  name: "P",
  revision: 3,
  licence: "",
  languages: ["en"],
  updated: "2026-11",
  sources: ["s1", "s2", "s3"].map(source),
  quotes,
  entries,
});

test("a card brings quotes about the entry, then its own, each once, and sources in order of citation", () => {
  const acme = entry("acme", { sources: ["s2"], facts: [{ text: "f", date: null, sources: ["s1", "s2"] }] });
  const quotes = [quote("q1", [], "acme"), quote("q2", ["acme"]), quote("q3", ["acme"], "acme")];
  const card = createEntries(pack([acme], quotes)).get("acme");
  expect(card?.quotes.map(({ id }) => id)).toEqual(["q2", "q3", "q1"]);
  expect(card?.sources.map(({ id }) => id)).toEqual(["s2", "s3", "s1"]);
  expect(card?.pack).toEqual({ name: "P", revision: 3, updated: "2026-11" });
});

test("a relation shows on both ends, a symmetric one without direction and once", () => {
  const entries = createEntries(
    pack([
      entry("qwen", {
        relations: [
          { type: "developed-by", target: "alibaba" },
          { type: "competitor-of", target: "llama" },
        ],
      }),
      entry("alibaba"),
      entry("llama", { relations: [{ type: "competitor-of", target: "qwen" }] }),
    ]),
  );
  const ties = (id: string) =>
    entries.get(id)?.ties.map((tie) => `${tie.type} ${tie.id}${tie.inverse ? " inverse" : ""}`);
  expect(ties("qwen")).toEqual(["developed-by alibaba", "competitor-of llama"]);
  expect(ties("alibaba")).toEqual(["developed-by qwen inverse"]);
  expect(ties("llama")).toEqual(["competitor-of qwen"]);
});

test("a former id finds the entry, an unknown one none", () => {
  const entries = createEntries(pack([entry("new", { formerIds: ["old"] })]));
  expect(entries.get("old")?.entry.id).toBe("new");
  expect(entries.get("toString")).toBeNull();
});
