import { misspellings } from "./misspelling.ts";
import { type Indexed, indexRows, plain, type Searchable, type Texts } from "./search-index.ts";

export interface Hit<R> {
  readonly row: R;
  /** The alias that answered the query, where the name did not. */
  readonly alias: string | null;
  /** The query is a whole name or alias, or begins one: good enough to open unasked. */
  readonly sure: boolean;
}

export type Search<R> = (query: string, limit: number) => readonly Hit<R>[];

/** Smaller is better. */
const RANK = { exact: 0, prefix: 1, words: 2, part: 3, mixed: 4, fuzzy: 5 } as const;

/** Longer queries are cut: nobody types them, and a pasted page must not cost more than a word. */
const MAX_QUERY = 100;
const MAX_WORDS = 8;

/**
 * Search by name, alias (any script), speaker and one-liner: exact > prefix > words begun, in any order >
 * part of a word (CJK, compounds) > words spread over name, speakers and line > misspelt. Within a rank
 * everyday terms come last, names before aliases, short before long.
 *
 * @param fold the matcher's own fold, so that search and marks agree on what is the same word
 */
export function createSearch<R extends Searchable>(
  rows: readonly R[],
  fold: (text: string) => string,
): Search<R> {
  const index = indexRows(rows, fold);
  return (query, limit) => {
    const asked = plain(query.slice(0, MAX_QUERY), fold);
    if (asked === "" || limit <= 0) return [];
    const scores = literal(index, asked, limit);
    if (scores.length === 0) scores.push(...misspelt(index, asked));
    return Array.from(Float64Array.from(scores).sort().subarray(0, limit), (score) => {
      const row = rows[score % PLACES]!;
      return { row, alias: answering(row, asked, fold), sure: score < RANK.words * STEP };
    });
  };
}

/** One number sorts and names its row: rank, everyday, alias or name, closeness, length, place in the pack. */
const STEP = 1e12;
const PLACES = 1e7;

function scoreOf(index: Indexed, at: number, rank: number, inName: boolean, errors = 0): number {
  const length = Math.min(index.lengths[at]!, 999) + Math.min(errors, 9) * 1000;
  return rank * STEP + (index.everyday[at] ? 5e11 : 0) + (inName ? 0 : 2e11) + length * PLACES + at;
}

function literal(index: Indexed, asked: string, limit: number): number[] {
  const { names, tight, texts } = index;
  const words = asked.split(" ").slice(0, MAX_WORDS);
  const begun = words.map((word) => ` ${word}`);
  const packed = asked.replaceAll(" ", "");
  const whole = `\n ${asked}\n`;
  const start = `\n ${asked}`;
  const seen = new Set<number>();
  const scores: number[] = [];
  const add = (at: number, rank: number, inName: boolean) => {
    if (seen.has(at)) return;
    seen.add(at);
    scores.push(scoreOf(index, at, rank, inName));
  };
  // "open ai" is "OpenAI", "qwen 2.5" is "Qwen2.5". A letter or two alone would begin half the pack.
  for (const at of packed.length >= 4 ? tight.rowsWith(`\n${packed}`) : []) {
    const text = tight.of[at]!;
    const isWhole = text.includes(`\n${packed}\n`);
    add(at, isWhole ? RANK.exact : RANK.prefix, text.startsWith(isWhole ? `\n${packed}\n` : `\n${packed}`));
  }
  for (const at of withAll(names, begun)) {
    const text = names.of[at]!;
    if (text.includes(whole)) add(at, RANK.exact, text.startsWith(whole));
    else add(at, text.includes(start) ? RANK.prefix : RANK.words, text.startsWith(start));
  }
  // Two Latin letters inside words would match everything; one Chinese character is a word.
  const isWorthIt = packed.length >= 3 || /[^\p{Script=Latin}\p{N}]/u.test(packed);
  if (isWorthIt && scores.length < limit) for (const at of names.rowsWith(asked)) add(at, RANK.part, false);
  if (scores.length < limit) for (const at of withAll(texts, begun)) add(at, RANK.mixed, false);
  return scores;
}

/** Rows that hold all parts; the longest is looked for first, being the rarest. */
function withAll(texts: Texts, parts: readonly string[]): readonly number[] {
  const [rarest, ...others] = parts.toSorted((a, b) => b.length - a.length);
  const rows = texts.rowsWith(rarest!);
  return others.length === 0
    ? rows
    : rows.filter((at) => others.every((part) => texts.of[at]!.includes(part)));
}

/** The same with each word, or all of them as one, replaced by what may have been meant. */
function misspelt(index: Indexed, asked: string): number[] {
  const words = asked.split(" ").slice(0, MAX_WORDS);
  const byWord = closest(index, index.names, " ", words, index.words);
  return byWord.length > 0 ? byWord : closest(index, index.tight, "\n", [words.join("")], index.joined);
}

function closest(
  index: Indexed,
  texts: Texts,
  edge: string,
  words: readonly string[],
  known: readonly string[],
): number[] {
  type Errors = ReadonlyMap<number, { readonly sum: number; readonly inName: boolean }>;
  let errors: Errors | null = null;
  for (const word of words) {
    const sofar: Errors | null = errors;
    const here = new Map<number, { sum: number; inName: boolean }>();
    for (const [place, meant] of misspellings(known, word).entries()) {
      for (const at of texts.rowsWith(edge + meant)) {
        const before = sofar === null ? { sum: 0, inName: true } : sofar.get(at);
        if (!before || here.get(at)?.inName) continue;
        const name = texts.of[at]!.slice(0, texts.of[at]!.indexOf("\n", 1));
        const inName = before.inName && name.includes(edge + meant);
        if (inName || !here.has(at)) here.set(at, { sum: before.sum + place, inName });
      }
    }
    errors = here;
  }
  return Array.from(errors ?? [], ([at, { sum, inName }]) => scoreOf(index, at, RANK.fuzzy, inName, sum));
}

/** The alias to show beside the name, when the name alone would not explain the hit. */
function answering(row: Searchable, asked: string, fold: (text: string) => string): string | null {
  const packed = asked.replaceAll(" ", "");
  const words = asked.split(" ").map((word) => ` ${word}`);
  const tests: ((text: string) => boolean)[] = [
    (text) => text.replaceAll(" ", "") === packed,
    (text) => text.startsWith(asked) || text.replaceAll(" ", "").startsWith(packed),
    (text) => words.every((word) => ` ${text}`.includes(word)),
    (text) => text.includes(asked),
  ];
  const name = plain(row.name, fold);
  for (const test of tests) {
    if (test(name)) return null;
    const alias = row.aliases.find((text) => test(plain(text, fold)));
    if (alias !== undefined) return alias;
  }
  return null;
}
