import { isLower, isUpper, isWord, unit } from "./chars.ts";
import { next } from "./edges.ts";
import { occurrences } from "./evidence.ts";
import { aliasText, FLAG, type Lexicon, POLICY, policyOf, stringAt } from "./lexicon.ts";
import type { Joins } from "./mention.ts";

/** Does a one-word ambiguous name go on as another name ("Claude Shannon", "Oracle Park")? */
export function goesOn(lexicon: Lexicon, alias: number, text: string, end: number, joins: Joins): boolean {
  const flags = lexicon.aliasFlags[alias]!;
  if (
    (flags & FLAG.case) === 0 ||
    flags & FLAG.everyday ||
    policyOf(lexicon, alias, POLICY.cues).length === 0
  )
    return false;
  if (/[^\p{L}]/u.test(aliasText(lexicon, alias))) return false;
  const space = next(text, end, joins);
  if (unit(text, space) !== " ") return false;
  let word = "";
  let at = next(text, space + 1, joins);
  for (; at >= 0 && isWord(text[at]!) && word.length < 24; at = next(text, at + 1, joins)) word += text[at];
  if (!isUpper(word[0] ?? "") || ![...word.slice(1)].every(isLower) || word.length < 3) return false;
  if (NO_NAME.test(word)) return false;
  const folded = word.toLowerCase();
  return ![...policyOf(lexicon, alias, POLICY.cues)].some(
    (n) => occurrences(stringAt(lexicon, n), folded).length > 0,
  );
}

/** Capitalised words that are not part of a person's or another thing's name. */
export const NO_NAME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:Inc|Corp|Co|Ltd|Group|Chief|Chair|Chairman|President|Director|Founder)$/;
