// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Mention } from "../core/mention.ts";
import { chooseMarked, type Density, repeats } from "./choose.ts";
import type { Passage } from "./passage.ts";
import { createSections } from "./sections.ts";

const mention = (entry: string, everyday = false): Mention => ({
  start: 0,
  end: 1,
  entry,
  kind: "concept",
  alias: entry,
  everyday,
  rule: "name",
  cue: null,
  others: [],
});

/** A page of headings ("# name") and paragraphs (entry ids; "~" everyday, "!" not shown). */
function page(...lines: readonly string[]) {
  document.body.replaceChildren();
  const passages: Passage[] = [];
  for (const line of lines) {
    const isHeading = line.startsWith("# ");
    const element = document.createElement(isHeading ? "h2" : "p");
    element.append(line);
    document.body.append(element);
    const ids = (isHeading ? line.slice(2) : line).split(" ").filter((id) => /^[~a-z]/.test(id));
    passages.push({
      id: passages.length,
      text: line,
      lang: "en",
      hidden: [],
      found: null,
      nodes: [element.firstChild as Text],
      starts: [0],
      block: element,
      root: document,
      inHeading: isHeading,
      mentions: ids.map((id) => mention(id.replace("~", ""), id.startsWith("~"))),
      shown: !line.startsWith("!"),
    });
  }
  return passages;
}

function marked(lines: readonly string[], density: Density, markEveryday = false): string[] {
  const passages = page(...lines);
  const chosen = chooseMarked(passages, [...document.querySelectorAll("h2")], density, markEveryday);
  return passages.map(({ mentions }) => mentions.map((one) => (chosen.has(one) ? one.entry : "-")).join(" "));
}

test("the first mention of each entry in a section is marked, and a heading's text opens its section", () => {
  const lines = ["qwen openai qwen", "qwen", "# qwen", "qwen openai", "# Other", "openai qwen"];
  expect(marked(lines, "section")).toEqual(["qwen openai -", "-", "qwen", "- openai", "", "openai qwen"]);
});

test("sections make a difference only where an entry has several mentions that could carry a mark", () => {
  expect(repeats(page("a b", "# one", "c"), false)).toBe(false);
  expect(repeats(page("a b", "# one", "a"), false)).toBe(true);
  expect(repeats(page("~a b", "# one", "~a"), false)).toBe(false);
  expect(repeats(page("~a b", "# one", "~a"), true)).toBe(true);
  const once = page("a ~b", "# one", "c ~b");
  const headings = [...document.querySelectorAll("h2")];
  expect(chooseMarked(once, [], "every", false)).toEqual(chooseMarked(once, headings, "section", false));
});

test("every and none", () => {
  const lines = ["qwen qwen", "qwen"];
  expect(marked(lines, "every")).toEqual(["qwen qwen", "qwen"]);
  expect(marked(lines, "hover")).toEqual(["- -", "-"]);
});

test("everyday words are marked only when asked for, and never take the place of a first mention", () => {
  expect(marked(["~token qwen", "token"], "section")).toEqual(["- qwen", "token"]);
  expect(marked(["~token qwen", "token"], "section", true)).toEqual(["token qwen", "-"]);
});

test("text nobody can see is not the first mention", () => {
  expect(marked(["! qwen", "qwen"], "section")).toEqual(["-", "qwen"]);
});

test("what is remembered of a page's headings is forgotten where they change", () => {
  const passages = page("a", "# one", "a", "b", "# two", "a", "a", "# three", "b");
  const headings = [...document.querySelectorAll("h2")];
  const { rankOf } = createSections();
  const chosen = (openers: readonly Element[]): number[] => {
    const marked = chooseMarked(passages, openers, "section", true, rankOf);
    expect(marked).toEqual(chooseMarked(passages, openers, "section", true));
    return passages.map(({ mentions }) => mentions.filter((mention) => marked.has(mention)).length);
  };
  const all = chosen(headings);
  expect(chosen([...headings])).toEqual(all);
  expect(chosen(headings.slice(1))).not.toEqual(all);
  expect(chosen(headings)).toEqual(all);
});

test("what is learnt while a page is read is what asking its nodes tells", () => {
  const passages = page("a", "# one", "a", "b", "# two", "a", "# ~", "a", "a", "# three", "b");
  const headings = [...document.querySelectorAll("h2")];
  const texts = passages.flatMap(({ nodes }) => nodes);
  const learnt = createSections();
  learnt.begin(() => headings);
  learnt.passed(texts.slice(0, 3), []);
  learnt.passed(texts.slice(3, 7), passages.slice(3, 7));
  learnt.passed(texts.slice(7), passages.slice(7));
  const asked = createSections();
  for (const passage of passages.slice(3))
    expect(learnt.rankOf(passage, headings, 0)).toBe(asked.rankOf(passage, headings, 0));
});
