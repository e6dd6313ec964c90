import { expect, test } from "vitest";
import type { Entry, Pack } from "../core/pack.ts";
import { report } from "./report.ts";
import { review } from "./review.ts";

const entry: Entry = {
  id: "north",
  kind: "place",
  name: "North & <i>South</i>",
  line: 'A "town"',
  summary: "North is a town that stands in the far north.",
  asOf: "2024",
  lang: "en",
  sources: ["doc"],
  aliases: [{ text: "North", cues: ["town"] }, { text: "field" }],
  facts: [{ text: "The town was founded.", date: "1901", sources: ["page"] }],
  figures: [
    {
      id: "size",
      label: "Size",
      value: 12_000,
      unit: "people",
      asOf: "2025",
      qualifier: "about",
      sources: ["page"],
    },
  ],
  events: [{ date: "1901", text: "The town is founded.", sources: ["page"] }],
  differences: [
    { claim: { text: "It is old.", sources: ["doc"] }, record: { text: "It is new.", sources: ["page"] } },
  ],
  relations: [],
};
const pack: Pack = {
  id: "tiny",
  name: "Tiny",
  revision: 1,
  licence: "CC0",
  languages: ["en"],
  updated: "2025",
  format: 1,
  sources: [
    { id: "doc", title: "The document", publisher: null, url: null, date: null, grade: "document" },
    {
      id: "page",
      title: null,
      publisher: null,
      url: "https://example.org/a?b=1&c=2",
      date: "2025",
      grade: "press",
    },
    { id: "idle", title: "Idle", publisher: null, url: null, date: null, grade: "document" },
  ],
  quotes: [
    {
      id: "q1",
      text: "We came by night",
      speaker: "Ann",
      role: "mayor",
      occasion: null,
      date: null,
      source: "doc",
      section: null,
      about: ["north"],
      wording: "reworded",
      note: "The original was not seen.",
    },
  ],
  entries: [entry],
};

test("the review page shows everything a card shows, as text", () => {
  const page = review(pack);
  expect(page).toContain("North &#38; &#60;i&#62;South&#60;/i&#62;");
  expect(page).not.toContain("<i>South");
  for (const shown of [
    "about 12,000 people",
    "It is old.",
    "It is new.",
    "We came by night",
    "The original was not seen.",
  ]) {
    expect(page).toContain(shown);
  }
  expect(page).toContain("the published original differs");
  expect(page).toContain('<a href="https://example.org/a?b=1&#38;c=2">example.org, 2025, press</a>');
});

test("the report counts, and lists what an editor should look at", () => {
  const lines = report(pack, new Set(["field", "north"])).join("\n");
  expect(lines).toMatch(/north +1 f {2}1 q {2}1 n {2}1 e {2}1\/0\/1 .* 2 aliases {2}1901/);
  expect(lines).toContain("  field: north (no policy at all)");
  expect(lines).not.toContain("  North: north");
  expect(lines).toContain("north: tied to nothing");
  expect(lines).toContain("north: as of 2024, but its newest fact is of 2025");
  expect(lines).toContain("Sources nothing rests on:\n  idle");
});
