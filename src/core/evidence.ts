import { type Block, type Evidence, initials, REACH } from "./block.ts";
import { isArabic, isUnspaced, isWord } from "./chars.ts";
import { fold } from "./fold.ts";
import { type Lexicon, POLICY, policyOf } from "./lexicon.ts";
import type { Rule } from "./mention.ts";

/**
 * What the words around an alias say about its meaning. The neighbourhood decides; where it is silent, the block does,
 * of a long block the part around. Distances are in folded characters: "beside" is some four words, "near" some twelve.
 */
const BESIDE = 30;
const NEAR = 80;
/** Enough around a neighbourhood that a word cut off at its end is not near. */
const MARGIN = 40;

/** What a cue is farther off for each end of a sentence between: what the sentence itself says, weighs more. */
const SENTENCE = NEAR;
/** A character of a script without spaces says as much as so many letters. */
const DENSE = 2.5;

/** Words without a place among them: a title. */
export type Words = Pick<Evidence, "text" | "cased">;

export const wordsOf = (text: string): Words => ({
  text: evidenceOf(text),
  cased: initials(evidenceOf(text, true)),
});

/** Folded, with dashes as spaces: "open-source" and "open source" are one cue. */
export const evidenceOf = (text: string, keepCase = false): string =>
  fold(text, keepCase).text.replaceAll("-", " ").replace(/ {2,}/g, " ");

/**
 * A cue as it is stored. Written with a capital, it is a name, and counts with a capital only, lest "AI" be found in
 * "j'ai", "China" in bone china; of the other letters the case says nothing (NVIDIA, Nvidia).
 */
export const cueOf = (word: string): string => {
  const cased = evidenceOf(word, true).trim();
  return isCased(cased) ? initials(cased) : cased.toLowerCase();
};

const isCased = (cue: string): boolean => cue[0]! >= "A" && cue[0]! <= "Z";

/** Does the word or phrase that stands at `start` stand alone, or with a plural s, wherever the script has word borders? */
function standsAlone(text: string, start: number, word: string): boolean {
  const first = word[0] ?? "";
  if (isArabic(first) || isUnspaced(first)) return true;
  const free = (at: number): boolean =>
    at < 0 || at >= text.length || !isWord(text[at]!) || isUnspaced(text[at]!);
  if (!free(start - 1)) return false;
  const end = start + word.length;
  if (free(end)) return true;
  const s = text[end] === "e" ? end + 1 : end;
  return text[s] === "s" && free(s + 1);
}

/** Does the word stand in the text? */
export function holds({ text: folded, cased }: Words, word: string): boolean {
  const text = isCased(word) ? cased : folded;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (standsAlone(text, at, word)) return true;
  return false;
}

/** How far from the alias the word stands at the nearest place beside, not in it. */
function gapTo({ text: folded, cased, start, end }: Evidence, word: string): number {
  const text = isCased(word) ? cased : folded;
  const dense =
    isUnspaced(text[start] ?? "") || isUnspaced(text[start - 1] ?? "") || isUnspaced(text[end] ?? "");
  let gap = Number.POSITIVE_INFINITY;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const between = at >= end ? at - end : start - at - word.length;
    if (between < 0 || between >= gap || !standsAlone(text, at, word)) continue;
    const part =
      at >= end ? text.slice(Math.max(0, end - 3), at) : text.slice(Math.max(0, at + word.length - 3), start);
    const far = (dense ? between * DENSE : between) + (SENTENCE_END.test(part) ? SENTENCE : 0);
    if (far < gap) gap = far;
  }
  return gap;
}

