import { assembled } from "./assembled.ts";
import { isWord } from "./chars.ts";
import { doubleArray } from "./dat.ts";
import { isUnit, withoutArticle } from "./edges.ts";
import { cueOf, evidenceOf } from "./evidence.ts";
import { gateSource, gluedGateSource, type Opening, wideGateSource } from "./gate.ts";
import { INFLECT, irregularPlural } from "./inflect.ts";
import { initialsIn } from "./initials.ts";
import {
  BLOCK,
  decode,
  FLAG,
  FORM,
  type Lexicon,
  SEPARATOR,
  type Section,
  SKIP,
  SPACE_CODE,
} from "./lexicon.ts";
import { type Alias, type EntryId, KINDS, type Kind } from "./pack.ts";

/** What of an entry goes into a lexicon. */
export interface Compilable {
  readonly id: EntryId;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly Alias[];
}

/**
 * All aliases of these entries as one lexicon; the order of entries decides between equals.
 * Same entries, same bytes. About 10 µs an alias; belongs into the build or the background.
 */
export function compile(entries: readonly Compilable[]): Lexicon {
  const rows = entries.flatMap(({ aliases }, index) => aliases.map((alias) => row(alias, index)));

  const byKey = new Map<string, number[]>();
  const put = (key: string, value: number): void => {
    const all = byKey.get(key);
    if (all) all.push(value);
    else if (key !== "") byKey.set(key, [value]);
  };
  rows.forEach(({ key, plural }, index) => {
    put(key, 4 * index + FORM.written);
    if (plural !== null) put(plural, 4 * index + FORM.plural);
  });
  const initials = initialsIn(rows, byKey);
  for (const [key, numbers] of initials) for (const index of numbers) put(key, 4 * index + FORM.initials);

  const alphabet = alphabetOf(byKey.keys());
  const byCodes = new Map<string, readonly number[]>();
  for (const [key, numbers] of byKey) byCodes.set(alphabet.coded(key), numbers);
  const keys = [...byCodes.keys()].sort();
  const trie = doubleArray(keys);

  const keyAlias = [0];
  const aliasOf: number[] = [];
  for (const key of keys) {
    for (const number of byCodes.get(key)!) aliasOf.push(number);
    keyAlias.push(aliasOf.length);
  }

  const words = new Pool();
  // Before the many words of rules, so that their numbers are small.
  const aliasLang = rows.map(({ alias }) => (alias.lang ? 1 + words.add(alias.lang.toLowerCase()) : 0));
  const rules = policiesOf(rows, words);
  const openings: Opening[] = [];
  for (const { key, plural, upper, capitals, unit } of rows) {
    openings.push({ key, upper, capitals, unit });
    if (plural !== null) openings.push({ key: plural, upper, capitals, unit });
  }
  for (const key of initials.keys()) openings.push({ key, upper: true, capitals: true, unit: false });
  const sections: Record<Section, ArrayLike<number>> = {
    ...alphabet,
    ...trie,
    keyAlias,
    aliasOf,
    aliasEntry: rows.map(({ entry }) => entry),
    aliasFlags: rows.map(({ flags }) => flags),
    ...rules,
    aliasLang,
    entryKind: entries.map(({ kind }) => KINDS.indexOf(kind)),
    ...packed([...rows.map(({ alias }) => alias.text), ...entries.map(({ id }) => id), ...words.all]),
    gate: unitsOf(gateSource(openings)),
    gluedGate: unitsOf(gluedGateSource(openings)),
    wideGate: unitsOf(wideGateSource(openings)),
  };
  return decode(assembled((name) => sections[name]));
}

const unitsOf = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

const phraseOf = (phrase: string): string => evidenceOf(phrase).trim();

/** Words stand for their plurals and for phrases that hold them: with both in a list, one place would count twice. */
function apart(words: ReadonlySet<string>): string[] {
  const parts = (word: string): string[] => {
    const all = word.split(" ");
    return all.flatMap((_, i) => all.slice(i).map((__, n) => all.slice(i, i + n + 1).join(" ")));
  };
  const isOther = (word: string) => (part: string) => part !== word && words.has(part);
  return [...words].filter(
    (word) =>
      word !== "" &&
      !parts(word).some(isOther(word)) &&
      !["s", "es"].some((ending) => word.endsWith(ending) && words.has(word.slice(0, -ending.length))),
  );
}

/** Equal policies are one. Policy 0 has no rules. */
function policiesOf(rows: readonly { readonly alias: Alias }[], words: Pool) {
  const policies = [0, 0, 0, 0];
  const lists: number[] = [];
  const known = new Map<string, number>([["", 0]]);
  const aliasPolicy = rows.map(({ alias: { cues, rivals, neverAfter, neverBefore } }) => {
    if (!cues && !rivals && !neverAfter && !neverBefore) return 0;
    const rules = [cues, rivals, neverAfter, neverBefore].map((list, kind) =>
      apart(new Set((list ?? []).map(kind < 2 ? cueOf : phraseOf))),
    );
    const name = rules.some((list) => list.length > 0) ? JSON.stringify(rules) : "";
    const number = known.get(name) ?? policies.length / 4;
    if (known.has(name)) return number;
    known.set(name, number);
    for (const list of rules) {
      policies.push(lists.length);
      for (const word of list) lists.push(words.add(word));
    }
    return number;
  });
  policies.push(lists.length);
  return { policies, lists, aliasPolicy };
}

