/**
 * The different words of many rows, in order, and who holds them:
 *
 *     words    ["ai", "qwen", "sovereign"]      sorted by code units, so that all begun alike stand together
 *     starts   [0, 2, 3, 4]                     rows of words[1]: rows[starts[1]] up to rows[starts[2]]
 *     rows     [0, 5, 3, 5]
 */
export interface WordTable {
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** @param texts the words of each row */
export function tableOf(texts: readonly (readonly string[])[]): WordTable {
  const holders = new Map<string, number[]>();
  let size = 0;
  for (const [row, words] of texts.entries()) {
    for (const word of words) {
      const rows = holders.get(word);
      if (!rows) holders.set(word, [row]);
      else if (rows.at(-1) !== row) rows.push(row);
      else continue;
      size++;
    }
  }
  const words = [...holders.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  const rows = new Uint32Array(size);
  let length = 0;
  for (const [at, word] of words.entries()) {
    for (const row of holders.get(word)!) rows[length++] = row;
    starts[at + 1] = length;
  }
  return { words, starts, rows };
}

/** Where the words begun so stand, from and up to. */
export function begun(words: readonly string[], beginning: string): readonly [from: number, to: number] {
  const from = first(words.length, (at) => words[at]! >= beginning);
  return [from, endOf(words, beginning, from)];
}

/** Where the words begun so end, looked for from a place at or before it. Cheap where the end is near. */
export function endOf(words: readonly string[], beginning: string, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < words.length && words[low + step]!.startsWith(beginning)) {
    low += step;
    step *= 2;
  }
  const width = Math.min(step, words.length - low);
  return low + first(width, (at) => !words[low + at]!.startsWith(beginning));
}

/**
 * Rows that hold a word begun so, in no order, some of them twice.
 *
 * @param isWhole only where this is all of the word
 */
export function rowsBegun(
  { words, starts, rows }: WordTable,
  beginning: string,
  isWhole = false,
): Uint32Array {
  const [from, to] = begun(words, beginning);
  // Of words begun alike the shortest stands first.
  const end = isWhole ? from + (words[from] === beginning ? 1 : 0) : to;
  return rows.subarray(starts[from], starts[end]);
}

/** The first of `length` places at which it holds; from there on it holds everywhere. */
function first(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
