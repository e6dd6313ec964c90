import { isWord } from "./chars.ts";
import type { Alias } from "./pack.ts";

/** Words whose first letters most acronyms leave out. */
export const SMALL =
  /^(?:of|for|from|with|by|and|the|in|on|to|a|an|at|de|del|la|las|los|le|les|l|du|des|d|der|die|das|und|für|von|y|e|et)$/i;

const BETWEEN = /[\s\-\u2010-\u2014'\u2019]+/;
const SHORTEST = 3;
const LONGEST = 8;

/**
 * What a page may introduce in brackets as short for an alias ("Technology Innovation Institute (TII)"): the first
 * letters of its words, with and without the small ones, of words in capitals all. None of what is one word or two.
 */
function initialsOf({ text, surname, everyday }: Alias): readonly string[] {
  if (surname || everyday || !BETWEEN.test(text)) return [];
  const words = text.split(BETWEEN).filter((word) => isWord(word[0] ?? ""));
  const spelt = (some: readonly string[]): string =>
    some.map((word) => (/^[A-Z]{2,}$/.test(word) ? word : (word[0] ?? "").toUpperCase())).join("");
  const own = words.filter((word) => word !== "s");
  const large = own.filter((word) => !SMALL.test(word));
  if (large.length < 2) return [];
  return [...new Set([spelt(large), spelt(own)])].filter(
    (letters) => letters.length >= SHORTEST && letters.length <= LONGEST && /^[A-Z]+$/.test(letters),
  );
}

/** Entries that may share initials; more tell nothing. */
const SHARED = 8;

/** Initials by key, each with one alias an entry and language; none that are an alias of the same entry anyway. */
export function initialsIn(
  rows: readonly { readonly alias: Alias; readonly entry: number }[],
  byKey: ReadonlyMap<string, readonly number[]>,
): Map<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.forEach(({ alias, entry }, index) => {
    for (const letters of initialsOf(alias)) {
      const key = letters.toLowerCase();
      if (byKey.get(key)?.some((number) => rows[number >> 2]!.entry === entry)) continue;
      const others = found.get(key) ?? [];
      if (others.some((other) => rows[other]!.entry === entry && rows[other]!.alias.lang === alias.lang))
        continue;
      others.push(index);
      found.set(key, others);
    }
  });
  for (const [key, { length }] of found) if (length > SHARED) found.delete(key);
  return found;
}
