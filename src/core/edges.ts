import {
  isApostrophe,
  isArabic,
  isDigit,
  isHangul,
  isKatakana,
  isLower,
  isSpace,
  isTransparent,
  isUnspaced,
  isUpper,
  isWord,
  unit,
} from "./chars.ts";
import { keyOf } from "./fold.ts";
import { BORDER, BREAK, type Joins } from "./mention.ts";

/** Where mentions may begin and end. Offsets are into the scanned text; -1 stands for the edge of the block. */

/** The visible unit before `at`. */
export function previous(text: string, at: number, joins: Joins): number {
  for (let i = at - 1; i >= 0; i--) {
    const c = text[i]!;
    if (c === BREAK || (c === BORDER && !joins(i))) return -1;
    if (!isTransparent(c)) return i;
  }
  return -1;
}

/** The visible unit at or after `at`. */
export function next(text: string, at: number, joins: Joins): number {
  for (let i = at; i < text.length; i++) {
    const c = text[i]!;
    if (c === BREAK || (c === BORDER && !joins(i))) return -1;
    if (!isTransparent(c)) return i;
  }
  return -1;
}

/** Up to `count` visible units from `at` on. */
export function ahead(text: string, at: number, joins: Joins, count: number): string {
  let seen = "";
  for (let i = next(text, at, joins); i >= 0 && seen.length < count; i = next(text, i + 1, joins))
    seen += text[i];
  return seen;
}

/** What stands before an apostrophe that parts an article or preposition from its noun (l'IA, dell'IA, qu'OpenAI). */
const ELIDED =
  /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|un|all|dall|dell|nell|sull|coll|quest|quell|gl)$/i;
/** Conjunction, preposition and article, glued on. */
const ARABIC_PREFIX = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644|[\u0628\u0643\u0644]?)$/;

/** An Arabic name is found with and without article and prefixes, so its key begins after them; not so in ألتمان. */
export function withoutArticle(alias: string): string {
  const key = keyOf(alias);
  const article = alias.startsWith("\u0627\u0644") && isArabic(key[4] ?? "");
  return article ? key.slice(2) : key;
}

export interface Opening {
  /** Where the mention begins: at the Arabic article, if there is one. */
  readonly start: number;
  readonly article: boolean;
  /** A number is glued on before (200MW): only an abbreviation like a unit's may begin here. */
  readonly number: boolean;
}

/** An abbreviation of two letters may be a unit, and follow its number without a space. */
export const isUnit = (alias: string): boolean => /^[A-Za-z]{2}$/.test(alias);

/** May a mention begin here? `null`: no, the word began before. */
export function opening(text: string, start: number, joins: Joins): Opening | null {
  const open = { start, article: false, number: false };
  const at = previous(text, start, joins);
  if (at < 0) return open;
  const before = unit(text, at);
  const first = text[start]!;
  if (isApostrophe(before)) return elided(text, at, joins) ? open : null;
  if (!isWord(before)) {
    // The middle of a number: 2.5, 1,000
    const decimal =
      (before === "." || before === ",") && isDigit(first) && isDigit(unit(text, previous(text, at, joins)));
    return decimal ? null : open;
  }
  if (isArabic(first) && isArabic(before)) return afterPrefix(text, start, joins);
  if (isUnspaced(first)) {
    const same = (isKatakana(first) && isKatakana(before)) || (isHangul(first) && isHangul(before));
    return same ? null : open;
  }
  if (isUnspaced(before)) return open;
  return isDigit(before) && afterNumber(text, at, joins) ? { ...open, number: true } : null;
}

function afterNumber(text: string, digit: number, joins: Joins): boolean {
  let at = digit;
  for (let i = 0; at >= 0 && /[\d.,]/.test(text[at]!) && i < 12; at = previous(text, at, joins)) i++;
  return !isWord(unit(text, at));
}

/** Of a script that parts words by spaces. */
const isLetter = (c: string): boolean => isWord(c) && !isUnspaced(c);

