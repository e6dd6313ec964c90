import type { EntryId } from "../core/pack.ts";
import type { Found, FrameReport } from "../messages/contract.ts";
import type { Reading } from "../page/reading.ts";

/** What the popup and the badge show of this frame: entries a reader can see, in order of first mention. */
export function reportOf(reading: Reading): FrameReport {
  const found = new Map<EntryId, { -readonly [K in keyof Found]: Found[K] }>();
  const { passages } = reading.table;
  const title = document.title;
  let mentions = 0;
  passages.forEach((passage, index) => {
    if (!passage.shown) return;
    passage.mentions.forEach((mention) => {
      mentions++;
      const known = found.get(mention.entry);
      if (known) {
        known.count++;
        known.inHeading ||= passage.inHeading;
        known.everyday &&= mention.everyday;
        return;
      }
      found.set(mention.entry, {
        entry: mention.entry,
        kind: mention.kind,
        count: 1,
        everyday: mention.everyday,
        inTitle: title.includes(mention.alias),
        inHeading: passage.inHeading,
        first: Math.round((1000 * index) / passages.length) / 1000,
      });
    });
  });
  return {
    found: [...found.values()],
    state: reading.isFull ? "heavy" : reading.isUnread ? "reading" : "done",
    mentions,
    characters: reading.totals.characters,
    cost: Math.round(reading.totals.cost * 10) / 10,
  };
}
