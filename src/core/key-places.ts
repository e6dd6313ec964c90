import type { Lexicon } from "./lexicon.ts";
import { Places } from "./places.ts";
import { isSpelled } from "./spelled.ts";

/**
 * Where the letters of some alias stand in a text, whatever its borders and senses: what `scan` finds in a block, it
 * finds from there on. Native where it says no. Wants no more of a lexicon than `keysOf` leaves.
 */
export class KeyPlaces {
  readonly #keys: Lexicon;
  readonly #text: string;
  readonly #places: Places;

  constructor(keys: Lexicon, text: string) {
    this.#keys = keys;
    this.#text = text;
    this.#places = new Places(keys, text);
  }

  /** The first from `from` on, which must not go back; -1: none. */
  next(from: number): number {
    let at = this.#places.next(from);
    while (at >= 0 && !isSpelled(this.#keys, this.#text, at)) at = this.#places.next(at + 1);
    return at;
  }
}

/** For a few words around a change. */
export const mayHold = (keys: Lexicon, text: string): boolean => new KeyPlaces(keys, text).next(0) >= 0;
