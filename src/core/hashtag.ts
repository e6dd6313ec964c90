import { isTransparent } from "./chars.ts";
import type { Keys } from "./keys.ts";
import { SPACE_CODE } from "./lexicon.ts";
import type { Reading } from "./walk.ts";

/** Behind these a hashtag begins; marks nobody sees, and borders of nodes, may stand between sign and word. */
export const HASHTAG = /#[\x01\xad\u200b-\u200f\u2060\ufeff]*(?=[A-Za-z\d])/g;

/** Does a hashtag begin here? */
export function isHashtag(text: string, start: number): boolean {
  let sign = start - 1;
  while (sign > 0 && isTransparent(text[sign]!)) sign--;
  return text[sign] === "#";
}

/** Steps at most, and as many are never needed: broken bytes could ask for any number. */
const MOST = 1000;

/** A place in the array of keys: a state of the trie, or how much of the tail of the one key left is read. */
interface Point {
  readonly state: number;
  readonly key: number;
  readonly rest: number;
}

/**
 * The keys of several words that a hashtag spells, shortest first: #SovereignAI, #sovereignai and #Sovereign_AI are all
 * "sovereign AI". Keys of one word, and other letters than plain ones, are left to `walk`.
 *
 * @param start behind the sign
 */
export function walkHashtag(
  { ascii, base, check, keyTail, tails }: Keys,
  text: string,
  start: number,
): Reading[] {
  const found: Reading[] = [];
  let steps = 0;
  const step = ({ state, key, rest }: Point, code: number): Point | null => {
    if (code === 0 || ++steps > MOST) return null;
    if (key >= 0)
      return rest < keyTail[key + 1]! && tails[rest] === code ? { state, key, rest: rest + 1 } : null;
    if (check[state + code] !== code + 1) return null;
    const next = base[state + code]!;
    return { state: next, key: next < 0 ? ~next : -1, rest: next < 0 ? keyTail[~next]! : 0 };
  };
  const isKey = ({ state, key, rest }: Point): boolean =>
    key >= 0 ? rest === keyTail[key + 1] : check[state] === 1;
  const read = (from: Point, begin: number, parted: boolean): void => {
    let at = begin;
    while (isTransparent(text[at] ?? "") && steps++ < MOST) at++;
    const c = text[at] ?? "";
    const space = at > start ? step(from, SPACE_CODE) : null;
    if (c === "_" && space) read(space, at + 1, true);
    if (!/[A-Za-z\d]/.test(c)) return;
    const code = ascii[c.charCodeAt(0)] ?? 0;
    for (const [point, isParted] of [
      [from, parted],
      [space, true],
    ] as const) {
      const next = point && step(point, code);
      if (!next) continue;
      if (isParted && isKey(next))
        found.push({
          key: next.key >= 0 ? next.key : ~base[next.state]!,
          end: at + 1,
          dashed: false,
          hashtag: true,
        });
      read(next, at + 1, isParted);
    }
  };
  read({ state: base[0] ?? 0, key: -1, rest: 0 }, start, false);
  return found.sort((a, b) => a.end - b.end);
}
