import { isDash, isHanOrKana, isSpace, isTransparent } from "./chars.ts";
import { characterAt, foldCharacter } from "./fold.ts";
import type { Keys } from "./keys.ts";
import { FAR, SEPARATOR, SKIP, SPACE_CODE } from "./lexicon.ts";

/** A key that the text spells from some place on. */
export interface Reading {
  readonly key: number;
  /** After its last visible unit. */
  readonly end: number;
  /** A separator within it is a spaced or long dash. */
  readonly dashed: boolean;
  /** A hashtag spells it, without the spaces between its words. */
  readonly hashtag?: true;
}

/**
 * The keys the text spells from `start`, shortest first. Reads as far as some key goes on, no further.
 *
 * @param most enough to stop at
 */
export function walk(lexicon: Keys, text: string, start: number, most = Number.POSITIVE_INFINITY): Reading[] {
  const { ascii, base, check, keyTail, tails } = lexicon;
  const found: Reading[] = [];
  let state = base[0] ?? 0;
  let key = -1; // the one key left, once there is but one
  let rest = 0;
  let dashed = false;

  const step = (code: number): boolean => {
    if (code === 0) return false;
    if (key >= 0) {
      if (code < FAR) return tails[rest++] === code && rest <= keyTail[key + 1]!;
      rest += 3;
      const far = tails[rest - 3] === FAR && tails[rest - 2]! * 256 + tails[rest - 1]! === code;
      return far && rest <= keyTail[key + 1]!;
    }
    const slot = state + code;
    if (check[slot] !== code + 1) return false;
    state = base[slot]!;
    if (state < 0) {
      key = ~state;
      rest = keyTail[key]!;
    }
    return true;
  };

  for (let at = start; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let code = unit < 128 ? ascii[unit]! : 0;
    let end = at + 1;
    if (unit >= 128) {
      const character = characterAt(text, at);
      const folded = foldCharacter(character);
      end = at + character.length;
      if (folded === "") code = SKIP;
      else if (folded === " " || folded === "-") code = SEPARATOR;
      else {
        for (let i = 0; i < folded.length; i++) {
          const c = folded.charCodeAt(i);
          if (!step(c < 128 ? ascii[c]! : wideCode(lexicon, c))) return found;
        }
      }
    }
    if (code === SKIP) {
      at = end;
      continue;
    }
    if (code === SEPARATOR) {
      const run = separatorAt(text, at);
      if (run === null) return found;
      const spaceless =
        at > start && !run.dash && (isHanOrKana(lastVisible(text, at)) || isHanOrKana(text[run.end] ?? ""));
      dashed ||= run.loose;
      if (!spaceless && !step(SPACE_CODE)) return found;
      at = run.end;
      continue;
    }
    if (unit < 128 && !step(code)) return found;
    at = end;
    if (key >= 0) {
      if (rest === keyTail[key + 1]) {
        found.push({ key, end: at, dashed });
        return found;
      }
    } else if (check[state] === 1 && found.push({ key: ~base[state]!, end: at, dashed }) >= most)
      return found;
  }
  return found;
}

function wideCode({ wide, wideCode: codes }: Keys, unit: number): number {
  let low = 0;
  let high = wide.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wide[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return wide[low] === unit ? codes[low]! : 0;
}

interface Separator {
  readonly end: number;
  readonly dash: boolean;
  /** More than a hyphen: spaced, doubled or long. */
  readonly loose: boolean;
}

/** White space, a dash, or one with the other around it; `null` if it is no separator of words (several dashes). */
function separatorAt(text: string, start: number): Separator | null {
  let at = start;
  let dashes = 0;
  let spaced = false;
  let long = false;
  let closed = false; // white space after a dash
  for (; at < text.length; at++) {
    const c = text[at]!;
    if (isTransparent(c)) continue;
    if (isSpace(c)) {
      spaced = true;
      if (dashes > 0) closed = true;
    } else if (isDash(c)) {
      if (closed || ++dashes > 2) return null;
      if (c === "\u2014" || c === "\u2015") long = true;
    } else break;
  }
  if (at === start) return null; // a table that is not ours called a letter a separator
  return { end: at, dash: dashes > 0, loose: dashes > 1 || (dashes > 0 && (spaced || long)) };
}

function lastVisible(text: string, before: number): string {
  let at = before - 1;
  while (at >= 0 && isTransparent(text[at]!)) at--;
  return text[at] ?? "";
}
