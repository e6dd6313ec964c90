import { isArabic, isUnspaced, isWord } from "./chars.ts";
import { fold } from "./fold.ts";
import { type Lexicon, POLICY, policyOf, stringAt } from "./lexicon.ts";
import { BORDER, BREAK, type Joins, type Rule } from "./mention.ts";

/**
 * What the words around an alias say about its meaning. A cue or rival counts more the nearer it stands; only the
 * block counts, and of a long block `REACH` characters to either side.
 */
const REACH = 600;
/** Gaps in folded characters: "beside" is some four words, "near" some twelve. */
const BESIDE = 30;
const NEAR = 80;

/** A stretch of text in the form cues are compared in. */
export interface Evidence {
  /** Offsets of the stretch in the scanned text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly map: Uint32Array | null;
  /** Where each word was found: starts, by string number. */
  readonly found: Map<number, readonly number[]>;
}

/** ASCII and the usual quotes and dashes; anything else, or two separators in a row, needs the way back. */
const SIMPLE = /^(?:[!-~\u2010-\u2014\u2018-\u201d\u2026\u3001-\u9fff]| (?! ))*$/;

/** Folded, with dashes as spaces: "open-source" and "open source" are one cue. */
export const evidenceOf = (text: string): string =>
  fold(text).text.replaceAll("-", " ").replace(/ {2,}/g, " ");

export function gather(text: string, from: number, to: number): Evidence {
  const part = text.slice(from, to);
  const found = new Map<number, readonly number[]>();
  if (SIMPLE.test(part)) {
    const plain = part
      .toLowerCase()
      .replace(/[-\u2010-\u2014]/g, " ")
      .replace(/[\u2018\u2019\u201b]/g, "'");
    return { from, to, text: plain, map: null, found };
  }
  const folded = fold(part);
  return { from, to, text: folded.text.replaceAll("-", " "), map: folded.map, found };
}

/** The block around a place, as far as it reaches and text flows. */
export function evidenceAround(
  text: string,
  start: number,
  end: number,
  joins: Joins,
  last: Evidence | null,
): Evidence {
  const from = stretchStart(text, start, joins);
  const to = stretchEnd(text, end, joins);
  return last !== null && last.from === from && last.to === to ? last : gather(text, from, to);
}

/** `REACH` visible characters back from `start`, or where the block begins. */
function stretchStart(text: string, start: number, joins: Joins): number {
  let limit = Math.max(0, start - REACH);
  for (let at = start; ; ) {
    const part = text.slice(limit, at);
    const border = part.lastIndexOf(BORDER);
    const stop = part.lastIndexOf(BREAK);
    if (stop > border) return limit + stop + 1;
    if (border < 0) return limit;
    at = limit + border;
    if (!joins(at)) return at + 1;
    if (limit > 0) limit--;
  }
}

function stretchEnd(text: string, end: number, joins: Joins): number {
  let limit = Math.min(text.length, end + REACH);
  for (let at = end; ; at++) {
    const part = text.slice(at, limit);
    const border = part.indexOf(BORDER);
    const stop = part.indexOf(BREAK);
    if (stop >= 0 && (border < 0 || stop < border)) return at + stop;
    if (border < 0) return limit;
    at += border;
    if (!joins(at)) return at;
    if (limit < text.length) limit++;
  }
}

/** Offset in the evidence of an offset in the scanned text. */
export function place(evidence: Evidence, offset: number): number {
  const at = offset - evidence.from;
  const { map } = evidence;
  if (map === null) return at;
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a word or phrase stands as a whole (or with a plural s), wherever the script has word borders. */
export function occurrences(text: string, word: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (standsAlone(text, at, at + word.length, word)) starts.push(at);
  }
  return starts;
}

function standsAlone(text: string, start: number, end: number, word: string): boolean {
  const first = word[0] ?? "";
  if (isArabic(first) || isUnspaced(first)) return true;
  if (start > 0 && isWord(text[start - 1]!) && !isUnspaced(text[start - 1]!)) return false;
  let after = end;
  if (text[after] === "e" && text[after + 1] === "s") after += 2;
  else if (text[after] === "s") after += 1;
  const free = (at: number): boolean => at >= text.length || !isWord(text[at]!) || isUnspaced(text[at]!);
  return free(after) || free(end);
}

