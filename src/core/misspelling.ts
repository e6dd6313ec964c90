/** More guesses than this and the word was not meant to be any of them. */
const MAX_GUESSES = 8;
/** Shorter words are too like each other for a guess; three letters may be swapped, no more. */
const MIN_LENGTH = 3;
const ONE_ERROR = 4;
const TWO_ERRORS = 7;

/**
 * The words that one may have meant, likeliest first: those begun like it; else those with a letter wrong,
 * missing, too many or swapped with its neighbour; else, from seven letters on, with two such errors.
 * A guess need only begin like the word asked for, since one types from the left.
 *
 * @param words folded
 * Cost: linear in the words; only one in six or so is looked at closely.
 */
export function misspellings(words: readonly string[], asked: string): readonly string[] {
  const begun = words.filter((word) => word.startsWith(asked));
  if (begun.length > 0) return begun.sort(byLength).slice(0, MAX_GUESSES);
  if (asked.length < MIN_LENGTH || /^\d+$/.test(asked)) return [];
  const most = asked.length >= TWO_ERRORS ? 2 : 1;
  const near: string[][] = [[], [], []];
  for (const word of words) {
    if (startsAlike(word, asked)) near[prefixDistance(asked, word, most)]?.push(word);
  }
  const [, one = [], two = []] = near;
  const kept = asked.length < ONE_ERROR ? one.filter((word) => isSwapped(asked, word)) : one;
  return (kept.length > 0 || most === 1 ? kept : two).sort(byLength).slice(0, MAX_GUESSES);
}

const byLength = (a: string, b: string) => a.length - b.length;

/** One of the first two letters is right, perhaps one place off: the quick look before the close one. */
function startsAlike(a: string, b: string): boolean {
  const [first, second] = [a.charCodeAt(0), a.charCodeAt(1)];
  const [other, next] = [b.charCodeAt(0), b.charCodeAt(1)];
  return first === other || second === next || first === next || second === other;
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b.slice(0, a.length)].sort().join("");
}

/**
 * Errors between what was typed and the beginning of a word that fits it best (insertions, omissions,
 * substitutions and swaps of neighbours; Damerau's distance, restricted); anything over `most` is `most + 1`.
 */
export function prefixDistance(typed: string, word: string, most: number): number {
  if (word.length < typed.length - most) return most + 1;
  const width = Math.min(word.length, typed.length + most);
  let twoAbove: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        cost = Math.min(cost, twoAbove[column - 2]! + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [twoAbove, above] = [above, line];
  }
  return Math.min(most + 1, ...above);
}
