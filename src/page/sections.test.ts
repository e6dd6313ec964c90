// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Passage } from "./passage.ts";
import { createSections } from "./sections.ts";

beforeEach(() => document.body.replaceChildren());

function add(name: string, text: string, before: Node | null = null): Text {
  const element = document.createElement(name);
  element.textContent = text;
  document.body.insertBefore(element, before);
  return element.firstChild as Text;
}
const passageOf = (node: Text): Passage => ({ nodes: [node] }) as unknown as Passage;
const headings = (): Element[] => [...document.querySelectorAll("h2")];

/** Comparisons cost the browser a walk; `rankOf` is to need none for what was read. */
function withoutComparing<T>(work: () => T): T {
  const { compareDocumentPosition } = Node.prototype;
  Node.prototype.compareDocumentPosition = () => {
    throw new Error("compared");
  };
  try {
    return work();
  } finally {
    Node.prototype.compareDocumentPosition = compareDocumentPosition;
  }
}

test("what was read has the rank at which it was passed", () => {
  const nodes = [
    add("p", "a"),
    add("h2", "one"),
    add("p", "b"),
    add("h2", "two"),
    add("h2", "three"),
    add("p", "c"),
  ];
  const sections = createSections();
  const list = headings();
  sections.begin(() => list);
  const [a, , b, , , c] = nodes.map(passageOf) as Passage[];
  sections.passed(nodes, [a!, b!, c!]);
  const ranks = withoutComparing(() => [b!, c!].map((one) => sections.rankOf(one, list, 0)));
  expect(ranks).toEqual([1, 3]);
  // More may stand before what was told than what was told of.
  expect(() => withoutComparing(() => sections.rankOf(a!, list, 0))).toThrow("compared");
  expect(sections.rankOf(a!, list, 0)).toBe(0);
});

test("a page that is still coming gets its new headings counted, and what stood before them is not asked anew", () => {
  const first = [add("h2", "one"), add("p", "a"), add("h2", "two"), add("p", "b")];
  const sections = createSections();
  let list = headings();
  sections.begin(() => list);
  const [, a, , b] = first.map(passageOf) as Passage[];
  sections.passed(first, [a!, b!]);
  const between = add("h2", "between", first[3]!.parentNode);
  const more = [add("h2", "three"), add("p", "c")];
  list = headings();
  expect(sections.rankOf(b!, list, 0)).toBe(3);
  expect(withoutComparing(() => sections.rankOf(a!, list, 0))).toBe(1);
  const c = passageOf(more[1]!);
  sections.passed([between, ...more], [c]);
  expect(withoutComparing(() => sections.rankOf(c, list, 0))).toBe(4);
});

test("other headings are other ranks", () => {
  const nodes = [add("h2", "one"), add("p", "a"), add("h2", "two"), add("p", "b")];
  const sections = createSections();
  let list = headings();
  sections.begin(() => list);
  const [, a, , b] = nodes.map(passageOf) as Passage[];
  sections.passed(nodes.slice(0, 2), [a!]);
  nodes[0]!.parentElement!.remove();
  list = headings();
  expect(sections.rankOf(a!, list, 0)).toBe(0);
  // Which heading was the last one before here is not known, until the next one is passed.
  const lost = passageOf(add("p", "lost", nodes[2]!.parentNode));
  sections.passed([lost.nodes[0]!, nodes[2]!, nodes[3]!], [lost, b!]);
  expect(sections.rankOf(lost, list, 0)).toBe(0);
  expect(sections.rankOf(b!, list, 0)).toBe(1);
});
