// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { finished } from "../../test/finished.ts";
import { compile } from "../core/compile.ts";
import { keysOf } from "../core/keys.ts";
import { decode } from "../core/lexicon.ts";
import { collect } from "./collect.ts";
import { flowsTo, type Layout } from "./flows.ts";
import { type Passage, passagesOf } from "./passage.ts";

const lexicon = compile([
  { id: "gigawatt", kind: "concept", name: "gigawatt", aliases: [{ text: "GW" }] },
  { id: "open-source", kind: "concept", name: "open source", aliases: [{ text: "open source" }] },
]);
const keys = decode(keysOf(lexicon));
const INLINE = /^(b|i|code)$/;
const layout: Layout = { of: ({ localName }) => (INLINE.test(localName) ? "flow" : "break") };

function passages(...lines: readonly (readonly [name: string, ...parts: readonly (string | Element)[]])[]) {
  document.body.replaceChildren(
    ...lines.map(([name, ...parts]) => {
      const element = document.createElement(name);
      element.append(...parts);
      return element;
    }),
  );
  const found: Passage[] = [];
  let last = 0;
  const number = (): number => ++last;
  const skip = {
    isNever: ({ localName }: Element) => localName === "code",
    isOutside: () => false,
    isPlain: () => false,
  };
  for (const chunk of collect(document.body, (a, b, glued) => flowsTo(a, b, glued, layout)))
    found.push(...finished(passagesOf(chunk, { keys, layout, skip, root: document, lang: "en", number })));
  return found;
}

function part(name: string, text: string): Element {
  const element = document.createElement(name);
  element.append(text);
  return element;
}

test("each flow in which an alias is spelled makes a passage of its own; other flows make none", () => {
  const found = passages(["p", "1 GW"], ["p", "nothing"], ["p", "open ", part("b", "source"), " wins"]);
  expect(found.map(({ id, text, nodes }) => [id, text, nodes.length])).toEqual([
    [1, "1 GW", 1],
    [2, "open \u0001source\u0001 wins", 3],
  ]);
});

test("several aliases in one line make one passage, from its first node to its last", () => {
  const line = ["A GW ", part("b", "of"), " open source ", part("i", "and"), " a GW", part("b", " more")];
  const found = passages(["p", "before"], ["p", ...line], ["p", "after"]);
  expect(found.map(({ nodes, hidden }) => [nodes.map(({ data }) => data).join(""), hidden])).toEqual([
    ["A GW of open source and a GW more", []],
  ]);
});

test("letters that only meet across the border of two blocks are two flows' letters", () => {
  expect(passages(["td", "open "], ["td", "source"]).map(({ text }) => text)).toEqual(["open "]);
  expect(passages(["td", "1"], ["td", "GW"]).map(({ text }) => text)).toEqual(["GW"]);
});

test("skipped text within a line is hidden, and alone makes no passage", () => {
  const [found] = passages(["p", "1 GW of ", part("code", "GW"), " here"]);
  expect(found?.hidden).toEqual([[9, 11]]);
  expect(passages(["p", "one of ", part("code", "GW"), " here"])).toEqual([]);
  expect(passages(["p", part("code", "GW"), " and a GW"]).map(({ hidden }) => hidden)).toEqual([[[0, 2]]]);
});
