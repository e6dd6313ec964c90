import type { Mention } from "../core/mention.ts";
import type { EntryId } from "../core/pack.ts";
import type { Passage } from "./passage.ts";
import { createSections, type RankOf } from "./sections.ts";

export type Density = "section" | "every" | "hover";

/**
 * Which mentions carry a visible mark: the first of each entry in a section by default. A section is what a
 * heading governs; text before the first heading is one, too. A heading's own text belongs to the section it opens.
 *
 * @param passages reading order
 * @param headings of the document and its shadow roots, reading order
 * @param rankOf keep one for a page that is chosen for again and again
 */
export function chooseMarked(
  passages: readonly Passage[],
  headings: readonly Element[],
  density: Density,
  markEveryday: boolean,
  rankOf: RankOf = createSections().rankOf,
): ReadonlySet<Mention> {
  const marked = new Set<Mention>();
  if (density === "hover") return marked;
  const openers = density === "section" ? headings : [];
  let section = 0;
  let seen = new Set<EntryId>();
  passages.forEach((passage) => {
    const rank = rankOf(passage, openers, section);
    if (rank !== section) seen = new Set();
    section = rank;
    if (!passage.shown) return;
    passage.mentions.forEach((mention) => {
      if (mention.everyday && !markEveryday) return;
      if (density === "section" && seen.has(mention.entry)) return;
      seen.add(mention.entry);
      marked.add(mention);
    });
  });
  return marked;
}

/** Whether some entry has several mentions that could carry a mark: otherwise sections make no difference. */
export function repeats(passages: readonly Passage[], markEveryday: boolean): boolean {
  const seen = new Set<EntryId>();
  return passages.some(({ mentions }) =>
    mentions.some(({ entry, everyday }) => {
      if (everyday && !markEveryday) return false;
      if (seen.has(entry)) return true;
      seen.add(entry);
      return false;
    }),
  );
}
