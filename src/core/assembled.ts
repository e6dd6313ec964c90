import { compact } from "./compact.ts";
import { HEADER, MAGIC, NUMBERS, SECTIONS, type Section } from "./lexicon.ts";

/** Sections → the bytes of a lexicon, each with the narrowest numbers that hold it, long lists compact. */
export function assembled(sectionOf: (name: Section) => ArrayLike<number>): Uint8Array {
  const parts = SECTIONS.map((name) => {
    const numbers = sectionOf(name);
    const kind = narrowest(numbers);
    const View = NUMBERS[kind]!;
    const fewer = compact(numbers, numbers.length * View.BYTES_PER_ELEMENT);
    return {
      count: numbers.length,
      kind: fewer?.kind ?? kind,
      bytes: fewer?.bytes ?? new Uint8Array(View.from(numbers).buffer),
    };
  });
  const sizeOf = (bytes: Uint8Array): number => (bytes.length + 3) & ~3;
  const length = parts.reduce((sum, { bytes }) => sum + sizeOf(bytes), HEADER);
  const all = new Uint8Array(length);
  const header = new Uint32Array(all.buffer, 0, HEADER / 4);
  header.set([MAGIC, length]);
  let at = HEADER;
  parts.forEach(({ count, kind, bytes }, i) => {
    header.set([at, count * 8 + kind], 2 + 2 * i);
    all.set(bytes, at);
    at += sizeOf(bytes);
  });
  return all;
}

/** Index in `NUMBERS`. */
function narrowest(numbers: ArrayLike<number>): number {
  let low = 0;
  let high = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    if (number < low) low = number;
    else if (number > high) high = number;
  }
  if (low === 0) return high < 0x100 ? 0 : high < 0x10000 ? 1 : 2;
  return Math.max(-low - 1, high) < 0x8000 ? 3 : 4;
}
