import { decode } from "../../../src/core/lexicon.ts";
import type { Mention } from "../../../src/core/mention.ts";
import { Places } from "../../../src/core/places.ts";
import { resolve } from "../../../src/core/resolve.ts";
import { scan } from "../../../src/core/scan.ts";
import { chooseMarked } from "../../../src/page/choose.ts";
import { collect } from "../../../src/page/collect.ts";
import { createLayout, flowsTo } from "../../../src/page/flows.ts";
import { findMainContent } from "../../../src/page/main-content.ts";
import { createMarks, type Place } from "../../../src/page/marks.ts";
import { joinsOf, type Passage, passagesOf } from "../../../src/page/passage.ts";
import { createSkip } from "../../../src/page/skip.ts";
import { createTable } from "../../../src/page/table.ts";
import { lexiconText, type Outcome, settled } from "./run.ts";

interface Base64 {
  fromBase64(text: string): Uint8Array;
}

/** The parts of a reading one after the other, each on the clock: where the time goes. No watching, no slices. */
async function run(): Promise<Outcome> {
  await settled();
  const stages: Partial<Record<string, number>> = {};
  let at = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    stages[name] = (stages[name] ?? 0) + now - at;
    at = performance.now();
  };
  const bytes = (Uint8Array as unknown as Base64).fromBase64(lexiconText());
  lap("bytes");
  const lexicon = decode(bytes);
  lap("decode");
  new Places(lexicon, "").next(0);
  lap("gate-compiled");
  const ready = (stages.bytes ?? 0) + (stages.decode ?? 0);

  const started = performance.now();
  at = started;
  const layout = createLayout();
  const skip = createSkip(() => findMainContent(document), false, false);
  lap("main");
  const passages: Passage[] = [];
  const lang = document.documentElement.lang;
  let gates = 0;
  let units = 0;
  let candidateCount = 0;
  for (const chunk of collect(document, (a, b, glued) => flowsTo(a, b, glued, layout))) {
    units += chunk.text.length;
    lap("collect");
    const places = new Places(lexicon, chunk.text);
    for (let from = places.next(0); from >= 0; from = places.next(from + 1)) gates++;
    lap("gate");
    const joins = joinsOf(chunk, layout);
    const candidates = scan(lexicon, chunk.text, joins, lang);
    candidateCount += candidates.length;
    lap("scan");
    for (const passage of passagesOf(chunk, candidates, joins, { layout, skip, root: document, lang }))
      if (passage) passages.push(passage);
    lap("passages");
  }
  const table = createTable(() => undefined);
  table.put(passages);
  lap("table");
  const resolved = resolve(lexicon, table.passages, { title: document.title, lang });
  for (const [index, passage] of passages.entries()) passage.mentions = resolved[index] ?? [];
  lap("resolve");
  const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")];
  const marked = chooseMarked(passages, headings, "section", false);
  lap("choose");
  const places = passages.flatMap((passage) =>
    passage.mentions.map((mention: Mention): Place => ({ passage, mention })),
  );
  const marks = createMarks(CSS.highlights, new AbortController().signal);
  marks.show(places.slice(0, 200), marked);
  lap("show");
  const ms = performance.now() - started;
  return { ms, ready, layout: 0, found: places.length, stages: { ...stages, gates, units, candidateCount } };
}

export const outcome = run();
