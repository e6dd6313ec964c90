/** What single UTF-16 units are, for folding and for word boundaries. Asked next to candidates only. */

/** Marks a reader does not see inside a word: borders, soft hyphens, zero-width and direction marks, accents set apart. */
const TRANSPARENT =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: lone marks are what is looked for
  /[\u0300-\u036f\u0001\u00ad\u0591-\u05bd\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/;
const SPACE = /\s/;
const DASH = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const APOSTROPHE = /['\u2018\u2019\u201b\u02b9\u02bc\u2032`\u00b4\uff07]/;
/** Everything beyond ASCII that is no letter, digit or mark of a word: punctuation, symbols, spaces, private use, emoji. */
const NO_WORD =
  /[\0-/:-@[-^`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u0700-\u070d\u0964\u0965\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f04-\u0f14\u0f3a-\u0f3d\u104a-\u104f\u10fb\u1360-\u1368\u1400\u166e\u1680\u16eb-\u16ed\u17d4-\u17d6\u17d8-\u17da\u1800-\u180a\u2000-\u2070\u2074-\u207e\u2080-\u208e\u20a0-\u20cf\u2100-\u2bff\u2e00-\u3004\u3007-\u3030\u3036-\u3040\u30a0\u30fb\u3200-\u33ff\ud83c-\ud83e\udc00-\udfff\ue000-\uf8ff\ufd3e\ufd3f\ufe10-\ufe6f\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff]/;
const UNSPACED =
  /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3006\u3031-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\ud840-\ud87f]/;
const HAN_OR_KANA = /[\u3005-\u3007\u3031-\u9fff\uf900-\ufaff\uff66-\uff9f\ud840-\ud87f]/;
const KATAKANA = /[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]/;
const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;

/** One unit as text, of a surrogate pair the first; "" outside, so that every test below says no there. */
export function unit(text: string, at: number): string {
  const c = text[at] ?? "";
  return c >= "\udc00" && c <= "\udfff" && at > 0 ? text[at - 1]! : c;
}

/*
 * Nearly all units asked about are ASCII or common punctuation: those are told by comparing, because each regular
 * expression costs its compilation on the first page.
 */

const isPunctuation = (c: string): boolean => c >= "\u2010" && c <= "\u2027";

export const isTransparent = (c: string): boolean =>
  (c < " " || c > "~") && c !== "" && !isPunctuation(c) && TRANSPARENT.test(c);

export const isSpace = (c: string): boolean =>
  c === " " || ((c < "!" || c > "~") && c !== "" && c !== "\ufeff" && !isPunctuation(c) && SPACE.test(c));

export const isDash = (c: string): boolean => c === "-" || (c > "~" && DASH.test(c));

export const isApostrophe = (c: string): boolean =>
  c === "'" || c === "\u2019" || c === "`" || (c > "~" && APOSTROPHE.test(c));

/** Letter, digit, underscore or mark of any script. */
export function isWord(c: string): boolean {
  if (c <= "~")
    return (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || (c >= "0" && c <= "9") || c === "_";
  return !isPunctuation(c) && !NO_WORD.test(c);
}

/** A script that writes words without spaces, or glues particles to foreign words (Han, kana, Hangul, Thai …). */
export const isUnspaced = (c: string): boolean => c > "\u0e00" && !isPunctuation(c) && UNSPACED.test(c);
export const isHanOrKana = (c: string): boolean => c > "\u3004" && HAN_OR_KANA.test(c);
export const isKatakana = (c: string): boolean => c > "\u30a0" && KATAKANA.test(c);
export const isHangul = (c: string): boolean => c >= "\uac00" && c <= "\ud7a3";
export const isArabic = (c: string): boolean => c > "\u061f" && !isPunctuation(c) && ARABIC.test(c);

export const isUpper = (c: string): boolean => c !== c.toLowerCase();
export const isLower = (c: string): boolean => c !== c.toUpperCase() && c === c.toLowerCase();
export const isDigit = (c: string): boolean => c >= "0" && c <= "9" && c.length === 1;
