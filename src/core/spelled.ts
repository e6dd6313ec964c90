import type { Keys } from "./keys.ts";
import { SEPARATOR, SPACE_CODE } from "./lexicon.ts";
import { walk } from "./walk.ts";

/**
 * May a mention stand where some key is spelled from `start` on? Says the same as `walk` but for words that go on for
 * three letters and more behind the key, which no ending does; and is done with plain letters in a third of the time,
 * for this is asked in every page, at each place the gates let by, by code that never gets warm.
 */
export function isSpelled(keys: Keys, text: string, start: number): boolean {
  const { ascii, base, check, keyTail, tails } = keys;
  let state = base[0] ?? 0;
  let at = start;
  for (; ; at++) {
    const unit = text.charCodeAt(at);
    let code = unit < 128 ? ascii[unit]! : ODD;
    if (code === SEPARATOR && unit === SPACE && isLetter(text.charCodeAt(at + 1))) code = SPACE_CODE;
    if (code === 0) return false;
    // Marks nobody sees, other scripts, wide spaces, dashes, the text's end (whose code is NaN): not for the short way.
    if (!(code < ODD)) return walk(keys, text, start, 1).length > 0;
    if (check[state + code] !== code + 1) return false;
    state = base[state + code]!;
    if (state < 0) break;
    if (check[state] === 1 && !goesOn(text, at + 1)) return true;
  }
  const until = keyTail[~state + 1]!;
  for (let rest = keyTail[~state]!; rest < until; rest++) {
    at++;
    const unit = text.charCodeAt(at);
    let code = unit < 128 ? ascii[unit]! : ODD;
    if (code === SEPARATOR && unit === SPACE && isLetter(text.charCodeAt(at + 1))) code = SPACE_CODE;
    if (!(code < ODD)) return walk(keys, text, start, 1).length > 0;
    if (tails[rest] !== code) return false;
  }
  return !goesOn(text, at + 1);
}

const SPACE = 32;
/** Above all codes of letters. */
const ODD = 0xfffd;

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

const goesOn = (text: string, at: number): boolean =>
  isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1)) && isLetter(text.charCodeAt(at + 2));
