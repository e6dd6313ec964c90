import { expand } from "./compact.ts";
import { type EntryId, KINDS, type Kind } from "./pack.ts";

/**
 * All aliases of the enabled packs, compiled for matching: one block of bytes, read in place but for long lists,
 * which are stored compact (see compact.ts).
 *
 *     0  u32 "SLX" + version   4  u32 length in bytes   8  for each section: u32 start, u32 count × 8 + kind of number
 *
 *     ascii     unit → code; 0 in no alias, SEPARATOR, SKIP                     ┐ the alphabet
 *     wide      other units in use, ascending; wideCode: their codes            ┘ (code 1 is the separator)
 *     base      double array: slot of code c in state s is base[s] + c, taken if check[slot] = c + 1
 *     check     (no two states share a base); base < 0: the one key left is ~base, its rest in `tails`
 *     keyTail   start of each key's rest in tails (codes; one of FAR and more: FAR, high byte, low byte)
 *     keyAlias  start of each key's aliases in aliasOf
 *     aliasOf   alias × 4 + what the key is of it (FORM)
 *     aliasEntry, aliasFlags (FLAG), aliasPolicy (number), aliasLang (word number + 1)
 *     policies  for each policy the starts in `lists` of its cues, rivals, neverAfter, neverBefore; then the end
 *     lists     word numbers
 *     entryKind index in KINDS
 *     blocks    start in text of every 32nd string
 *     strings   length of each × 2, + 1 if it has two bytes a unit; first alias texts, then entry ids, then words
 *     text      Latin-1, or UTF-16 where that is too narrow; read when asked for
 *     gate, gluedGate, wideGate    sources of regular expressions, see gate.ts
 *
 * Each section has the narrowest numbers that hold it. The gates are made of character classes only, the first letters
 * of the aliases, and nothing in them repeats: no word of a pack becomes a pattern.
 */
export interface Lexicon extends Readonly<Record<Section, Numbers>> {
  readonly bytes: Uint8Array;
  /** Finds the next place where an alias may begin; whoever uses it sets `lastIndex`. */
  readonly gateOf: (section: GateSection) => RegExp | null;
  /** Strings and lists of words read so far, by number and by start in `lists`. */
  readonly read: Map<number, string>;
  readonly words: Map<number, readonly string[]>;
}

export const SECTIONS = [
  "ascii",
  "wide",
  "wideCode",
  "base",
  "check",
  "keyTail",
  "tails",
  "keyAlias",
  "aliasOf",
  "aliasEntry",
  "aliasFlags",
  "aliasPolicy",
  "aliasLang",
  "policies",
  "lists",
  "entryKind",
  "blocks",
  "strings",
  "text",
  "gate",
  "gluedGate",
  "wideGate",
] as const;
export type Section = (typeof SECTIONS)[number];

export const GATES = ["gate", "gluedGate", "wideGate"] as const;
export type GateSection = (typeof GATES)[number];

/** Kinds of numbers, in the order of their codes; the codes behind them are those of `COMPACT`. */
export const NUMBERS = [Uint8Array, Uint16Array, Uint32Array, Int16Array, Int32Array] as const;
export type Numbers = InstanceType<(typeof NUMBERS)[number]>;

/** Codes of `ascii` that are no letters. */
export const SEPARATOR = 0xffff;
export const SKIP = 0xfffe;
/** Before the two bytes of a code in `tails` that one byte does not hold. */
export const FAR = 0xff;
/** Code of the separator. */
export const SPACE_CODE = 1;

export const FORM = {
  written: 0,
  /** Its irregular plural: "gigafactories". */
  plural: 1,
  /** Its initials, which count where a page introduces them. */
  initials: 2,
} as const;

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

/** "SLX" and the version of the layout. */
export const MAGIC = 0x534c5806;
/** Bytes before the first section. */
export const HEADER = 4 * (2 + 2 * SECTIONS.length);
/** Strings of one block. */
export const BLOCK = 5;

/** Only what `compile` writes: no quantifier, no group with a name, nothing that could run long. */
const GATE =
  /^[\w\\[\]()|?:=!^$\u0370-\ud7ff\uff66-\uff9d-]*(?:<![\w\\[\]()|?:=!^$\u0370-\ud7ff\uff66-\uff9d-]*)*$/;

export class LexiconError extends Error {
  override name = "LexiconError";
}

/**
 * The lexicon in these bytes, without copying them (unless they are not aligned to four).
 * Cheap: views, and the long lists of a large one; texts are read when asked for.
 *
 * @throws {LexiconError} if the bytes are not a whole lexicon of this version
 */
export function decode(bytes: Uint8Array): Lexicon {
  const block = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { byteOffset, byteLength } = block;
  const buffer = block.buffer as ArrayBuffer;
  if (byteLength < HEADER) throw new LexiconError("too short for a lexicon");
  const header = new Uint32Array(buffer, byteOffset, HEADER / 4);
  if (header[0] !== MAGIC) {
    const ours = header[0]! >>> 8 === MAGIC >>> 8;
    throw new LexiconError(ours ? "a lexicon of another version" : "not a lexicon");
  }
  if (header[1] !== byteLength) throw new LexiconError("a lexicon cut short");
  const views = {} as Record<Section, Numbers>;
  for (let i = 0; i < SECTIONS.length; i++) {
    const start = header[2 + 2 * i]!;
    const kind = header[3 + 2 * i]!;
    const view =
      start < HEADER || start % 4 || start > byteLength
        ? null
        : section(buffer, byteOffset + start, byteOffset + byteLength, kind);
    if (view === null) throw new LexiconError("a lexicon with a broken table");
    views[SECTIONS[i]!] = view;
  }
  return { ...views, bytes: block, gateOf: gatesIn(views), read: new Map(), words: new Map() };
}

