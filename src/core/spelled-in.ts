import { SHIFTED } from "./gate.ts";
import { HASHTAG, walkHashtag } from "./hashtag.ts";
import type { Keys } from "./keys.ts";
import { type Gate, gatesFor } from "./places.ts";
import { isSpelled } from "./spelled.ts";

/** Places that a gate lets by before they are looked at: in one go they cost less than in turns with the gate. */
const AT_ONCE = 200;

/**
 * A browser compiles a pattern once for texts of Latin-1 alone and once more for all others, and keeps both, a hundred
 * kilobytes each: with this behind it, every text is one of the others. A gate takes it for the end.
 */
const WIDE_END = "\u2028";

/** So many words with accents that it is cheaper to level them natively, all at once, than to look at each. */
const MANY = 20;
const ACCENTS = /[\u0300-\u036f]/g;

/** Behind the letters for which words are to be looked at, as `SHIFTED` finds them; `null`: they are too many. */
function shifted(text: string): readonly number[] | null {
  const ends: number[] = [];
  for (SHIFTED.lastIndex = 0; ends.length < MANY; ends.push(SHIFTED.lastIndex))
    if (!SHIFTED.test(text)) return ends;
  return null;
}

const isTagged = (keys: Keys, text: string, start: number): boolean =>
  walkHashtag(keys, text, start).length > 0;

/** The text without accents, where that moves nothing: then it may spell more than it is taken for. */
function levelled(text: string): string {
  if (text.search(ACCENTS) >= 0) return text;
  const plain = text.normalize("NFD").replace(ACCENTS, "");
  // Each unit left at least one, so an equal number of them stands where it stood.
  return plain.length === text.length ? plain : text;
}

/**
 * In which stretches of a text some alias is spelled, whatever its borders and senses: what `scan` finds, begins in one
 * of them or is a word with one. Native where it says no; wants no more of a lexicon than `keysOf` leaves. Yields after
 * a bounded number of places.
 *
 * @param starts of the stretches, ascending, the first 0; UTF-16 offsets
 * @param letters that the page has introduced as short for a name: no key has them
 * @returns their indices, ascending
 */
export function* spelledIn(
  keys: Keys,
  written: string,
  starts: readonly number[],
  letters: readonly string[] = [],
): Generator<void, readonly number[]> {
  const found: number[] = [];
  const whole = written + WIDE_END;
  const few = shifted(whole);
  const text = few === null ? levelled(whole) : whole;
  let at = 0;
  /** All that begins before is known. */
  let until = 0;
  let isAny: (keys: Keys, text: string, start: number) => boolean = isSpelled;
  const confirm = (place: number): void => {
    if (place < until || !isAny(keys, text, place)) return;
    while (at + 1 < starts.length && (starts[at + 1] as number) <= place) at++;
    found.push(at);
    until = starts[at + 1] ?? Number.POSITIVE_INFINITY;
  };
  const gates = gatesFor(keys, text);
  for (let next = 0; next < gates.length; next++) {
    const { pattern, placeOf, isEmpty } = gates[next] as Gate;
    at = 0;
    until = 0;
    isAny = pattern === HASHTAG ? isTagged : isSpelled;
    if (pattern === SHIFTED && few !== null) {
      few.forEach((end) => {
        confirm(placeOf(text, end));
      });
      continue;
    }
    for (let from = 0; from < written.length; ) {
      const places: number[] = [];
      pattern.lastIndex = from;
      from = Number.POSITIVE_INFINITY;
      while (pattern.test(text)) {
        places.push(placeOf(text, pattern.lastIndex));
        if (isEmpty) pattern.lastIndex++;
        if (places.length < AT_ONCE) continue;
        from = pattern.lastIndex;
        break;
      }
      places.forEach(confirm);
      from = Math.max(from, until);
      yield;
    }
  }
  letters.forEach((some) => {
    at = 0;
    for (let place = written.indexOf(some); place >= 0; place = written.indexOf(some, until)) {
      while (at + 1 < starts.length && (starts[at + 1] as number) <= place) at++;
      found.push(at);
      until = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    }
  });
  return [...new Set(found)].sort((a, b) => a - b);
}
