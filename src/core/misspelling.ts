import { begun, endOf } from "./search-words.ts";

/** More guesses than this and the word was not meant to be any of them. */
const MAX_GUESSES = 8;
/** Shorter words are not worth a guess, and are none; three letters may be swapped, no more. */
const MIN_LENGTH = 3;
const ONE_ERROR = 4;
const TWO_ERRORS = 7;

/**
 * The words that one may have meant, likeliest first: those begun like it; else those with a letter wrong,
 * missing, too many or swapped with its neighbour; else, from seven letters on, with two such errors.
 * A guess need only begin like the word asked for, since one types from the left.
 *
 * @param words folded, different, sorted by code units
 * Cost: words begun like no good guess are passed over together, so some hundreds of a million are looked at.
 */
export function misspellings(words: readonly string[], asked: string): readonly string[] {
  const [from, to] = begun(words, asked);
  const same = shortest(to - from, (at) => words[from + at]!);
  if (same.length > 0) return same;
  if (asked.length < MIN_LENGTH || /^\d+$/.test(asked)) return [];
  const most = asked.length >= TWO_ERRORS ? 2 : 1;
  const near: string[][] = [[], [], []];
  within(words, asked, most, (word, errors) => {
    if (startsAlike(word, asked)) near[errors]!.push(word);
  });
  const [, one = [], two = []] = near;
  const kept = asked.length < ONE_ERROR ? one.filter((word) => isSwapped(asked, word)) : one;
  const guesses = kept.length > 0 || most === 1 ? kept : two;
  return shortest(guesses.length, (at) => guesses[at]!);
}

/** The shortest, in their order, without sorting what may be half of all words. */
function shortest(count: number, word: (at: number) => string): readonly string[] {
  const byLength: string[][] = [];
  for (let at = 0; at < count; at++) {
    const one = word(at);
    if (one.length < MIN_LENGTH) continue;
    byLength[one.length] ??= [];
    if (byLength[one.length]!.length < MAX_GUESSES) byLength[one.length]!.push(one);
  }
  return byLength.flat().slice(0, MAX_GUESSES);
}

/** One of the first two letters is right, perhaps one place off. */
function startsAlike(a: string, b: string): boolean {
  const [first, second] = [a.charCodeAt(0), a.charCodeAt(1)];
  const [other, next] = [b.charCodeAt(0), b.charCodeAt(1)];
  return first === other || second === next || first === next || second === other;
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b.slice(0, a.length)].sort().join("");
}

/**
 * Words whose best-fitting beginning has at most so many errors against what was typed (insertions, omissions,
 * substitutions and swaps of neighbours; Damerau's distance, restricted).
 *
 * The table of the distance is filled column by column, a column for each letter of the word. Words stand
 * sorted, so a column holds for all that begin alike, and where a column has only larger numbers, so has every
 * one after it: all words begun so are passed over at once.
 */
export function within(
  words: readonly string[],
  typed: string,
  most: number,
  found: (word: string, errors: number) => void,
): void {
  const height = typed.length;
  const width = height + most;
  const columns = Array.from({ length: width + 1 }, () => new Uint16Array(height + 1));
  /** Least number in each column: what it can still come to. */
  const least = new Uint16Array(width + 1);
  /** Errors of the best beginning up to each column. */
  const best = new Uint16Array(width + 1);
  for (let row = 0; row <= height; row++) columns[0]![row] = row;
  best[0] = height;
  let before = "";
  let depth = 0; // columns that hold for `before`
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    let shared = 0;
    while (shared < depth && word[shared] === before[shared]) shared++;
    depth = shared;
    before = word;
    while (depth < word.length && depth < width && least[depth]! <= most) {
      depth++;
      const next = column(columns, typed, word, depth);
      least[depth] = next;
      best[depth] = Math.min(best[depth - 1]!, columns[depth]![height]!);
    }
    if (best[depth]! <= most) {
      found(word, best[depth]!);
      at++;
    } else if (least[depth]! > most || depth === width) at = endOf(words, word.slice(0, depth), at);
    else at++;
  }
}

/** Fills the column of the word's letter before this depth. @returns its least number */
function column(columns: readonly Uint16Array[], typed: string, word: string, depth: number): number {
  const [here, left, farLeft] = [columns[depth]!, columns[depth - 1]!, columns[depth - 2]];
  const letter = word[depth - 1];
  here[0] = depth;
  let least = depth;
  for (let row = 1; row <= typed.length; row++) {
    const same = typed[row - 1] === letter;
    let cost = Math.min(left[row]! + 1, here[row - 1]! + 1, left[row - 1]! + (same ? 0 : 1));
    if (farLeft && row > 1 && typed[row - 2] === letter && typed[row - 1] === word[depth - 2])
      cost = Math.min(cost, farLeft[row - 2]! + 1);
    here[row] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