/** Not after an initial or a short abbreviation. */
const SENTENCE_END = /[^\s.]{3}["')\]]*[.!?]["')\]]* |[\u3002\uff01\uff1f\u061f]/;

export interface Verdict {
  readonly score: number;
  readonly rule: Rule;
  readonly cue: string | null;
}

/** What a name without cues has for a start: only a rival near it undoes it. */
const SURE = 2;

/** What a name has whose owner is a cue. */
const OWNED = 5;

/** The say of the words around a place, for one alias after another. */
export class Neighbourhood {
  readonly #block: Block;
  readonly #near: Evidence;
  readonly #far: () => Evidence;

  constructor(block: Block, start: number, end: number) {
    this.#block = block;
    this.#near = block.around(start, end, NEAR + MARGIN);
    this.#far = () => block.around(start, end, REACH);
  }

  /** See `Sense.score`. */
  weigh(lexicon: Lexicon, alias: number): Verdict {
    const allCues = policyOf(lexicon, alias, POLICY.cues);
    const cues = this.#block.present(allCues);
    const rivals = this.#block.present(policyOf(lexicon, alias, POLICY.rivals));
    const good = strongest(cues, this.#near, NEAR);
    const bad = strongest(rivals, this.#near, NEAR);
    // Near the alias a rival counts one more than a cue in its place.
    const against = bad.best + bad.second + (bad.best > 0 ? 1 : 0) + (bad.second > 0 ? 1 : 0);
    if (allCues.length === 0) return { score: SURE - against, rule: "name", cue: null };
    const owner = cues.find((cue) => isCased(cue) && this.#isOwnedBy(cue));
    if (owner)
      return { score: Math.max(OWNED, good.best + good.second - against), rule: "cue-near", cue: owner };
    if (good.best > 0)
      return { score: good.best + good.second - against || -1, rule: "cue-near", cue: good.word };
    if (bad.best > 0) return { score: -against, rule: "name", cue: null };
    if (cues.length === 0 && rivals.length === 0) return { score: 0, rule: "name", cue: null };
    const far = this.#far();
    const farther = strongest(cues, far, Number.POSITIVE_INFINITY);
    const further = strongest(rivals, far, Number.POSITIVE_INFINITY);
    if (farther.best === 0) return { score: 0 - count(further), rule: "name", cue: null };
    return { score: count(farther) - count(further), rule: "cue-block", cue: farther.word };
  }

  /** "Anthropic's Claude": whose it is says what it is, whatever else is told of there. */
  #isOwnedBy(cue: string): boolean {
    const { cased, start } = this.#near;
    return cased.slice(0, start).endsWith(`${cue}'s `);
  }

  /** Does one of the alias's excluding phrases stand directly before or after? */
  excludes(lexicon: Lexicon, alias: number): boolean {
    const { text, start, end } = this.#near;
    const after = policyOf(lexicon, alias, POLICY.neverAfter);
    if (after.length > 0) {
      const left = text.slice(0, start).replace(/[\s'"(]+$/, "");
      for (const word of after)
        if (left.endsWith(word) && standsAlone(left, left.length - word.length, word)) return true;
    }
    const before = policyOf(lexicon, alias, POLICY.neverBefore);
    if (before.length > 0) {
      const right = text.slice(end).replace(/^[\s'")\u300b]+/, "");
      for (const word of before) if (right.startsWith(word) && standsAlone(right, 0, word)) return true;
    }
    return false;
  }
}

/** How many of the two there are. */
const count = ({ best, second }: { best: number; second: number }): number =>
  Math.sign(best) + Math.sign(second);

/**
 * The two weightiest words of a list around a place: 3 beside, 2 farther; and the nearest of them. Lists begin with
 * what tells most, so two words beside are enough to stop at.
 */
function strongest(words: readonly string[], evidence: Evidence, limit: number) {
  const { text } = evidence;
  let best = 0;
  let second = 0;
  let word: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < words.length && second < 3; i++) {
    if (!(isCased(words[i]!) ? evidence.cased : text).includes(words[i]!)) continue;
    const gap = gapTo(evidence, words[i]!);
    if (gap > limit || gap === Number.POSITIVE_INFINITY) continue;
    const weight = gap <= BESIDE ? 3 : 2;
    second = Math.max(second, Math.min(best, weight));
    best = Math.max(best, weight);
    if (gap < nearest) {
      nearest = gap;
      word = words[i]!;
    }
  }
  return { best, second, word };
}

/** Has the alias any say of its neighbours? Otherwise it needs no evidence. */
export const isConditional = (lexicon: Lexicon, alias: number): boolean =>
  (lexicon.aliasPolicy[alias] ?? 0) !== 0;
