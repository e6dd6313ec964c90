import type { Entry, Fact, Figure, PackEvent, Quote, Source } from "../../src/core/pack.ts";
import type { CardContent, Tie } from "../../src/messages/contract.ts";

/** Small invented pieces for tests of what is shown; each test states only what it is about. */
export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `Title of ${id}`,
  publisher: null,
  url: `https://${id}.example/page`,
  date: "2025-03",
  grade: "press",
  ...more,
});

export const fact = (text: string, more: Partial<Fact> = {}): Fact => ({
  text,
  date: "2025-05-22",
  sources: ["one"],
  ...more,
});

export const figure = (id: string, value: number, unit: string, more: Partial<Figure> = {}): Figure => ({
  id,
  label: `label of ${id}`,
  value,
  unit,
  asOf: "2025-05-22",
  sources: ["one"],
  ...more,
});

export const event = (date: string, text = `what happened in ${date}`): PackEvent => ({
  date,
  text,
  sources: ["one"],
});

export const quote = (id: string, more: Partial<Quote> = {}): Quote => ({
  id,
  text: `words of ${id}`,
  speaker: "Ada Speaker",
  role: "chief of speaking",
  occasion: "a conference",
  date: "2025-10",
  source: "one",
  section: null,
  about: [],
  wording: "reworded",
  note: "Two words differ.",
  ...more,
});

export const tie = (id: string, more: Partial<Tie> = {}): Tie => ({
  id,
  name: `Name of ${id}`,
  kind: "organisation",
  line: `line of ${id}`,
  type: "operated-by",
  inverse: false,
  ...more,
});

export const entry = (more: Partial<Entry> = {}): Entry => ({
  id: "qwen",
  kind: "model",
  name: "Qwen",
  line: "Family of models by Alibaba",
  summary: "Qwen is a family of models that Alibaba has published since 2023.",
  asOf: "2026-01-13",
  lang: "en",
  sources: ["one"],
  aliases: [],
  facts: [],
  figures: [],
  events: [],
  differences: [],
  relations: [],
  ...more,
});

export const content = (
  more: Partial<Omit<CardContent, "entry">> & { readonly entry?: Partial<Entry> } = {},
): CardContent => ({
  quotes: [],
  sources: [source("one"), source("two"), source("three")],
  ties: [],
  pack: { name: "Test pack", revision: 7, updated: "2026-02" },
  ...more,
  entry: entry(more.entry),
});
