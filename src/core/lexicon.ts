import { type EntryId, KINDS, type Kind } from "./pack.ts";

/**
 * All aliases of the enabled packs, compiled for matching: one block of bytes, read in place.
 *
 *     0  u32 "SLX" + version      4  u32 length in bytes      8  u32 start and number of elements of each section
 *
 *     ascii     u16[128]  unit → code; 0 in no alias, SEPARATOR, SKIP          ┐ the alphabet
 *     wide      u16[]     other units in use, ascending; wideCode: their codes ┘ (code 1 is the separator)
 *     base      i32[]     double array: slot of code c in state s is base[s] + c, taken if check[slot] = c + 1
 *     check     u16[]     (no two states share a base); base < 0: the one key left is ~base, its rest in `tails`
 *     keyTail   u32[]     start of each key's rest in tails (u16 codes)
 *     keyAlias  u32[]     start of each key's aliases in aliasOf
 *     aliasOf   u32[]     alias; high bit: the key is its irregular plural ("gigafactories")
 *     aliasEntry u32[], aliasFlags u8[] (FLAG), aliasPolicy u32[] (start in policies), aliasLang u16[] (string)
 *     policies  u32[]     4 lists, each a count and strings: cues, rivals, neverAfter, neverBefore
 *     entryKind u8[]      index in KINDS
 *     strings   u32[]     starts in text; high bit: two bytes a unit. First the gate, then alias texts, entry ids, words
 *     text      u8[]      Latin-1, or UTF-16 where that is too narrow; read when asked for
 *
 * The gate is the source of a regular expression made of character classes only: the first letters of the aliases.
 * Nothing in it repeats, and it is written by `compile` from code units, never from the words of a pack.
 */
export interface Lexicon {
  readonly bytes: Uint8Array;
  /** Finds the next place where an alias may begin; sticky state is set by whoever uses it. */
  readonly gate: RegExp;
  readonly ascii: Uint16Array;
  readonly wide: Uint16Array;
  readonly wideCode: Uint16Array;
  readonly base: Int32Array;
  readonly check: Uint16Array;
  readonly keyTail: Uint32Array;
  readonly tails: Uint16Array;
  readonly keyAlias: Uint32Array;
  readonly aliasOf: Uint32Array;
  readonly aliasEntry: Uint32Array;
  readonly aliasFlags: Uint8Array;
  readonly aliasPolicy: Uint32Array;
  readonly aliasLang: Uint16Array;
  readonly policies: Uint32Array;
  readonly entryKind: Uint8Array;
  readonly strings: Uint32Array;
  readonly text: Uint8Array;
}

export const SEPARATOR = 0xffff;
export const SKIP = 0xfffe;
/** Code of the separator. */
export const SPACE_CODE = 1;
export const HIGH = 0x80000000;

export const FLAG = {
  /** Two bits: 0 free, 1 capital, 2 exact. */
  case: 3,
  /** Three bits: index in `ENDINGS`. */
  inflect: 28,
  everyday: 32,
  surname: 64,
  /** A spaced dash may stand for a separator of this alias ("open – source"), or the alias was written with a dash. */
  dashed: 128,
} as const;

/** Sections in their order in the block. */
export const SECTIONS = {
  ascii: Uint16Array,
  wide: Uint16Array,
  wideCode: Uint16Array,
  base: Int32Array,
  check: Uint16Array,
  keyTail: Uint32Array,
  tails: Uint16Array,
  keyAlias: Uint32Array,
  aliasOf: Uint32Array,
  aliasEntry: Uint32Array,
  aliasFlags: Uint8Array,
  aliasPolicy: Uint32Array,
  aliasLang: Uint16Array,
  policies: Uint32Array,
  entryKind: Uint8Array,
  strings: Uint32Array,
  text: Uint8Array,
} as const;
export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly Section[];

/** "SLX" and the version of the layout. */
export const MAGIC = 0x534c5801;
/** Bytes before the first section. */
export const HEADER = 4 * (2 + 2 * SECTION_NAMES.length);

