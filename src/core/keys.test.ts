import { expect, test } from "vitest";
import { finished } from "../../test/finished.ts";
import { compile } from "./compile.ts";
import { keysOf, readKeys } from "./keys.ts";
import { decode, LexiconError } from "./lexicon.ts";
import { spelledIn } from "./spelled-in.ts";

const names = ["OpenAI", "AI 기본법", "ai.gov", "通义千问", "باكستان", "200MW", "Clément Delangue", "AI法"];
const lexicon = compile(
  names.map((text, at) => ({ id: `n${at}`, kind: "concept", name: text, aliases: [{ text }] })),
);
const bytes = keysOf(lexicon);

test("keys tell of the same spellings as the whole lexicon, at the end of a text, too", () => {
  const keys = readKeys(bytes);
  for (const name of names) {
    for (const text of [
      name,
      `x ${name}`,
      `${name} x`,
      `x\u0001${name}\u0001x`,
      name.replace(" ", "\u00a0 "),
    ]) {
      expect([text, ...finished(spelledIn(keys, text, [0]))]).toEqual([text, 0]);
      expect(finished(spelledIn(lexicon, text, [0]))).toEqual([0]);
    }
    expect(finished(spelledIn(keys, name.slice(0, -1), [0]))).toEqual([]);
  }
});

test("marks nobody sees may stand within the first letters of any script", () => {
  const keys = readKeys(bytes);
  for (const name of ["OpenAI", "通义千问", "باكستان"])
    for (const at of [1, 2, 3]) {
      const text = `${name.slice(0, at)}\u200b${name.slice(at)}`;
      expect([text, ...finished(spelledIn(keys, text, [0]))]).toEqual([text, 0]);
    }
});

test("they hold on to nothing of the bytes they were read from", () => {
  const keys = readKeys(bytes);
  for (const section of ["ascii", "wide", "wideCode", "base", "check", "keyTail", "tails"] as const)
    expect(keys[section].buffer.byteLength).toBe(keys[section].byteLength);
  expect(keys).not.toHaveProperty("bytes");
});

test("a gate that is not ours is said each time it is asked for", () => {
  const broken = bytes.slice();
  const gate = decode(broken).gate as Uint8Array;
  gate.fill("*".charCodeAt(0));
  const keys = readKeys(broken);
  expect(() => keys.gateOf("gate")).toThrow(LexiconError);
  expect(() => keys.gateOf("gate")).toThrow(LexiconError);
});

test("the gate for Latin letters is written in Latin letters: a source with others takes twice the room", () => {
  expect(readKeys(bytes).gateOf("gate")?.source).toMatch(/^[\0-\x7f]+$/);
});