export interface Verdict {
  readonly score: number;
  readonly rule: Rule;
  readonly cue: string | null;
}

/** What a name without cues has for a start: one distant rival does not undo it, a near one does. */
const SURE: Verdict = { score: 2, rule: "name", cue: null };

/** Evidence of its block for one alias at a place; see `Sense.score`. */
export function weigh(
  lexicon: Lexicon,
  alias: number,
  evidence: Evidence,
  start: number,
  end: number,
): Verdict {
  const cues = policyOf(lexicon, alias, POLICY.cues);
  const from = place(evidence, start);
  const to = place(evidence, end);
  const good = strongest(lexicon, cues, evidence, from, to);
  const bad = strongest(lexicon, policyOf(lexicon, alias, POLICY.rivals), evidence, from, to);
  const rivals = bad.best + bad.second + (bad.best > 1 ? 1 : 0) + (bad.second > 1 ? 1 : 0);
  if (cues.length === 0) return { ...SURE, score: SURE.score - rivals };
  // Between equals a near rival wins: nothing else on the page may overrule it.
  const score = good.best + good.second - rivals || (bad.best > 1 ? -1 : 0);
  if (good.best === 0) return { score, rule: "name", cue: null };
  return { score, rule: good.best > 1 ? "cue-near" : "cue-block", cue: stringAt(lexicon, good.word) };
}

/** The two weightiest words of a list around a place: 3 beside, 2 near, 1 in the block. */
function strongest(lexicon: Lexicon, words: Uint32Array, evidence: Evidence, from: number, to: number) {
  let best = 0;
  let second = 0;
  let word = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const number of words) {
    const gap = gapTo(lexicon, number, evidence, from, to);
    const weight = gap <= BESIDE ? 3 : gap <= NEAR ? 2 : gap < Number.POSITIVE_INFINITY ? 1 : 0;
    if (weight > best) second = best;
    else if (weight > second) second = weight;
    if (weight > best) best = weight;
    if (gap < nearest) {
      nearest = gap;
      word = number;
    }
  }
  return { best, second, word };
}

function gapTo(lexicon: Lexicon, number: number, evidence: Evidence, from: number, to: number): number {
  const word = stringAt(lexicon, number);
  const known = evidence.found.get(number);
  const starts = known ?? occurrences(evidence.text, word);
  if (known === undefined) evidence.found.set(number, starts);
  let gap = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    const end = start + word.length;
    if (end <= from) gap = Math.min(gap, from - end);
    else if (start >= to) gap = Math.min(gap, start - to);
  }
  return gap;
}

/** Does one of an alias's excluding phrases stand directly before or after? */
export function excluded(
  lexicon: Lexicon,
  alias: number,
  evidence: Evidence,
  start: number,
  end: number,
): boolean {
  const after = policyOf(lexicon, alias, POLICY.neverAfter);
  const before = policyOf(lexicon, alias, POLICY.neverBefore);
  if (after.length > 0) {
    const left = evidence.text.slice(0, place(evidence, start)).replace(/[\s'"(]+$/, "");
    for (const number of after) {
      const word = stringAt(lexicon, number);
      if (left.endsWith(word) && standsAlone(left, left.length - word.length, left.length, word)) return true;
    }
  }
  if (before.length > 0) {
    const right = evidence.text.slice(place(evidence, end)).replace(/^[\s'")\u300b]+/, "");
    for (const number of before) {
      const word = stringAt(lexicon, number);
      if (right.startsWith(word) && standsAlone(right, 0, word.length, word)) return true;
    }
  }
  return false;
}

/** Has the alias any say of its neighbours? Otherwise it needs no evidence. */
export function isConditional(lexicon: Lexicon, alias: number): boolean {
  return (lexicon.aliasPolicy[alias] ?? 0) !== 0;
}
