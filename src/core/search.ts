import { misspellings } from "./misspelling.ts";
import { type Indexed, indexRows, plain, type Searchable, type Texts } from "./search-index.ts";
import { begun, rowsBegun } from "./search-words.ts";

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
  return searchIn(rows, indexRows(rows, fold), fold);
}

/** The same over an index that was made before. */
export function searchIn<R extends Searchable>(
  rows: readonly R[],
  index: Indexed,
  fold: (text: string) => string,
): Search<R> {
  return (query, limit) => {
    const asked = plain(query.slice(0, MAX_QUERY), fold);
    if (asked === "" || limit <= 0) return [];
    const scores = begunByLetter(index, asked, limit) ?? literal(index, asked, limit);
    if (scores.length === 0) scores.push(...misspelt(index, asked));
    return Array.from(Float64Array.from(scores).sort().subarray(0, limit), (score) => {
      const at = score % PLACES;
      const row = rows[at]!;
      return { row, alias: answering(row, index.names.of[at]!, asked), sure: score < RANK.words * STEP };
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

/**
 * A letter alone begins a good part of the pack: the best are chosen by numbers, and only these are looked into.
 *
 * @returns `null` where the query is longer, or names begun so are too few to fill the list
 */
function begunByLetter(index: Indexed, asked: string, limit: number): number[] | null {
  if (asked.length > 1) return null;
  const { table, of } = index.tight;
  const rows = new Set(rowsBegun(table, asked));
  if (rows.size < limit) return null;
  const whole = new Set(rowsBegun(table, asked, true));
  const rankOf = (at: number) => (whole.has(at) ? RANK.exact : RANK.prefix);
  // As if every row's name, not an alias, were begun so: none can be better than that.
  const hoped = Float64Array.from(rows, (at) => scoreOf(index, at, rankOf(at), true)).sort();
  const best: number[] = [];
  for (const hope of hoped) {
    if (best.length === limit && hope > best.at(-1)!) break;
    const at = hope % PLACES;
    const start = whole.has(at) ? `\n${asked}\n` : `\n${asked}`;
    const score = of[at]!.startsWith(start) ? hope : scoreOf(index, at, rankOf(at), false);
    best.splice(best.findLastIndex((better) => better < score) + 1, 0, score);
    best.length = Math.min(best.length, limit);
  }
  return best;
}

function literal(index: Indexed, asked: string, limit: number): number[] {
  const { names, tight } = index;
  const words = asked.split(" ").slice(0, MAX_WORDS);
  const packed = asked.replaceAll(" ", "");
  const whole = `\n ${asked}\n`;
  const start = `\n ${asked}`;
  const seen = new Uint8Array(index.lengths.length);
  const scores: number[] = [];
  const add = (at: number, rank: number, inName: boolean) => {
    if (seen[at] === 1) return;
    seen[at] = 1;
    scores.push(scoreOf(index, at, rank, inName));
  };
  // "open ai" is "OpenAI", "qwen 2.5" is "Qwen2.5". A letter or two alone would begin half the pack.
  for (const at of packed.length >= 4 ? rowsBegun(tight.table, packed) : []) {
    const text = tight.of[at]!;
    const isWhole = text.includes(`\n${packed}\n`);
    add(at, isWhole ? RANK.exact : RANK.prefix, text.startsWith(isWhole ? `\n${packed}\n` : `\n${packed}`));
  }
  for (const at of withAll([names], words)) {
    if (seen[at] === 1) continue;
    const text = names.of[at]!;
    const isFirst = text.startsWith(start);
    if (text.includes(whole)) add(at, RANK.exact, text.startsWith(whole));
    else add(at, isFirst || text.includes(start) ? RANK.prefix : RANK.words, isFirst);
  }
  // Two Latin letters inside words would match everything; one Chinese character is a word.
  const isWorthIt = packed.length >= 3 || /[^\p{Script=Latin}\p{N}]/u.test(packed);
  if (isWorthIt && scores.length < limit) for (const at of inside(index, words)) add(at, RANK.part, false);
  if (scores.length < limit) for (const at of withAll([names, index.rest], words)) add(at, RANK.mixed, false);
  return scores;
}

/** Rows whose texts together hold a word begun like each; the one that fewest rows have is looked for first. */
function withAll(texts: readonly Texts[], words: readonly string[]): readonly number[] {
  const rowsOf = (word: string) => texts.map(({ table }) => rowsBegun(table, word));
  const [rarest, ...others] = words
    .map((word) => ({ word, size: rowsOf(word).reduce((sum, { length }) => sum + length, 0) }))
    .sort((a, b) => a.size - b.size);
  const beginnings = others.map(({ word }) => ` ${word}`);
  const found: number[] = [];
  for (const rows of rowsOf(rarest!.word))
    for (const at of rows)
      if (beginnings.every((beginning) => texts.some(({ of }) => of[at]!.includes(beginning))))
        found.push(at);
  return found;
}

/** Rows that have the words somewhere in a name, as they stand, be it from the middle of one to the middle of another. */
function inside({ names, wordList }: Indexed, words: readonly string[]): readonly number[] {
  const { table, of } = names;
  const last = words.at(-1)!;
  if (words.length > 1) {
    const asked = words.join(" ");
    return Array.from(rowsBegun(table, last)).filter((at) => of[at]!.includes(asked));
  }
  const rows: number[] = [];
  for (let at = wordList.indexOf(last); at !== -1; ) {
    const end = wordList.indexOf("\n", at);
    const word = wordList.slice(wordList.lastIndexOf("\n", at) + 1, end);
    const [place] = begun(table.words, word);
    for (const row of table.rows.subarray(table.starts[place], table.starts[place + 1])) rows.push(row);
    at = wordList.indexOf(last, end);
  }
  return rows;
}

/** The same with each word, or all of them as one, replaced by what may have been meant. */
function misspelt(index: Indexed, asked: string): number[] {
  const words = asked.split(" ").slice(0, MAX_WORDS);
  const byWord = closest(index, index.names, " ", words);
  return byWord.length > 0 ? byWord : closest(index, index.tight, "\n", [words.join("")]);
}

function closest(index: Indexed, { of, table }: Texts, edge: string, words: readonly string[]): number[] {
  type Errors = ReadonlyMap<number, { readonly sum: number; readonly inName: boolean }>;
  let errors: Errors | null = null;
  for (const word of words) {
    const sofar: Errors | null = errors;
    const here = new Map<number, { sum: number; inName: boolean }>();
    for (const [place, meant] of misspellings(table.words, word).entries()) {
      for (const at of rowsBegun(table, meant)) {
        const before = sofar === null ? { sum: 0, inName: true } : sofar.get(at);
        if (!before || here.get(at)?.inName) continue;
        const name = of[at]!.slice(0, of[at]!.indexOf("\n", 1));
        const inName = before.inName && name.includes(edge + meant);
        if (inName || !here.has(at)) here.set(at, { sum: before.sum + place, inName });
      }
    }
    if (here.size === 0) return [];
    errors = here;
  }
  return Array.from(errors ?? [], ([at, { sum, inName }]) => scoreOf(index, at, RANK.fuzzy, inName, sum));
}

/** The alias to show beside the name, when the name alone would not explain the hit. */
function answering({ aliases }: Searchable, names: string, asked: string): string | null {
  const packed = asked.replaceAll(" ", "");
  const words = asked.split(" ").map((word) => ` ${word}`);
  const tests: ((text: string) => boolean)[] = [
    (text) => text.replaceAll(" ", "") === packed,
    (text) => text.startsWith(asked) || text.replaceAll(" ", "").startsWith(packed),
    (text) => words.every((word) => ` ${text}`.includes(word)),
    (text) => text.includes(asked),
  ];
  const [name, ...folded] = names.slice(2, -1).split("\n ");
  for (const test of tests) {
    if (test(name!)) return null;
    const at = folded.findIndex(test);
    if (at !== -1) return aliases[at]!;
  }
  return null;
}