/** Not the s of a possessive, which a word stands before; but one elided word may follow another (c'qu'OpenAI). */
function elided(text: string, apostrophe: number, joins: Joins): boolean {
  for (let at = apostrophe, words = 0; words < 2; words++) {
    let word = "";
    at = previous(text, at, joins);
    for (; at >= 0 && word.length < 8 && isLetter(unit(text, at)); at = previous(text, at, joins))
      word = text[at] + word;
    if (word !== "" && !ELIDED.test(word)) return false;
    if (word === "" || !isApostrophe(unit(text, at))) return true;
  }
  return true;
}

function afterPrefix(text: string, start: number, joins: Joins): Opening | null {
  let prefix = "";
  let mark = start; // the article's first letter
  let at = previous(text, start, joins);
  for (; at >= 0 && isArabic(text[at]!) && prefix.length < 6; at = previous(text, at, joins)) {
    prefix = text[at] + prefix;
    if (prefix === "\u0627\u0644" || prefix === "\u0644") mark = at;
  }
  const edge = unit(text, at);
  const glued = isApostrophe(edge) ? !elided(text, at, joins) : isWord(edge) && !isUnspaced(edge);
  if (glued || !ARABIC_PREFIX.test(prefix)) return null;
  const article = prefix.endsWith("\u0627\u0644") || prefix.endsWith("\u0644\u0644");
  return { start: article ? mark : start, article, number: false };
}

/** Particles that Korean glues to a noun, and forms of the verbs that make one of it; they are no part of the mention. */
const PARTICLE =
  /^(?:(?:하|한|할|함|해|했|되|된|될|됨|돼|됐|시키|시킨|시킬|시켜|시켰)[가-힣]{0,3}|[은는이가을를의에와과로도만나랑및라측]|에서|에게|에는|에도|에서는|으로|으로는|로는|로서|까지|부터|보다|처럼|이나|이랑|이라|이라는|라는|라고|이라고|와의|과의|와는|과는)$/;

/**
 * Where a mention ends whose alias is spelled up to `end`: after one of the endings and a possessive, where they
 * stand; -1 if the word goes on.
 */
export function closing(
  text: string,
  end: number,
  joins: Joins,
  endings: readonly string[],
  caps: boolean,
): number {
  const last = unit(text, end - 1);
  const at = next(text, end, joins);
  if (at < 0) return end;
  const after = text[at]!;
  if (!isWord(after)) return possessive(text, end, joins, caps);
  for (const ending of endings) {
    const ended = spelled(text, end, joins, caps ? ending.toUpperCase() : ending);
    if (ended < 0) continue;
    const whole = possessive(text, ended, joins, caps);
    if (whole > ended || atEnd(text, ended, joins)) return whole;
  }
  if (!isUnspaced(last)) return isUnspaced(after) ? end : -1;
  if (isKatakana(last) && isKatakana(after)) return -1;
  return isHangul(last) && isHangul(after) && !PARTICLE.test(hangulFrom(text, at, joins)) ? -1 : end;
}

