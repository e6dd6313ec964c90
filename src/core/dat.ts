import { FAR } from "./lexicon.ts";

/** A double array with the rests of keys that no other key shares apart (Aoe 1989; one base a state, so `check` holds codes). */
export interface DoubleArray {
  readonly base: Int32Array;
  readonly check: Uint16Array;
  readonly keyTail: Uint32Array;
  readonly tails: Uint8Array;
}

/**
 * @param keys distinct, not empty, sorted; each unit is a code from 1 up
 * @throws {RangeError} if they are not
 *
 * Roughly linear in the number of units.
 */
export function doubleArray(keys: readonly string[]): DoubleArray {
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === "" || (i > 0 && keys[i]! <= keys[i - 1]!)) throw new RangeError(`key ${i} out of order`);
  }
  let base = new Int32Array(1024);
  let check = new Uint16Array(1024);
  let used = new Uint8Array(1024); // bases given away
  let dense = 1; // below this slot hardly anything is free
  let size = 1;
  const grow = (slots: number): void => {
    if (slots <= base.length) return;
    const length = Math.max(slots, base.length * 2);
    base = copied(new Int32Array(length), base);
    check = copied(new Uint16Array(length), check);
    used = copied(new Uint8Array(length), used);
  };
  const place = (codes: readonly number[]): number => {
    const first = codes[0]!;
    let taken = 0;
    const from = Math.max(dense, first + 1);
    for (let slot = from; ; slot++) {
      grow(slot - first + codes.at(-1)! + 2);
      if (check[slot] !== 0) {
        taken++;
        continue;
      }
      const at = slot - first;
      if (used[at] || codes.some((code) => check[at + code] !== 0)) continue;
      if (taken > (slot - from + 1) * 0.95) dense = slot;
      used[at] = 1;
      return at;
    }
  };

  const rest = new Uint32Array(keys.length); // where each key's rest begins in the key itself
  // Ranges of keys that share their first `depth` units, and the slot of that state.
  const open: { from: number; to: number; depth: number; slot: number }[] = [];
  if (keys.length > 0) open.push({ from: 0, to: keys.length, depth: 0, slot: 0 });
  for (let range = open.pop(); range; range = open.pop()) {
    const { from, to, depth, slot } = range;
    const codes: number[] = [];
    const starts: number[] = [];
    for (let i = from; i < to; i++) {
      const code = keys[i]!.length === depth ? 0 : keys[i]!.charCodeAt(depth);
      if (code !== codes.at(-1)) {
        codes.push(code);
        starts.push(i);
      }
    }
    const at = place(codes);
    base[slot] = at;
    size = Math.max(size, at + codes.at(-1)! + 1);
    for (let c = 0; c < codes.length; c++) check[at + codes[c]!] = codes[c]! + 1;
    for (let c = codes.length - 1; c >= 0; c--) {
      const start = starts[c]!;
      const end = starts[c + 1] ?? to;
      const child = at + codes[c]!;
      if (end - start > 1) open.push({ from: start, to: end, depth: depth + 1, slot: child });
      else {
        base[child] = ~start;
        rest[start] = Math.min(depth + 1, keys[start]!.length);
      }
    }
  }
  return { base: base.slice(0, size), check: check.slice(0, size), ...tailsOf(keys, rest) };
}

/** The keys from these places on, a byte for each code but the rare ones. */
function tailsOf(keys: readonly string[], rest: Uint32Array): Pick<DoubleArray, "keyTail" | "tails"> {
  const keyTail = new Uint32Array(keys.length + 1);
  let tails = new Uint8Array(1024);
  let length = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (length + 3 * key.length > tails.length)
      tails = copied(new Uint8Array(2 * tails.length + 3 * key.length), tails);
    for (let u = rest[i]!; u < key.length; u++) {
      const code = key.charCodeAt(u);
      if (code >= FAR) {
        tails[length++] = FAR;
        tails[length++] = code >> 8;
      }
      tails[length++] = code;
    }
    keyTail[i + 1] = length;
  }
  return { keyTail, tails: tails.slice(0, length) };
}

function copied<T extends Int32Array | Uint16Array | Uint8Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