interface Row {
  readonly alias: Alias;
  readonly entry: number;
  readonly key: string;
  readonly plural: string | null;
  readonly flags: number;
  /** A mention begins with a capital. */
  readonly upper: boolean;
  /** It is written in capitals throughout. */
  readonly capitals: boolean;
  readonly unit: boolean;
}

function row(alias: Alias, entry: number): Row {
  const how = caseOf(alias);
  const inflect = inflectOf(alias, how);
  const key = withoutArticle(alias.text);
  const plural = inflect === INFLECT.plural ? irregularPlural(key) : null;
  const dashed = how === 0 || /\p{Pd}/u.test(alias.text);
  const flags =
    how |
    (inflect << 2) |
    (alias.everyday ? FLAG.everyday : 0) |
    (alias.surname ? FLAG.surname : 0) |
    (dashed ? FLAG.dashed : 0);
  return {
    alias,
    entry,
    key,
    plural,
    flags,
    upper: how === 1 || (how === 2 && /^\p{Lu}/u.test(alias.text)),
    capitals: how === 2 && /^[A-Z\d]+$/.test(alias.text),
    unit: how === 2 && isUnit(alias.text),
  };
}

/** 0 free, 1 capital, 2 exact; unset as `Alias` says. */
function caseOf({ case: how, text }: Alias): number {
  if (how !== undefined) return how === "free" ? 0 : how === "capital" ? 1 : 2;
  const exact = /\p{L}.*\p{Lu}/su.test(text) || /^\p{Lu}\p{L}{0,3}$/u.test(text);
  return exact ? 2 : 0;
}

function inflectOf({ inflect, text, surname, lang }: Alias, how: number): number {
  if (inflect === "none") return INFLECT.none;
  if (inflect === "plural") return INFLECT.plural;
  const last = lastWord(text);
  if (surname || !/\p{Script=Latin}/u.test(last)) return INFLECT.name;
  if (/^de\b/.test(lang ?? "") && how === 0) return INFLECT.german;
  if (how === 0 || /^\p{Ll}{3,}$/u.test(last)) return INFLECT.plural;
  return /^[\p{Lu}\p{N}]{2,}$/u.test(last) ? INFLECT.acronym : INFLECT.name;
}

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && isWord(text[start - 1]!)) start--;
  return text.slice(start);
}

/** Codes by frequency, so that frequent letters lie close together in the array. */
function alphabetOf(keys: Iterable<string>) {
  const count = new Uint32Array(0x10000);
  for (const key of keys) for (let i = 0; i < key.length; i++) count[key.charCodeAt(i)]!++;
  count[32] = 0;
  const units = Array.from(count.keys()).filter((unit) => count[unit]! > 0);
  units.sort((a, b) => count[b]! - count[a]! || a - b);
  const codes = new Map(units.map((unit, i) => [unit, SPACE_CODE + 1 + i]));
  codes.set(32, SPACE_CODE);
  const codeOf = new Uint16Array(0x10000);
  for (const [unit, code] of codes) codeOf[unit] = code;
  const ascii = new Uint16Array(128);
  for (let unit = 0; unit < 128; unit++) {
    const c = String.fromCharCode(unit);
    ascii[unit] = codes.get(c.toLowerCase().charCodeAt(0)) ?? 0;
    if (/[\s-]/.test(c)) ascii[unit] = SEPARATOR;
  }
  ascii[96] = codes.get(39) ?? 0;
  ascii[1] = SKIP;
  const wide = units.filter((unit) => unit > 127).sort((a, b) => a - b);
  return {
    ascii,
    wide,
    wideCode: wide.map((unit) => codes.get(unit)!),
    /** The key with codes for units. */
    coded(key: string): string {
      const units: number[] = [];
      for (let i = 0; i < key.length; i++) units.push(codeOf[key.charCodeAt(i)]!);
      // In one piece, unlike what is added up: pieces are slow to compare.
      return String.fromCharCode(...units);
    },
  };
}

/** Strings without repeats. */
class Pool {
  readonly #index = new Map<string, number>();
  readonly all: string[] = [];
  add(text: string): number {
    const known = this.#index.get(text);
    if (known !== undefined) return known;
    this.#index.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

function packed(all: readonly string[]): Record<"blocks" | "strings" | "text", ArrayLike<number>> {
  const blocks: number[] = [];
  const strings: number[] = [];
  const text = new Uint8Array(2 * all.reduce((sum, string) => sum + string.length, 0));
  let length = 0;
  for (const string of all) {
    if (strings.length % (1 << BLOCK) === 0) blocks.push(length);
    const wide = /[^\0-\xff]/.test(string);
    strings.push(2 * string.length + (wide ? 1 : 0));
    for (let i = 0; i < string.length; i++) {
      const unit = string.charCodeAt(i);
      text[length++] = unit & 255;
      if (wide) text[length++] = unit >> 8;
    }
  }
  return { blocks, strings, text: text.subarray(0, length) };
}
