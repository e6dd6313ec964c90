// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { BORDER } from "../core/mention.ts";
import { CHUNK, collect } from "./collect.ts";

const never = (): boolean => false;
const texts = (root: Element, from?: Text, until?: Text): string[] =>
  [...collect(root, never, from, until)].map(({ text }) => text.replaceAll(BORDER, "|"));

function page(...children: (string | Node)[]): Element {
  const root = document.createElement("div");
  root.append(...children);
  document.body.replaceChildren(root);
  return root;
}

function element(name: string, ...children: (string | Node)[]): Element {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

beforeEach(() => document.body.replaceChildren());

test("text nodes are joined by borders, and each start points at its node's text", () => {
  const root = page("Open", element("b", "AI"), " signs");
  const [chunk] = [...collect(root, never)];
  expect(chunk?.text).toBe(`Open${BORDER}AI${BORDER} signs`);
  expect(
    chunk?.nodes.map((node, at) => chunk.text.slice(chunk.starts[at], (chunk.starts[at] ?? 0) + node.length)),
  ).toEqual(["Open", "AI", " signs"]);
});

test("blank nodes between texts become one space", () => {
  expect(texts(page(element("b", "Stargate"), "\n   ", element("i", "UAE")))).toEqual(["Stargate |UAE"]);
});

test("a line break between glued texts is white space", () => {
  expect(texts(page("sovereign", element("br"), "AI"))).toEqual(["sovereign |AI"]);
});

test("long scripts are not read, short ones are left to the skip rules", () => {
  const root = page("before ", element("script", `var x = "${"Qwen ".repeat(100)}"`), "after");
  expect(texts(root)).toEqual(["before |after"]);
});

test("pronunciation in ruby parts no word", () => {
  expect(texts(page(element("ruby", "阿里", element("rt", "ali"), "巴巴")))).toEqual(["阿里|巴巴"]);
});

test("a chunk ends at the first border behind its size where no text flows on", () => {
  const root = page(...Array.from({ length: 5 }, (_, at) => element("p", `${at}`.repeat(CHUNK - 10))));
  expect([...collect(root, never)].map(({ nodes }) => nodes.length)).toEqual([2, 2, 1]);
  expect([...collect(root, () => true)].map(({ nodes }) => nodes.length)).toEqual([5]);
});

test("a stretch from one text to another is read alone", () => {
  const [a, b, c] = ["one", "two", "three"].map((text) => document.createTextNode(text));
  const root = page(element("p", a as Text), element("p", b as Text), element("p", c as Text));
  expect(texts(root, b, b)).toEqual(["two"]);
  expect(texts(root, a, b)).toEqual(["one|two"]);
});

test("a page that takes the node away while we rest is read on behind it", () => {
  const paragraphs = Array.from({ length: 4 }, (_, at) => element("p", `${at}`.repeat(CHUNK + 1)));
  const root = page(...paragraphs);
  const work = collect(root, never);
  expect(work.next().value?.text[0]).toBe("0");
  paragraphs[1]?.remove();
  const rest = [...work].map(({ text }) => text[0]);
  expect(rest).toContain("2");
  expect(rest).toContain("3");
});
