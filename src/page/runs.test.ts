// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { finished } from "../../test/finished.ts";
import { createLayout } from "./flows.ts";
import type { Passage } from "./passage.ts";
import { type Run, readRuns } from "./runs.ts";
import { createTable } from "./table.ts";

/** Paragraphs each of which has changed, their passages known; the texts in the order in which they are read again. */
function readingOrder(near: readonly string[], changed: readonly string[]): readonly string[] {
  document.body.innerHTML = changed.map((text) => `<p>${text}</p>`).join("");
  const texts = [...document.querySelectorAll("p")].map((paragraph) => paragraph.firstChild as Text);
  const table = createTable(() => undefined);
  const passages = texts.map(
    (node, id): Passage => ({
      ...{ id, text: node.data, lang: "", hidden: [], nodes: [node], starts: [0], root: document },
      ...{ block: node.parentElement as Element, inHeading: false, found: null, mentions: [], shown: true },
    }),
  );
  table.put(passages);
  const runs = texts.map((node): Run => [node, node]);
  const read: string[] = [];
  const job = readRuns(runs, {
    table,
    layout: createLayout(),
    *read(chunk) {
      read.push(chunk.text);
      yield;
    },
    isNear: ({ text }) => near.includes(text),
  });
  finished(job);
  expect(runs).toEqual([]);
  return read;
}

test("of many changes those before the reader's eyes are read first", () => {
  const many = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  const far = many.filter((_, at) => at !== 3 && at !== 17);
  expect(readingOrder(["line 3", "line 17"], many)).toEqual(["line 17", "line 3", ...far.reverse()]);
});

test("of few the last one is", () => {
  expect(readingOrder(["a"], ["a", "b", "c"])).toEqual(["c", "b", "a"]);
});
