import { HEADER, MAGIC, NUMBERS, SECTIONS, type Section } from "./lexicon.ts";

/** Sections → the bytes of a lexicon, each with the narrowest numbers that hold it. */
export function assembled(sectionOf: (name: Section) => ArrayLike<number>): Uint8Array {
  const parts = SECTIONS.map((name) => {
    const numbers = sectionOf(name);
    let low = 0;
    let high = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (number < low) low = number;
      else if (number > high) high = number;
    }
    const signed = low < 0;
    const span = signed ? Math.max(-low - 1, high) * 2 + 1 : high;
    const kind = signed ? (span < 0x10000 ? 3 : 4) : span < 0x100 ? 0 : span < 0x10000 ? 1 : 2;
    return { numbers, kind, size: (numbers.length * NUMBERS[kind]!.BYTES_PER_ELEMENT + 3) & ~3 };
  });
  const length = parts.reduce((sum, { size }) => sum + size, HEADER);
  const bytes = new Uint8Array(length);
  const header = new Uint32Array(bytes.buffer, 0, HEADER / 4);
  header.set([MAGIC, length]);
  let at = HEADER;
  parts.forEach(({ numbers, kind, size }, i) => {
    header.set([at, numbers.length * 8 + kind], 2 + 2 * i);
    new NUMBERS[kind]!(bytes.buffer, at, numbers.length).set(numbers);
    at += size;
  });
  return bytes;
}