/** Only what `compile` writes: no quantifier, no group with a name, nothing that could run long. */
const GATE = /^[\w\\[\]()|?:=!^$-]+$/;

export class LexiconError extends Error {
  override name = "LexiconError";
}

/**
 * The lexicon in these bytes, without copying them (unless they are not aligned to four).
 * Cheap: views only; texts are read when asked for.
 *
 * @throws {LexiconError} if the bytes are not a whole lexicon of this version
 */
export function decode(bytes: Uint8Array): Lexicon {
  const block = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (block.byteLength < HEADER) throw new LexiconError("too short for a lexicon");
  const header = new Uint32Array(block.buffer, block.byteOffset, HEADER / 4);
  if (header[0] !== MAGIC) {
    const ours = header[0]! >>> 8 === MAGIC >>> 8;
    throw new LexiconError(ours ? "a lexicon of another version" : "not a lexicon");
  }
  if (header[1] !== block.byteLength) throw new LexiconError("a lexicon cut short");
  const views: Record<string, unknown> = {};
  for (let i = 0; i < SECTION_NAMES.length; i++) {
    const name = SECTION_NAMES[i]!;
    const View = SECTIONS[name];
    const start = header[2 + 2 * i]!;
    const length = header[3 + 2 * i]!;
    if (start < HEADER || start % 4 || start + length * View.BYTES_PER_ELEMENT > block.byteLength) {
      throw new LexiconError("a lexicon with a broken table");
    }
    views[name] = new View(block.buffer as ArrayBuffer, block.byteOffset + start, length);
  }
  const lexicon = { ...(views as unknown as Omit<Lexicon, "bytes" | "gate">), bytes: block };
  const source = stringAt(lexicon, 0);
  if (!GATE.test(source)) throw new LexiconError("a lexicon with a broken gate");
  return { ...lexicon, gate: new RegExp(source, "g") };
}

/** The bytes to store or send; `decode` reads them back. */
export const encode = (lexicon: Lexicon): Uint8Array => lexicon.bytes;

/** Texts are numbered: the gate, then aliases, then entries, then the words of policies and languages. */
export function stringAt({ strings, text }: Pick<Lexicon, "strings" | "text">, index: number): string {
  const from = strings[index] ?? 0;
  const start = from & ~HIGH;
  const end = (strings[index + 1] ?? 0) & ~HIGH;
  let read = "";
  if (from >= HIGH)
    for (let i = start; i < end; i += 2) read += String.fromCharCode(text[i]! | (text[i + 1]! << 8));
  else
    for (let i = start; i < end; i += 4096)
      read += String.fromCharCode(...text.subarray(i, Math.min(end, i + 4096)));
  return read;
}

export const aliasText = (lexicon: Lexicon, alias: number): string => stringAt(lexicon, 1 + alias);

export const entryId = (lexicon: Lexicon, entry: number): EntryId =>
  stringAt(lexicon, 1 + lexicon.aliasEntry.length + entry);

export const entryKind = (lexicon: Lexicon, entry: number): Kind =>
  KINDS[lexicon.entryKind[entry] ?? 0] ?? "concept";

export const aliasLang = (lexicon: Lexicon, alias: number): string => {
  const index = lexicon.aliasLang[alias] ?? 0;
  return index === 0
    ? ""
    : stringAt(lexicon, 1 + lexicon.aliasEntry.length + lexicon.entryKind.length + index - 1);
};

export const POLICY = { cues: 0, rivals: 1, neverAfter: 2, neverBefore: 3 } as const;

/** String numbers of one list of an alias's policy. */
export function policyOf(lexicon: Lexicon, alias: number, list: number): Uint32Array {
  const { policies } = lexicon;
  let at = lexicon.aliasPolicy[alias] ?? 0;
  for (let i = 0; i < list; i++) at += 1 + (policies[at] ?? 0);
  return policies.subarray(at + 1, at + 1 + (policies[at] ?? 0));
}
