import { Block } from "./block.ts";
import { isArabic, isDigit, isLower, isUpper } from "./chars.ts";
import {
  closing,
  inAddress,
  inCapitals,
  isUnit,
  type Opening,
  opening,
  previous,
  withoutArticle,
} from "./edges.ts";
import { isConditional, Neighbourhood, type Verdict } from "./evidence.ts";
import { keyOf } from "./fold.ts";
import { isHashtag, walkHashtag } from "./hashtag.ts";
import { endingsOf, irregularPlural } from "./inflect.ts";
import { aliasText, entryKind, FLAG, FORM, type Lexicon } from "./lexicon.ts";
import { ANOTHER, BORDER, type Candidate, type Joins, type Sense } from "./mention.ts";
import {
  goesOn,
  isAcronym,
  isName,
  isOfInstitution,
  isSomebody,
  mayIntroduce,
  namesPlace,
  versionAfter,
} from "./names.ts";
import { Places } from "./places.ts";
import { type Reading, walk } from "./walk.ts";

/**
 * Every place in `text` where an alias stands, right by all that its own block tells: letters, case, word borders,
 * excluding neighbours, evidence. Sorted by start, then longest first; what depends on the page is left to `resolve`.
 *
 * @param text text nodes joined by `BORDER`, blocks parted by `BREAK`; white space at the ends of nodes must be kept
 * @param joins asked only next to aliases
 * @param lang of the page; decides on endings only
 */
export function scan(lexicon: Lexicon, text: string, joins: Joins, lang = ""): Candidate[] {
  const candidates: Candidate[] = [];
  const places = new Places(lexicon, text);
  const place = new Place(lexicon, text, joins, lang);
  for (let at = places.next(0); at >= 0; ) {
    const readings = readingsAt(lexicon, text, at);
    at = places.next(readings.length === 0 ? at + 1 : place.read(at, readings, candidates));
  }
  return candidates;
}

/** Shortest first, of as long ones the best last. */
function readingsAt(lexicon: Lexicon, text: string, at: number): readonly Reading[] {
  const plain = walk(lexicon, text, at);
  if (!isHashtag(text, at)) return plain;
  // Of two as long the plain one counts: #DeepSeek is DeepSeek, not Deep Seek.
  return [...walkHashtag(lexicon, text, at), ...plain].sort((a, b) => a.end - b.end);
}

/** What is known about the place being read; its senses share what stands around it. */
class Place {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  readonly #joins: Joins;
  readonly #lang: string;
  /** Of the candidate read last, shared by its senses. */
  #neighbourhood: { readonly start: number; readonly end: number; readonly around: Neighbourhood } | null =
    null;
  #block: Block | null = null;

  constructor(lexicon: Lexicon, text: string, joins: Joins, lang: string) {
    this.#lexicon = lexicon;
    this.#text = text;
    this.#joins = joins;
    this.#lang = lang;
  }

