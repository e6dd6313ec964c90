import uFuzzy from "@leeoniya/ufuzzy";
import { type Indexed, indexRows, plain, type Searchable } from "./search-index.ts";

export interface Hit<R> {
  readonly row: R;
  /** The alias that answered the query, where the name did not. */
  readonly alias: string | null;
  /** The query is the whole name or a whole alias, or begins one: good enough to open unasked. */
  readonly sure: boolean;
}

export type Search<R> = (query: string, limit: number) => readonly Hit<R>[];

/** Smaller is better. Everything above `part` needs a whole-word beginning. */
const RANK = { exact: 0, prefix: 1, words: 2, part: 3, mixed: 4, fuzzy: 5 } as const;

/** Longer queries are cut: nobody types them, and a pasted page must not cost more than a word. */
const MAX_QUERY = 100;
const MAX_WORDS = 8;
/** Fewer hits than this, and misspellings are looked for as well. */
const ENOUGH = 3;

const LETTER = "\\p{L}\\p{N}";
/** uFuzzy gives `null` results in Unicode mode unless all of these are set (leeoniya/uFuzzy#66). */
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: `[^${LETTER}']+`,
  intraSplit: "\\p{Ll}\\p{Lu}",
  intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
  intraChars: `[${LETTER}']`,
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
  interLft: 2,
  compare: () => 0,
  intraRules: (term) => {
    const tolerant = term.length >= 4 && !/^\d+$/.test(term) ? 1 : 0;
    // From six letters on even the first may be wrong; in shorter words that matches half the pack.
    const slice: uFuzzy.IntraSliceIdxs = [term.length >= 6 ? 0 : 1, Number.POSITIVE_INFINITY];
    return {
      intraSlice: slice,
      intraIns: tolerant,
      intraSub: tolerant,
      intraTrn: term.length >= 3 ? 1 : 0,
      intraDel: tolerant,
    };
  },
});

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
    const found = literal(index, asked);
    if (found.size < Math.min(limit, ENOUGH)) misspelt(index, asked, found);
    return [...found]
      .sort(([, a], [, b]) => a - b)
      .slice(0, limit)
      .map(([at, score]) => {
        const row = rows[at]!;
        const alias = answering(row, asked, fold);
        return { row, alias, sure: Math.floor(score / STEP) <= RANK.prefix };
      });
  };
}

/** Row number → score. One number sorts: rank, everyday, alias or name, length, place in the pack. */
type Found = Map<number, number>;
const STEP = 1e12;

function score(index: Indexed, at: number, rank: number, inName: boolean, order = 0): number {
  const length = Math.min(index.lengths[at]!, 999);
  return rank * STEP + (index.everyday[at] ? 5e11 : 0) + (inName ? 0 : 1e11) + (order || length) * 1e7 + at;
}

function literal(index: Indexed, asked: string): Found {
  const words = asked.split(" ").slice(0, MAX_WORDS);
  const begun = words.map((word) => ` ${word}`);
  const tight = asked.replaceAll(" ", "");
  const whole = `\n ${asked}\n`;
  const start = `\n ${asked}`;
  // Two Latin letters inside words would match everything; one Chinese character is a word.
  const inside = tight.length >= 3 || /[^\p{Script=Latin}\p{N}]/u.test(tight);
  const found: Found = new Map();
  for (let at = 0; at < index.names.length; at++) {
    const names = index.names[at]!;
    const packed = index.tight[at]!;
    if (begun.every((word) => names.includes(word))) {
      const rank = names.includes(whole) ? RANK.exact : names.includes(start) ? RANK.prefix : RANK.words;
      const inName = rank === RANK.exact ? names.startsWith(whole) : names.startsWith(start);
      const better = rank === RANK.words ? tightRank(packed, tight) : null;
      found.set(at, score(index, at, better ?? rank, inName));
      continue;
    }
    if (inside && packed.includes(tight)) {
      found.set(at, score(index, at, tightRank(packed, tight) ?? RANK.part, packed.startsWith(`\n${tight}`)));
      continue;
    }
    const text = index.texts[at]!;
    if (begun.every((word) => text.includes(word) || names.includes(word))) {
      found.set(at, score(index, at, RANK.mixed, false));
    }
  }
  return found;
}

/** "open ai" is "OpenAI", "qwen 2.5" is "Qwen2.5": the same with the spaces left out. */
function tightRank(packed: string, tight: string): number | null {
  if (packed.includes(`\n${tight}\n`)) return RANK.exact;
  return packed.includes(`\n${tight}`) ? RANK.prefix : null;
}

function misspelt(index: Indexed, asked: string, found: Found): void {
  const tight = asked.replaceAll(" ", "");
  for (const [haystack, needle] of [
    [index.names, asked],
    [index.tight, tight],
  ] as const) {
    const before = found.size;
    const [rows, info, order] = fuzzy.search(haystack as string[], needle, needle.includes(" ") ? 3 : 0);
    const ranked = rows === null ? [] : order === null ? rows : order.map((place) => info.idx[place]!);
    for (const [place, at] of ranked.entries()) {
      if (!found.has(at)) found.set(at, score(index, at, RANK.fuzzy, true, place + 1));
    }
    if (found.size > before) return;
  }
}

/** The alias to show beside the name, when the name alone would not explain the hit. */
function answering(row: Searchable, asked: string, fold: (text: string) => string): string | null {
  const tight = asked.replaceAll(" ", "");
  const words = asked.split(" ").map((word) => ` ${word}`);
  const tests: ((text: string) => boolean)[] = [
    (text) => text.replaceAll(" ", "") === tight,
    (text) => text.startsWith(asked) || text.replaceAll(" ", "").startsWith(tight),
    (text) => words.every((word) => ` ${text}`.includes(word)),
    (text) => text.replaceAll(" ", "").includes(tight),
  ];
  const name = plain(row.name, fold);
  for (const test of tests) {
    if (test(name)) return null;
    const alias = row.aliases.find((text) => test(plain(text, fold)));
    if (alias !== undefined) return alias;
  }
  return null;
}