/** `null` where the bytes end too early. */
function section(buffer: ArrayBuffer, start: number, end: number, kind: number): Numbers | null {
  const count = kind >>> 3;
  const View = NUMBERS[kind & 7];
  // No list of a lexicon has more items than the lexicon has bytes.
  if (!View) return expand(new Uint8Array(buffer, start, end - start), kind & 7, count, buffer.byteLength);
  return start + count * View.BYTES_PER_ELEMENT > end ? null : new View(buffer, start, count);
}

/**
 * The gates of which these are the sources, each compiled when it is asked for first.
 *
 * @throws {LexiconError} then, if `compile` did not write it
 */
export function gatesIn(sources: Readonly<Record<GateSection, Numbers>>): Lexicon["gateOf"] {
  // A loop: a function in here that knew `sources` would hold them for as long as the gates are.
  const unread = new Map<GateSection, Numbers>();
  for (const section of GATES) unread.set(section, sources[section]);
  const gates = new Map<GateSection, RegExp | null>();
  return (section) => {
    const source = unread.get(section);
    if (source) gates.set(section, gateFrom(characters(source)));
    unread.delete(section);
    return gates.get(section) ?? null;
  };
}

function gateFrom(source: string): RegExp | null {
  if (GATE.test(source)) {
    try {
      return source === "" ? null : new RegExp(source, "g");
    } catch {
      // Bytes were changed on the way: said below.
    }
  }
  throw new LexiconError("a lexicon with a broken gate");
}

/** The bytes to store or send; `decode` reads them back. */
export const encode = (lexicon: Lexicon): Uint8Array => lexicon.bytes;

function characters(codes: Numbers): string {
  let read = "";
  for (let i = 0; i < codes.length; i += 8192) {
    read += String.fromCharCode.apply(null, codes.subarray(i, i + 8192) as unknown as number[]);
  }
  return read;
}

function stringAt(lexicon: Lexicon, index: number): string {
  let string = lexicon.read.get(index);
  if (string === undefined) {
    string = readString(lexicon, index);
    lexicon.read.set(index, string);
  }
  return string;
}

function readString({ blocks, strings, text }: Lexicon, index: number): string {
  if (index >= strings.length) return ""; // broken bytes
  const bytesOf = (string: number): number => ((strings[string] ?? 0) >> 1) << ((strings[string] ?? 0) & 1);
  let start = blocks[index >> BLOCK] ?? 0;
  for (let i = (index >> BLOCK) << BLOCK; i < index; i++) start += bytesOf(i);
  const end = Math.min(start + bytesOf(index), text.length);
  if (((strings[index] ?? 0) & 1) === 0) return characters(text.subarray(start, end));
  const wide: number[] = [];
  for (let i = start; i + 1 < end; i += 2) wide.push(text[i]! | (text[i + 1]! << 8));
  return String.fromCharCode(...wide);
}

export const aliasText = (lexicon: Lexicon, alias: number): string => stringAt(lexicon, alias);

export const entryId = (lexicon: Lexicon, entry: number): EntryId =>
  stringAt(lexicon, lexicon.aliasEntry.length + entry);

export const entryKind = (lexicon: Lexicon, entry: number): Kind =>
  KINDS[lexicon.entryKind[entry] ?? 0] ?? "concept";

const wordAt = (lexicon: Lexicon, word: number): string =>
  stringAt(lexicon, lexicon.aliasEntry.length + lexicon.entryKind.length + word);

export const aliasLang = (lexicon: Lexicon, alias: number): string => {
  const word = lexicon.aliasLang[alias] ?? 0;
  return word === 0 ? "" : wordAt(lexicon, word - 1);
};

export const POLICY = { cues: 0, rivals: 1, neverAfter: 2, neverBefore: 3 } as const;

/** One list of an alias's policy, in the form `evidenceOf` gives words. */
export function policyOf(lexicon: Lexicon, alias: number, list: number): readonly string[] {
  const { policies, lists, words } = lexicon;
  const at = 4 * (lexicon.aliasPolicy[alias] ?? 0) + list;
  const from = policies[at] ?? 0;
  const to = Math.min(policies[at + 1] ?? 0, lists.length); // broken bytes may say anything
  if (from >= to) return NOTHING;
  const known = words.get(from);
  if (known !== undefined) return known;
  const read: string[] = [];
  for (let i = from; i < to; i++) {
    const word = wordAt(lexicon, lists[i]!);
    // Broken bytes may hold an empty word, which stands everywhere without end.
    if (word !== "") read.push(word);
  }
  words.set(from, read);
  return read;
}

const NOTHING: readonly string[] = [];
