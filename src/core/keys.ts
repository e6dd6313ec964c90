import { assembled } from "./assembled.ts";
import { decode, GATES, gatesIn, type Lexicon, type Section } from "./lexicon.ts";

/** The array of keys. */
const LETTERS = ["ascii", "wide", "wideCode", "base", "check", "keyTail", "tails"] as const;

/** What a page needs to tell whether some alias is spelled in a text: the gates and the array of keys. */
export type Keys = Pick<Lexicon, (typeof LETTERS)[number] | "gateOf">;

const NEEDED: readonly Section[] = [...LETTERS, ...GATES];

/** A lexicon of the letters alone, a third as large, without a word of what they mean: enough for `spelledIn`. */
export function keysOf(lexicon: Lexicon): Uint8Array {
  return assembled((section) => (NEEDED.includes(section) ? lexicon[section] : []));
}

/**
 * What `keysOf` wrote, to be kept in a page for as long as it is open: apart from the bytes, of which the sources of the
 * gates are a quarter, and those go once the gates are compiled.
 *
 * @throws {LexiconError} if it did not write it
 */
export function readKeys(bytes: Uint8Array): Keys {
  const lexicon = decode(bytes);
  const apart = <S extends Section>(sections: readonly S[]) =>
    Object.fromEntries(sections.map((section) => [section, lexicon[section].slice()])) as Pick<Lexicon, S>;
  return { ...apart(LETTERS), gateOf: gatesIn(apart(GATES)) };
}
