import type { Mention } from "../core/mention.ts";
import type { EntryId } from "../core/pack.ts";
import { chooseMarked } from "../page/choose.ts";
import { headingsOf } from "../page/headings.ts";
import type { Place } from "../page/marks.ts";
import { nodeAt } from "../page/passage.ts";
import type { Reading } from "../page/reading.ts";

/** The mentions a reader steps through: all of one entry, or the first of each in its section. */
export function stops(reading: Reading, entry: EntryId | null): readonly Place[] {
  const { passages } = reading.table;
  const firsts =
    entry === null
      ? chooseMarked(passages, headingsOf([document, ...reading.shadowRoots]), "section", false)
      : null;
  const isStop = (mention: Mention): boolean => firsts?.has(mention) ?? mention.entry === entry;
  return passages
    .filter(({ shown }) => shown)
    .flatMap((passage) => passage.mentions.filter(isStop).map((mention): Place => ({ passage, mention })));
}

/** Bring a mention to the middle of the view. Scrolls at once: what waits for it must not wait for a show. */
export function scrollTo({ passage, mention }: Place): void {
  const node = passage.nodes[nodeAt(passage.starts, mention.start)];
  const element = node?.parentElement ?? passage.block;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}
