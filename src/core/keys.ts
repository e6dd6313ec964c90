import { assembled } from "./assembled.ts";
import type { Lexicon, Section } from "./lexicon.ts";

/** What a page needs to tell whether some alias is spelled in a text: the gates and the array of keys. */
const NEEDED: readonly Section[] = [
  "ascii",
  "wide",
  "wideCode",
  "base",
  "check",
  "keyTail",
  "tails",
  "gate",
  "gluedGate",
  "wideGate",
];

/** A lexicon of the letters alone, a quarter as large, without a word of what they mean: enough for `spelledIn`. */
export function keysOf(lexicon: Lexicon): Uint8Array {
  return assembled((section) => (NEEDED.includes(section) ? lexicon[section] : []));
}
