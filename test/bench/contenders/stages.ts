import { readKeys } from "../../../src/core/keys.ts";
import type { Mention } from "../../../src/core/mention.ts";
import { gatesFor } from "../../../src/core/places.ts";
import { spelledIn } from "../../../src/core/spelled-in.ts";
import { chooseMarked } from "../../../src/page/choose.ts";
import { collect } from "../../../src/page/collect.ts";
import { createLayout, flowsTo } from "../../../src/page/flows.ts";
import { findMainContent } from "../../../src/page/main-content.ts";
import { createMarks, type Place } from "../../../src/page/marks.ts";
import { type Passage, passagesOf } from "../../../src/page/passage.ts";
import { createSkip } from "../../../src/page/skip.ts";
import { createTable } from "../../../src/page/table.ts";
import { finished } from "../../finished.ts";
import { matcher } from "./match.ts";
import { keysText, type Outcome, settled } from "./run.ts";

interface Base64 {
  fromBase64(text: string): Uint8Array;
}

/** The parts of a reading one after the other, each on the clock: where the time goes. No watching, no slices. */
async function run(): Promise<Outcome> {
  await settled();
  const match = matcher();
  await match({ flows: [], order: [], title: "", lang: "" });
  const stages: Partial<Record<string, number>> = {};
  let at = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    stages[name] = (stages[name] ?? 0) + now - at;
    at = performance.now();
  };
  const bytes = (Uint8Array as unknown as Base64).fromBase64(keysText());
  lap("bytes");
  const keys = readKeys(bytes);
  lap("decode");
  for (const { pattern } of gatesFor(keys, "")) pattern.test("");
  lap("gate-compiled");
  const ready = (stages.bytes ?? 0) + (stages.decode ?? 0);

  at = performance.now();
  const layout = createLayout();
  const skip = createSkip(() => findMainContent(document), false, false);
  lap("main");
  const passages: Passage[] = [];
  const { lang } = document.documentElement;
  let last = 0;
  let gates = 0;
  let spelled = 0;
  let units = 0;
  const number = (): number => last++;
  for (const chunk of collect(document, (a, b, glued) => flowsTo(a, b, glued, layout))) {
    units += chunk.text.length;
    lap("collect");
    for (const { pattern, isEmpty } of gatesFor(keys, chunk.text))
      for (pattern.lastIndex = 0; pattern.test(chunk.text); gates++) if (isEmpty) pattern.lastIndex++;
    lap("gate-alone");
    spelled += finished(spelledIn(keys, chunk.text, chunk.starts)).length;
    lap("keys-alone");
    passages.push(...finished(passagesOf(chunk, { keys, layout, skip, root: document, lang, number })));
    lap("passages");
  }
  const table = createTable(() => undefined);
  table.put(passages);
  lap("table");
  const flows = passages.map(({ id, text, lang, hidden }) => ({ id, text, lang, hidden }));
  const page = { flows, order: flows.map(({ id }) => id), title: document.title, lang };
  JSON.stringify(page);
  lap("written");
  const { found } = await match(page);
  lap("away");
  for (const [id, mentions] of found) (passages[id] as Passage).mentions = mentions;
  const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")];
  const marked = chooseMarked(passages, headings, "section", false);
  lap("choose");
  const places = passages.flatMap((passage) =>
    passage.mentions.map((mention: Mention): Place => ({ passage, mention })),
  );
  const marks = createMarks(CSS.highlights, new AbortController().signal);
  marks.show(places.slice(0, 200), marked);
  lap("show");
  const here = ["main", "collect", "passages", "table", "written", "choose", "show"];
  const ms = here.reduce((sum, name) => sum + (stages[name] ?? 0), 0);
  const counts = { gates, spelled, units, flows: passages.length };
  return { ms, ready, layout: 0, found: places.length, stages: { ...stages, ...counts } };
}

export const outcome = run();
