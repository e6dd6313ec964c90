import { isTransparent, isUnspaced, isWord } from "./chars.ts";
import { FOREIGN, SHIFTED, WIDE } from "./gate.ts";
import { HASHTAG } from "./hashtag.ts";
import type { Keys } from "./keys.ts";

/** A gate, and how it tells a place. */
export interface Gate {
  readonly pattern: RegExp;
  /** The place, by where a match ends. */
  readonly placeOf: (text: string, end: number) => number;
  /** Units before a place that a match begins with. */
  readonly reach: number;
  /** Its matches hold nothing: to go on, one has to step. */
  readonly isEmpty: boolean;
}

/** Anything but ASCII and the separator that `spelledIn` puts behind a text. */
const BEYOND = /[^\0-\x7f\u2028]/;

/** The gates that may have something to say of a text. */
export function gatesFor(lexicon: Keys, text: string): readonly Gate[] {
  const gates: Gate[] = [];
  const add = (pattern: RegExp | null, placeOf: Gate["placeOf"], reach = 0, isEmpty = false): void => {
    if (pattern !== null) gates.push({ pattern, placeOf, reach, isEmpty });
  };
  add(lexicon.gateOf("gate"), beforeEnd);
  add(lexicon.gateOf("gluedGate"), atEnd, 1);
  add(SHIFTED, startOfWord);
  if (text.includes("#")) add(HASHTAG, atEnd);
  if (!BEYOND.test(text)) return gates;
  if (WIDE.test(text)) add(lexicon.gateOf("wideGate"), atEnd, 0, true);
  add(FOREIGN, beforeEnd);
  return gates;
}

/** A gate amid a text, and the next place it lets by; `NONE`: no more. */
interface Watch {
  readonly gate: Gate;
  end: number;
  place: number;
}

/** Places of a text where an alias may begin, ascending: what all gates see, together. */
export class Places {
  readonly #text: string;
  readonly #watches: readonly Watch[];

  constructor(lexicon: Keys, text: string) {
    this.#text = text;
    const watches = gatesFor(lexicon, text).map((gate): Watch => ({ gate, end: 0, place: -1 }));
    for (const watch of watches) seek(watch, text, 0);
    // Most texts hold nothing for most gates.
    this.#watches = watches.filter(({ place }) => place !== NONE);
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
  const { pattern, placeOf, reach } = watch.gate;
  do {
    pattern.lastIndex = Math.max(watch.end, from - reach);
    if (!pattern.test(text)) {
      watch.place = NONE;
      return;
    }
    watch.end = pattern.lastIndex;
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
