import { isTransparent, isUnspaced, isWord } from "./chars.ts";
import { SHIFTED, WIDE } from "./gate.ts";
import type { Lexicon } from "./lexicon.ts";

/** Places of a text where an alias may begin, ascending: what all gates see, together. */
export class Places {
  readonly #text: string;
  readonly #gate: RegExp | null;
  readonly #wideGate: RegExp | null;
  /** The next place each of them sees; `NONE`: no more. */
  #plain = UNKNOWN;
  #wide = UNKNOWN;
  #shifted = UNKNOWN;
  #shiftedFrom = 0;

  constructor(lexicon: Lexicon, text: string) {
    this.#text = text;
    this.#gate = lexicon.gateOf("gate");
    this.#wideGate = WIDE.test(text) ? lexicon.gateOf("wideGate") : null;
  }

  /** The first place from `from` on; -1: none. */
  next(from: number): number {
    if (this.#plain < from && this.#plain !== NONE) this.#plain = seek(this.#gate, this.#text, from);
    if (this.#wide < from && this.#wide !== NONE) this.#wide = seek(this.#wideGate, this.#text, from);
    while (this.#shifted < from && this.#shifted !== NONE) this.#shifted = this.#shiftedNext();
    let first = this.#plain;
    if (this.#wide !== NONE && (first === NONE || this.#wide < first)) first = this.#wide;
    if (this.#shifted !== NONE && (first === NONE || this.#shifted < first)) first = this.#shifted;
    return first;
  }

  /** Start of the next word with an unseen mark in its first letters. */
  #shiftedNext(): number {
    const text = this.#text;
    SHIFTED.lastIndex = this.#shiftedFrom;
    if (!SHIFTED.test(text)) return NONE;
    this.#shiftedFrom = SHIFTED.lastIndex;
    let start = this.#shiftedFrom - 1;
    while (start > 0 && isWord(text[start - 1]!) && !isUnspaced(text[start - 1]!)) start--;
    while (isTransparent(text[start]!)) start++;
    return start;
  }
}

const NONE = -1;
const UNKNOWN = -2;

function seek(gate: RegExp | null, text: string, from: number): number {
  if (gate === null) return NONE;
  gate.lastIndex = from;
  return gate.test(text) ? gate.lastIndex : NONE;
}
