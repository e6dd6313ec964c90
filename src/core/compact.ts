/**
 * Ways to store a long list of numbers in fewer bytes: one that only rises a little (where each key's rest begins) as
 * differences, one that seldom changes (the language of each alias) as runs, others in three bytes each. Such a list is
 * read into memory whole, so it is done where it saves much; a small lexicon is read in place.
 */
export const COMPACT = { differences: 5, threes: 6, runs: 7 } as const;

interface Stored {
  readonly kind: (typeof COMPACT)[keyof typeof COMPACT];
  readonly bytes: Uint8Array;
}

/** Bytes saved from which it is worth reading a list into memory. */
const WORTH = 8192;

/** The list in fewer bytes than `plain`; `null` where that saves little. */
export function compact(numbers: ArrayLike<number>, plain: number): Stored | null {
  let steepest = 0;
  let widest = 0;
  let runs = 0;
  for (let i = 0, last = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    steepest = Math.max(steepest, number < last ? Number.POSITIVE_INFINITY : number - last);
    widest = Math.max(widest, number < 0 ? -number - 1 : number);
    if (i === 0 || number !== last) runs++;
    last = number;
  }
  const { length } = numbers;
  const ways = [
    { size: steepest < 0x100 ? length : plain, store: inDifferences },
    { size: widest < 0x800000 ? 3 * length : plain, store: inThrees },
    { size: 4 + 8 * runs, store: inRuns },
  ];
  const best = ways.reduce((a, b) => (b.size < a.size ? b : a));
  return plain - best.size < WORTH ? null : best.store(numbers);
}

function inDifferences(numbers: ArrayLike<number>): Stored {
  const bytes = new Uint8Array(numbers.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = numbers[i]! - (i > 0 ? numbers[i - 1]! : 0);
  return { kind: COMPACT.differences, bytes };
}

function inThrees(numbers: ArrayLike<number>): Stored {
  const bytes = new Uint8Array(3 * numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    bytes.set([number, number >> 8, number >> 16], 3 * i);
  }
  return { kind: COMPACT.threes, bytes };
}

/** How many runs; then for each its number and its length. */
function inRuns(numbers: ArrayLike<number>): Stored {
  const runs: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if (i > 0 && numbers[i] === numbers[i - 1]) runs[runs.length - 1]!++;
    else runs.push(numbers[i]!, 1);
  }
  return { kind: COMPACT.runs, bytes: new Uint8Array(Int32Array.of(runs.length / 2, ...runs).buffer) };
}

/**
 * The list that was stored so.
 *
 * @param bytes from its start to the end of all there is; aligned to four
 * @param count of its numbers
 * @param most numbers there can be: broken bytes must not fill the memory
 * @returns `null` if these bytes hold no such list
 */
export function expand(
  bytes: Uint8Array<ArrayBuffer>,
  kind: number,
  count: number,
  most: number,
): Int32Array<ArrayBuffer> | null {
  if (count > most) return null;
  if (kind === COMPACT.differences) return fromDifferences(bytes, count);
  return kind === COMPACT.threes ? fromThrees(bytes, count) : fromRuns(bytes, count);
}

function fromDifferences(bytes: Uint8Array, count: number): Int32Array<ArrayBuffer> | null {
  if (count > bytes.length) return null;
  const numbers = new Int32Array(count);
  for (let i = 0, sum = 0; i < count; i++) {
    sum += bytes[i]!;
    numbers[i] = sum;
  }
  return numbers;
}

function fromThrees(bytes: Uint8Array, count: number): Int32Array<ArrayBuffer> | null {
  if (3 * count > bytes.length) return null;
  const numbers = new Int32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    // The last byte to the top and back again, so that its sign is the number's.
    numbers[i] = bytes[at]! | (bytes[at + 1]! << 8) | ((bytes[at + 2]! << 24) >> 8);
  }
  return numbers;
}

function fromRuns(bytes: Uint8Array<ArrayBuffer>, count: number): Int32Array<ArrayBuffer> | null {
  if (bytes.length < 4) return null;
  const runs = new Int32Array(bytes.buffer, bytes.byteOffset, 1)[0]!;
  if (runs < 0 || 4 + 8 * runs > bytes.length) return null;
  const pairs = new Int32Array(bytes.buffer, bytes.byteOffset + 4, 2 * runs);
  const numbers = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const length = pairs[i + 1]!;
    if (length < 0 || at + length > count) return null;
    numbers.fill(pairs[i]!, at, at + length);
    at += length;
  }
  return at === count ? numbers : null;
}
