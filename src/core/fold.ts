import { isApostrophe, isDash, isHanOrKana, isSpace, isTransparent } from "./chars.ts";
import { BREAK } from "./mention.ts";

/**
 * Folding: the same word, however it is typed, becomes the same text.
 *
 * Case, full width, diacritics, ligatures, quotes, dashes and spaces are levelled; soft hyphens, zero-width marks,
 * direction marks and `BORDER` vanish; a run of white space is one space; `BREAK` stays, so nothing matches across it.
 */
export interface Folded {
  readonly text: string;
  /** Offset in the original of each folded unit and of the end; `null`: the same offsets. */
  readonly map: Uint32Array | null;
}

/** Letters that do not come apart by themselves. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŀ: "l",
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
};
const QUOTES = /["\u201c-\u201f\u00ab\u00bb\u2033\uff02]/;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/;
/** Latin, Greek, Cyrillic: the letters whose accents are levelled. In other scripts the marks make another letter. */
const ACCENTED = /[\u00c0-\u052f\u1e00-\u1fff]/;
const ACCENTS = /[\u0300-\u036f]/g;
/** Stays as it is: kana, Han and Hangul as typed; half a surrogate pair. */
const FIXED = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\ud800-\udfff]$/;
/** What needs more than lower case: anything but ASCII, white space but single spaces, grave accents. */
const ODD = /[^ -_a-~]| {2}/;

/**
 * One character (a whole surrogate pair) as it is compared, without regard to its neighbours: "" if it does not
 * count, " " for any white space, "-" for any dash, else one or more lower-case units.
 */
export function foldCharacter(character: string): string {
  if (character < "\x80") {
    if (character >= "!") return character === "`" ? "'" : character.toLowerCase();
    return isTransparent(character) ? "" : isSpace(character) ? " " : character;
  }
  return foldWide(character, false);
}

/** As `foldCharacter`, but capitals stay capitals. */
function levelCharacter(character: string): string {
  if (character >= "!" && character < "\x80") return character === "`" ? "'" : character;
  return character < "\x80" ? foldCharacter(character) : foldWide(character, true);
}

function foldWide(character: string, keepCase: boolean): string {
  if (FIXED.test(character)) return character;
  if (isTransparent(character)) return "";
  if (isSpace(character)) return " ";
  if (isDash(character)) return "-";
  if (isApostrophe(character)) return "'";
  if (QUOTES.test(character)) return '"';
  if (ARABIC_DIGITS.test(character)) return String(character.charCodeAt(0) & 15);
  const apart = ACCENTED.test(character)
    ? character.normalize("NFKD").replace(ACCENTS, "")
    : character.normalize("NFKC");
  let folded = "";
  for (const part of apart === "" || apart.includes(" ") ? character : apart) {
    if (part !== character) {
      // What it is made of is levelled as if it had been typed: ŉ is 'n, ‴ three primes, a Hebrew letter loses its points.
      folded += keepCase ? levelCharacter(part) : foldCharacter(part);
      continue;
    }
    const lower = part.toLowerCase().replace(ACCENTS, "");
    const plain = LETTERS[lower] ?? lower;
    folded += keepCase && part !== lower ? plain.toUpperCase() : plain;
  }
  return folded;
}

/** Whole surrogate pair at `at`, or one unit. */
export function characterAt(text: string, at: number): string {
  const first = text.charCodeAt(at);
  if (first < 0xd800 || first > 0xdbff) return text[at] ?? "";
  const second = text.charCodeAt(at + 1);
  return second >= 0xdc00 && second <= 0xdfff ? text.slice(at, at + 2) : (text[at] ?? "");
}

/** The text as it is compared, with the way back. `keepCase`: all but the case is levelled. Linear. */
export function fold(text: string, keepCase = false): Folded {
  if (!ODD.test(text)) return { text: keepCase ? text : text.toLowerCase(), map: null };
  const map: number[] = [];
  let folded = "";
  let afterSpace = false;
  for (let at = 0; at < text.length; ) {
    const character = characterAt(text, at);
    const plain = keepCase ? levelCharacter(character) : foldCharacter(character);
    if (plain !== "" && !(plain === " " && afterSpace)) {
      for (let i = 0; i < plain.length; i++) map.push(at);
      folded += plain;
      afterSpace = plain === " ";
    }
    at += character.length;
  }
  map.push(text.length);
  return { text: folded, map: Uint32Array.from(map) };
}

/** A run that parts two words of a name: white space, a dash, or a dash within white space. */
const SEPARATOR = / ?-{1,2} ?| /g;

/**
 * The form under which aliases are looked up: folded, every separator (space, dash, spaced dash) one space, and none
 * where white space stands next to Han or kana, where it says nothing.
 */
export function keyOf(text: string, keepCase = false): string {
  const folded = fold(text, keepCase).text;
  return folded
    .replace(SEPARATOR, (run, at: number) => {
      const dashed = run.includes("-");
      const before = folded[at - 1] ?? "";
      const after = folded[at + run.length] ?? "";
      if (before === "" || after === "" || before === BREAK || after === BREAK) return run;
      return !dashed && (isHanOrKana(before) || isHanOrKana(after)) ? "" : " ";
    })
    .trim();
}
