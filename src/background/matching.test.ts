import { expect, test } from "vitest";
import { compile } from "../core/compile.ts";
import { matching } from "./matching.ts";

const lexicon = compile([
  { id: "openai", kind: "organisation", name: "OpenAI", aliases: [{ text: "OpenAI" }] },
]);
const flows = [{ id: 1, text: "OpenAI", lang: "en", hidden: [] }];
const about = { order: [1], title: "", lang: "en" };
const frame = (id: number, frameId = 0) => ({ tab: { id }, frameId });

test("the lexicon is read when the first frame asks, once for all of them", async () => {
  let reads = 0;
  const ask = matching(() => {
    reads++;
    return lexicon;
  })["page.match"];
  expect(reads).toBe(0);
  const answer = await ask({ reading: 1, page: { ...about, flows } }, frame(1));
  expect(answer.found.map(([id, mentions]) => [id, mentions.length])).toEqual([[1, 1]]);
  await ask({ reading: 1, page: { ...about, flows: [] } }, frame(1));
  expect(reads).toBe(1);
});

test("each frame has its own flows, and each new reading of a frame begins anew", async () => {
  const ask = matching(() => lexicon)["page.match"];
  await ask({ reading: 1, page: { ...about, flows } }, frame(1));
  const again = { ...about, flows: [] };
  expect((await ask({ reading: 1, page: again }, frame(1))).missing).toEqual([]);
  expect((await ask({ reading: 1, page: again }, frame(1, 7))).missing).toEqual([1]);
  expect((await ask({ reading: 1, page: again }, frame(2))).missing).toEqual([1]);
  expect((await ask({ reading: 2, page: again }, frame(1))).missing).toEqual([1]);
});

test("of many frames the one that asked longest ago is forgotten, and hears what to send again", async () => {
  const ask = matching(() => lexicon)["page.match"];
  for (let id = 0; id <= 100; id++) await ask({ reading: 1, page: { ...about, flows } }, frame(id));
  const again = { ...about, flows: [] };
  expect((await ask({ reading: 1, page: again }, frame(100))).missing).toEqual([]);
  expect((await ask({ reading: 1, page: again }, frame(0))).missing).toEqual([1]);
});
