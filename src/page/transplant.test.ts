// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Passage } from "./passage.ts";
import { transplant } from "./transplant.ts";

beforeEach(() => document.body.replaceChildren());

function build(...texts: string[]): Element {
  const line = document.createElement("p");
  for (const text of texts) {
    const part = document.createElement("b");
    part.append(text);
    line.append(part);
  }
  document.body.append(line);
  return line;
}

function passageIn(block: Element): Passage {
  const nodes = [...block.querySelectorAll("b")].map(({ firstChild }) => firstChild as Text);
  return {
    text: nodes.map(({ data }) => data).join(""),
    id: 1,
    lang: "",
    hidden: [],
    found: null,
    nodes,
    starts: [],
    block,
    root: document,
    inHeading: false,
    mentions: [],
    shown: true,
  };
}

test("finds a passage in the same words, built anew", () => {
  const old = build("Open", "AI");
  const passage = passageIn(old);
  old.remove();
  const again = build("Open", "AI");
  const now = transplant([passage], [again]).get(passage);
  expect(now?.block).toBe(again);
  expect(now?.nodes).toEqual([...again.querySelectorAll("b")].map(({ firstChild }) => firstChild));
});

test("finds none in other words, or in a part of them", () => {
  const old = build("Open", "AI");
  const passage = passageIn(old);
  old.remove();
  expect(transplant([passage], [build("Open", "air")]).size).toBe(0);
  document.body.replaceChildren();
  expect(transplant([passage], [build("Open")]).size).toBe(0);
});

test("gives each of two equal passages a place of its own", () => {
  const [first, second] = [build("Qwen"), build("Qwen")];
  const passages = [passageIn(first), passageIn(second)];
  document.body.replaceChildren();
  const [one, other] = [build("Qwen"), build("Qwen")];
  const found = transplant(passages, [one, other]);
  expect(passages.map((passage) => found.get(passage)?.block)).toEqual([one, other]);
});

test("keeps the block where only the text in it was replaced", () => {
  const block = build("Qwen");
  const passage = passageIn(block);
  block.replaceChildren();
  const part = document.createElement("b");
  part.append("Qwen");
  block.append(part);
  expect(transplant([passage], [part]).get(passage)?.block).toBe(block);
});
