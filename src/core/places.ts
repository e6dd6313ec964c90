import { isTransparent, isUnspaced, isWord } from "./chars.ts";
import { FOREIGN, SHIFTED, WIDE } from "./gate.ts";
import type { Lexicon } from "./lexicon.ts";

/** A gate, and the next place it lets by; `NONE`: no more. */
interface Watch {
  readonly gate: RegExp;
  /** The place, by where a match ends. */
  readonly placeOf: (text: string, end: number) => number;
  /** Units before a place that a match begins with. */
  readonly reach: number;
  end: number;
  place: number;
}

/** Places of a text where an alias may begin, ascending: what all gates see, together. */
export class Places {
  readonly #text: string;
  readonly #watches: readonly Watch[];

  constructor(lexicon: Lexicon, text: string) {
    this.#text = text;
    const watches: Watch[] = [];
    const add = (gate: RegExp | null, placeOf: Watch["placeOf"], reach = 0): void => {
      if (gate === null) return;
      const watch = { gate, placeOf, reach, end: 0, place: -1 };
      seek(watch, text, 0);
      // Most texts hold nothing for most gates.
      if (watch.place !== NONE) watches.push(watch);
    };
    add(lexicon.gateOf("gate"), beforeEnd);
    add(lexicon.gateOf("gluedGate"), atEnd, 1);
    if (WIDE.test(text)) add(lexicon.gateOf("wideGate"), atEnd);
    add(FOREIGN, beforeEnd);
    add(SHIFTED, startOfWord);
    this.#watches = watches;
  }

  /** The first place from `from` on; -1: none. */
  next(from: number): number {
    let first = NONE;
    for (const watch of this.#watches) {
      if (watch.place < from) seek(watch, this.#text, from);
      if (watch.place < first) first = watch.place;
    }
    return first === NONE ? -1 : first;
  }
}

const NONE = Number.POSITIVE_INFINITY;

/** A word may be seen again by a later letter of it, so what was seen is looked at once. */
function seek(watch: Watch, text: string, from: number): void {
  const { gate, placeOf, reach } = watch;
  do {
    gate.lastIndex = Math.max(watch.end, from - reach);
    if (!gate.test(text)) {
      watch.place = NONE;
      return;
    }
    watch.end = gate.lastIndex;
    watch.place = placeOf(text, watch.end);
  } while (watch.place < from);
}

const atEnd = (_: string, end: number): number => end;
const beforeEnd = (_: string, end: number): number => end - 1;

/** The word with an unseen mark in its first letters. */
function startOfWord(text: string, end: number): number {
  let start = end - 1;
  while (start > 0 && isWord(text[start - 1]!) && !isUnspaced(text[start - 1]!)) start--;
  while (isTransparent(text[start]!)) start++;
  return start;
}