/** After 's, or after the apostrophe alone that follows an s (hyperscalers'), unless it closes a quotation. */
function possessive(text: string, end: number, joins: Joins, caps: boolean): number {
  const apostrophe = next(text, end, joins);
  if (apostrophe < 0 || !isApostrophe(text[apostrophe]!)) return end;
  const ended = spelled(text, apostrophe + 1, joins, caps ? "S" : "s");
  if (ended >= 0 && atEnd(text, ended, joins)) return ended;
  const plural = /[sS]/.test(text[end - 1]!) && /['\u2019]/.test(text[apostrophe]!);
  return plural &&
    !isWord(unit(text, next(text, apostrophe + 1, joins))) &&
    !inQuotation(text, apostrophe, joins)
    ? apostrophe + 1
    : end;
}

/** Longest quotation whose beginning is looked for, in characters. */
const QUOTATION = 400;
const OPENS_AFTER = /[\s([{"\u201c\u2010-\u2015-]/;

/** Was a quotation in single quotation marks begun and not yet ended before this one? */
function inQuotation(text: string, mark: number, joins: Joins): boolean {
  let ended = 0;
  let after = "";
  let at = previous(text, mark, joins);
  for (let i = 0; at >= 0 && i < QUOTATION; i++) {
    const c = text[at]!;
    at = previous(text, at, joins);
    if (isApostrophe(c)) {
      const before = unit(text, at);
      const begins = at < 0 || OPENS_AFTER.test(before) || (c === "\u2018" && isUnspaced(before));
      const opens = begins && !isSpace(after);
      if (opens && ended-- === 0) return true;
      if (!opens && !isWord(after)) ended++;
    }
    after = c;
  }
  return false;
}

function atEnd(text: string, at: number, joins: Joins): boolean {
  const after = next(text, at, joins);
  return after < 0 || !isWord(text[after]!) || isUnspaced(text[after]!);
}

/** The offset after these letters, if they stand here; else -1. */
function spelled(text: string, at: number, joins: Joins, letters: string): number {
  let end = at;
  for (const letter of letters) {
    const found = next(text, end, joins);
    if (found < 0 || text[found] !== letter) return -1;
    end = found + 1;
  }
  return end;
}

function hangulFrom(text: string, from: number, joins: Joins): string {
  let run = "";
  for (let at = from; at >= 0 && isHangul(text[at]!) && run.length < 6; at = next(text, at + 1, joins))
    run += text[at];
  return run;
}

const GLUE = /[./@:\-#=&?~\\]/;
/** Longest address looked at to either side. */
const ADDRESS = 100;
const ADDRESS_LIKE =
  /:\/\/|^\W*www\.|^[("']*[~.]{0,2}\/\w|\.[a-z]{2,}\/|[\w.]@[\w-]+\.|^\W*@|^\W*[\w.~+-]+\.[a-z][a-z0-9]{1,4}\W*$|\w[?&]\w+=|\\/i;

/** Does the place belong to an address, a handle, a file name or a version rather than to prose? */
export function inAddress(text: string, start: number, end: number, joins: Joins): boolean {
  const p = previous(text, start, joins);
  const n = next(text, end, joins);
  const before = unit(text, p);
  const after = unit(text, n);
  if (!GLUE.test(before) && !GLUE.test(after)) return false;
  if (before === "@" || after === "@" || before === "=" || after === "=") return true;
  const beyond = unit(text, n < 0 ? -1 : next(text, n + 1, joins));
  if (after === "." && isWord(beyond)) {
    // "…by Oracle.The company": a space was forgotten.
    const sentence = isUpper(beyond) && isLower(text[next(text, n + 1, joins) + 1] ?? "");
    return !sentence;
  }
  if (before === "." && isWord(unit(text, previous(text, p, joins)))) return true;
  return ADDRESS_LIKE.test(chunk(text, start, end, joins));
}

/** The run of printable ASCII around a place. */
function chunk(text: string, start: number, end: number, joins: Joins): string {
  const inside = (at: number): boolean => at >= 0 && text[at]! > " " && text[at]! < "\x7f";
  let run = text.slice(start, end).replaceAll(BORDER, "");
  for (
    let at = previous(text, start, joins), i = 0;
    inside(at) && i < ADDRESS;
    at = previous(text, at, joins), i++
  ) {
    run = text[at] + run;
  }
  for (
    let at = next(text, end, joins), i = 0;
    inside(at) && i < ADDRESS;
    at = next(text, at + 1, joins), i++
  ) {
    run += text[at];
  }
  return run;
}

/** Letters looked at to either side to tell that a text is all capitals, and how many there must be. */
const CAPS_REACH = 60;
const CAPS_LETTERS = 4;

/** Is the text around a place written in capitals throughout? */
export function inCapitals(text: string, start: number, end: number, joins: Joins): boolean {
  let upper = 0;
  let at = previous(text, start, joins);
  for (let i = 0; at >= 0 && i < CAPS_REACH; at = previous(text, at, joins), i++) {
    if (isLower(text[at]!)) return false;
    if (isUpper(text[at]!)) upper++;
  }
  at = next(text, end, joins);
  for (let i = 0; at >= 0 && i < CAPS_REACH; at = next(text, at + 1, joins), i++) {
    if (isLower(text[at]!)) return false;
    if (isUpper(text[at]!)) upper++;
  }
  return upper >= CAPS_LETTERS;
}
