import { readdirSync, readFileSync } from "node:fs";
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { readLabels, stripLabels } from "./gold/labels.ts";

const FOLDER = new URL("pages/gold/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".html"));
const read = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

const inkOf = (text: string): string => text.replace(/\s+/gu, "");

test("a label is read and taken out of the page", () => {
  const page = readLabels("<body><p>At «SAP|sap» and «The <i>Curve</i>|the-curve-conference».</p></body>");
  expect(page.html).toBe("<body><p>At SAP and The <i>Curve</i>.</p></body>");
  expect(page.mentions).toEqual([
    { id: "sap", also: [], text: "SAP", order: 0, start: 2, end: 5 },
    { id: "the-curve-conference", also: [], text: "The Curve", order: 1, start: 8, end: 16 },
  ]);
});

test("a label may name further entries that are right as well", () => {
  const [label] = readLabels("«Washington|washington-dc/united-states-government»").mentions;
  expect(label).toMatchObject({ id: "washington-dc", also: ["united-states-government"] });
});

test("French quotation marks are no labels", () => {
  const html = "<p>« Bonjour », dit-elle.</p>";
  expect(stripLabels(html)).toBe(html);
  expect(readLabels("<p>« Bonjour «SAP|sap» »</p>").mentions).toHaveLength(1);
});

test("positions count what scripts and comments would add as a browser does", () => {
  const [label] = readLabels(
    "<body><!-- x --><script>ab < c</script><p title='>'>&nbsp;d «G42|g42»</p></body>",
  ).mentions;
  expect(label).toMatchObject({ start: 5, end: 8 });
});

test("a broken label is an error", () => {
  expect(() => readLabels("<p>«SAP|sap and «G42|g42»</p>")).toThrow(/broken/u);
  expect(() => readLabels("<p>SAP|sap»</p>")).toThrow(/broken/u);
  expect(() => readLabels("<p title='«SAP|sap»'>x</p>")).toThrow(/in a tag/u);
});

test("the gold set is large enough, and names entries of the bundled pack only", () => {
  const labels = FILES.flatMap((name) => readLabels(read(name)).mentions);
  expect(FILES.length).toBeGreaterThanOrEqual(12);
  expect(labels.length).toBeGreaterThanOrEqual(600);

  const entries = new URL("../src/data/entries/", import.meta.url);
  const known = new Set(
    readdirSync(entries).flatMap((name) =>
      (JSON.parse(readFileSync(new URL(name, entries), "utf8")) as { id: string }[]).map(({ id }) => id),
    ),
  );
  const used = new Set(labels.flatMap(({ id, also }) => [id, ...also]));
  expect([...used].filter((id) => !known.has(id))).toEqual([]);
});

test.each(FILES)("the labels of %s stand where a parser finds their text", (name) => {
  const { html, mentions } = readLabels(read(name));
  const { document } = new Window({ settings: { enableJavaScriptEvaluation: false } });
  document.write(html);
  const ink = inkOf(document.body.textContent);
  for (const { text, start, end } of mentions) expect(ink.slice(start, end)).toBe(inkOf(text));
});
