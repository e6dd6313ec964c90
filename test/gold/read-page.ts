import type { Lexicon } from "../../src/core/lexicon.ts";
import { createPageMatcher } from "../../src/core/page-matcher.ts";
import { collect } from "../../src/page/collect.ts";
import { flowsTo, type Layout } from "../../src/page/flows.ts";
import { findMainContent } from "../../src/page/main-content.ts";
import { nodeAt, type Passage, passagesOf } from "../../src/page/passage.ts";
import { createSkip } from "../../src/page/skip.ts";
import { finished } from "../finished.ts";

/** A mention by what stands before it: characters other than white space, as `Label` counts them. */
export interface Read {
  readonly entry: string;
  readonly text: string;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** What a browser does with these elements where no style says otherwise; the gold pages' styles do not. */
const INLINE =
  /^(a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|ins|kbd|label|mark|q|ruby|rp|rt|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
const layout: Layout = { of: ({ localName }) => (INLINE.test(localName) ? "flow" : "break") };

/** The product's own way through a page, without a screen: every mention of the document, in reading order. */
export function readPage(lexicon: Lexicon, title: string): readonly Read[] {
  const lang = document.documentElement.lang.toLowerCase();
  const skip = createSkip(() => findMainContent(document), false, false);
  const passages: Passage[] = [];
  let last = 0;
  const number = (): number => last++;
  for (const chunk of collect(document, (a, b, glued) => flowsTo(a, b, glued, layout))) {
    const context = { keys: lexicon, layout, skip, root: document, lang, number };
    passages.push(...finished(passagesOf(chunk, context)));
  }
  const inked = inkBefore();
  const order = passages.map(({ id }) => id);
  const { found } = createPageMatcher(lexicon).match({ flows: passages, order, title, lang });
  return found.flatMap(([id, mentions]) => {
    const { nodes, starts, text } = passages[id] as Passage;
    const place = (offset: number, at: number): number => {
      const node = nodes[at] as Text;
      return (inked.get(node) ?? 0) + ink(node.data.slice(0, offset - (starts[at] as number)));
    };
    return mentions.map(({ entry, start, end, rule, cue, alias }) => ({
      entry,
      text: text.slice(start, end),
      alias,
      start: place(start, nodeAt(starts, start)),
      end: place(end, nodeAt(starts, end - 1)),
      why: `${alias}, ${rule}${cue ? ` by “${cue}”` : ""}`,
    }));
  });
}

const ink = (text: string): number => text.replace(/\s/gu, "").length;

function inkBefore(): ReadonlyMap<Text, number> {
  const before = new Map<Text, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    before.set(node as Text, sum);
    sum += ink((node as Text).data);
  }
  return before;
}