  /** Adds the candidates that begin at `at`; returns where to go on. */
  read(at: number, readings: readonly Reading[], into: Candidate[]): number {
    const open = opening(this.#text, at, this.#joins);
    if (open === null) return at + 1;
    const { keyAlias, aliasOf } = this.#lexicon;
    const begin = open.number ? numberStart(this.#text, at, this.#joins) : open.start;
    const noun = afterArticle(this.#text, at);
    for (let r = readings.length - 1; r >= 0; r--) {
      const reading = readings[r]!;
      if (!this.#flows(at, reading.end)) continue;
      const found: { start: number; end: number; senses: Sense[] }[] = [];
      // Broken bytes may say anything.
      const last = Math.min(keyAlias[reading.key + 1] ?? 0, aliasOf.length);
      for (let i = keyAlias[reading.key]!; i < last; i++) {
        const initials = (aliasOf[i]! & 3) === FORM.initials;
        const end = initials
          ? this.#endOfInitials(at, open, reading)
          : this.#endOf(aliasOf[i]!, at, open, reading);
        if (end < 0) continue;
        const sense = initials
          ? this.#introducible(aliasOf[i]! >> 2, at, reading)
          : this.#sense(aliasOf[i]! >> 2, open.start, end);
        if (sense === null) continue;
        const start = noun > 0 && aliasText(this.#lexicon, sense.alias).startsWith("the ") ? noun : begin;
        const same = found.find((other) => other.end === end && other.start === start);
        if (same) same.senses.push(sense);
        else found.push({ start, end, senses: [sense] });
      }
      if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end);
      let sure = 0;
      for (const { start, end, senses } of found) {
        if (senses.length > 1) senses.sort((a, b) => b.score - a.score || a.alias - b.alias);
        into.push({ start, end, senses });
        if (this.#isSure(senses[0]!)) sure = Math.max(sure, end);
      }
      if (sure > 0) return sure;
    }
    return at + 1;
  }

  /** No border in between parts blocks. */
  #flows(start: number, end: number): boolean {
    for (
      let at = this.#text.indexOf(BORDER, start);
      at >= 0 && at < end;
      at = this.#text.indexOf(BORDER, at + 1)
    ) {
      if (!this.#joins(at)) return false;
    }
    return true;
  }

  /** Where the alias would end here, if spelling, case and borders are right; else -1. */
  #endOf(number: number, at: number, open: Opening, reading: Reading): number {
    const lexicon = this.#lexicon;
    const alias = number >> 2;
    const flags = lexicon.aliasFlags[alias]!;
    if (reading.dashed && !(flags & FLAG.dashed)) return -1;
    const how = flags & FLAG.case;
    const first = this.#text[at]!;
    const seen = this.#text.slice(at, reading.end);
    const written = how === 2 || isArabic(first) ? aliasText(lexicon, alias) : "";
    if (open.number && !(how === 2 && isUnit(written))) return -1;
    if (!open.article && isArabic(first) && !needsNoArticle(written)) return -1;
    const caps =
      seen.toUpperCase() === seen && isUpper(first) && inCapitals(this.#text, at, reading.end, this.#joins);
    if (reading.hashtag) return this.#closing(flags, reading.end, caps, at);
    if (how === 1 ? isLower(first) && !caps : how === 2 && written !== seen && !caps) {
      const plain = keyOf(written, true);
      const spelt = (number & 3) === FORM.plural ? (irregularPlural(plain) ?? plain) : plain;
      if (how === 1 || !sameCase(spelt, keyOf(seen, true))) return -1;
    }
    return this.#closing(flags, reading.end, caps, at);
  }

  /** Where the word ends; -1: it goes on, or is an address. */
  #closing(flags: number, spelt: number, caps: boolean, at: number): number {
    const endings = endingsOf((flags & FLAG.inflect) >> 2, this.#lang);
    const end = closing(this.#text, spelt, this.#joins, endings, caps);
    return end >= 0 && !inAddress(this.#text, at, end, this.#joins) ? end : -1;
  }

  /** Where the initials of an alias would end here; no ending but a possessive is theirs. */
  #endOfInitials(at: number, open: Opening, { end: letters }: Reading): number {
    if (open.number || !isAcronym(keyOf(this.#text.slice(at, letters), true))) return -1;
    const end = closing(this.#text, letters, this.#joins, [], false);
    return end >= 0 && !inAddress(this.#text, at, end, this.#joins) ? end : -1;
  }

  /** Initials say nothing until the page introduces them. */
  #introducible(alias: number, at: number, { end }: Reading): Sense {
    return { alias, score: 0, rule: "acronym", cue: keyOf(this.#text.slice(at, end), true) };
  }

  #sense(alias: number, start: number, end: number): Sense | null {
    const lexicon = this.#lexicon;
    const surname = (lexicon.aliasFlags[alias]! & FLAG.surname) !== 0;
    const kind = entryKind(lexicon, lexicon.aliasEntry[alias]!);
    if (kind === "person" && !surname && namesPlace(this.#text, end, this.#joins)) return null;
    if (kind === "place" && isOfInstitution(aliasText(lexicon, alias), this.#text, start, end, this.#joins))
      return null;
    if (this.#isOrdinary(alias) && isName(this.#text, start, this.#joins)) return null;
    if (!isConditional(lexicon, alias)) {
      return { alias, score: surname ? 0 : 2, rule: surname ? "surname" : "name", cue: null };
    }
    const around = this.#around(start, end);
    const out = around.excludes(lexicon, alias);
    // Whoever is excluded, the page must hear of him, too: "Claude Monet".
    if (out && !surname) return this.#goesOn(alias, end) ? { alias, ...NOT_HIM } : null;
    const verdict = around.weigh(lexicon, alias);
    // A rejected surname may still be another bearer's, which the page must hear of.
    if (surname)
      return { alias, score: out ? ANOTHER : Math.min(0, verdict.score), rule: "surname", cue: null };
    if (isSomebody(lexicon, alias, this.#text, start, this.#joins)) return { alias, ...NOT_HIM };
    if (!this.#isBesideNoun(alias, verdict) && this.#goesOn(alias, end)) {
      const score = verdict.score - FURTHER || ANOTHER;
      return { alias, ...verdict, score: score < 0 ? ANOTHER : score };
    }
    const number =
      verdict.score >= 0 && isUnit(aliasText(lexicon, alias)) && numberBefore(this.#text, start, this.#joins);
    if (number) return { alias, score: 3, rule: "cue-near", cue: number };
    const version = verdict.score < 0 ? "" : this.#version(alias, end);
    if (version !== "")
      return { alias, score: verdict.score + 2, rule: "cue-near", cue: verdict.cue ?? version };
    return verdict.score < 0 && !mayIntroduce(this.#text, start, end, this.#joins)
      ? null
      : { alias, ...verdict };
  }

  /** A word of everyday English, written small; nouns of other languages may have capitals. */
  #isOrdinary(alias: number): boolean {
    const lexicon = this.#lexicon;
    if ((lexicon.aliasFlags[alias]! & FLAG.everyday) === 0 || !/^(?:en|$)/.test(this.#lang)) return false;
    const word = aliasText(lexicon, alias);
    return lexicon.aliasLang[alias] === 0 && isLower(word[0]!) && !word.includes(" ");
  }

  #goesOn(alias: number, end: number): boolean {
    return goesOn(this.#lexicon, alias, this.#text, end, this.#joins);
  }

  /** All German nouns have capitals: behind the name of a firm, near its cue, one is no second name. */
  #isBesideNoun(alias: number, { rule }: Verdict): boolean {
    const lexicon = this.#lexicon;
    return (
      rule === "cue-near" &&
      this.#lang.startsWith("de") &&
      entryKind(lexicon, lexicon.aliasEntry[alias]!) !== "model"
    );
  }

  /** Models are named with numbers behind: a number there is no part of the name, but tells that it is one. */
  #version(alias: number, end: number): string {
    const lexicon = this.#lexicon;
    return entryKind(lexicon, lexicon.aliasEntry[alias]!) === "model" &&
      (lexicon.aliasFlags[alias]! & FLAG.case) !== 0 &&
      !/\d$/.test(aliasText(lexicon, alias))
      ? versionAfter(this.#text, end, this.#joins)
      : "";
  }

  #around(start: number, end: number): Neighbourhood {
    const last = this.#neighbourhood;
    if (last !== null && last.start === start && last.end === end) return last.around;
    if (!this.#block?.covers(start, end)) this.#block = new Block(this.#text, start, end, this.#joins);
    const around = new Neighbourhood(this.#block, start, end);
    this.#neighbourhood = { start, end, around };
    return around;
  }

  /** Nothing the page says can undo it, so nothing inside need be read. */
  #isSure({ alias, score }: Sense): boolean {
    return score >= 1 && this.#lexicon.aliasLang[alias] === 0;
  }
}

const NOT_HIM = { score: ANOTHER, rule: "name", cue: null } as const;

/** What it costs a name that it goes on with a capitalised word nobody knows; the sum is never undecided. */
const FURTHER = 3;

/** The number glued on before a unit belongs to the mention: 200MW. */
function numberStart(text: string, at: number, joins: Joins): number {
  let start = at;
  let i = previous(text, at, joins);
  for (let count = 0; i >= 0 && /[\d.,]/.test(text[i]!) && count < 12; count++) {
    if (isDigit(text[i]!)) start = i;
    i = previous(text, i, joins);
  }
  return start;
}

/** The number or number word that makes a unit of the two letters behind it (three GW); "" if there is none. */
function numberBefore(text: string, start: number, joins: Joins): string {
  let seen = "";
  for (let at = previous(text, start, joins); at >= 0 && seen.length < 16; at = previous(text, at, joins))
    seen = text[at] + seen;
  return NUMBER.exec(seen)?.[1] ?? "";
}
const NUMBER =
  /(\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half a|few|several))[\s-]*$/i;

/** Where the word behind "the" begins; -1 if there is no article. An alias may ask for it, but does not hold it. */
function afterArticle(text: string, at: number): number {
  const [article = ""] = /^the[\s\u0001]+/i.exec(text.slice(at, at + 8)) ?? [];
  return article === "" ? -1 : at + article.length;
}

/** An alias written with the Arabic article needs it, one without does not. */
const needsNoArticle = (alias: string): boolean => keyOf(alias) === withoutArticle(alias);

/** Letter for letter, but a word that the alias writes small may begin a sentence or stand in a headline. */
function sameCase(written: string, seen: string): boolean {
  if (written === seen) return true;
  const words = written.split(" ");
  const others = seen.split(" ");
  return words.every((word, i) => {
    const other = others[i] ?? "";
    return word === other || (word === word.toLowerCase() && other.slice(1) === word.slice(1));
  });
}
