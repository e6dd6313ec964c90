import { type Indexed, type Texts, tightOf, wordListOf } from "./search-index.ts";

/** An index as JSON; what follows from the rest is left out. */
interface Stored {
  readonly names: StoredTexts;
  readonly tight: Omit<StoredTexts, "of">;
  readonly rest: StoredTexts;
  readonly lengths: readonly number[];
  readonly everyday: readonly boolean[];
}

interface StoredTexts {
  readonly of: readonly string[];
  /** One a line. */
  readonly words: string;
  readonly starts: readonly number[];
  readonly rows: readonly number[];
}

/** The index as one text, which messages carry and scripts hold cheaper than what is in it. For `restoreIndex` of the same build. */
export function storeIndex({ names, tight, rest, lengths, everyday }: Indexed): string {
  const { of: _, ...tightTable } = stored(tight);
  const parts: Stored = { names: stored(names), tight: tightTable, rest: stored(rest), lengths, everyday };
  return JSON.stringify(parts);
}

/** To make the index of the bundled pack takes a popup 13 ms, this 2. */
export function restoreIndex(text: string): Indexed {
  const { names, tight, rest, lengths, everyday }: Stored = JSON.parse(text);
  return {
    names: restored(names),
    tight: restored({ ...tight, of: names.of.map(tightOf) }),
    rest: restored(rest),
    wordList: wordListOf(names.words),
    lengths,
    everyday,
  };
}

const stored = ({ of, table }: Texts): StoredTexts => ({
  of,
  words: table.words.join("\n"),
  starts: [...table.starts],
  rows: [...table.rows],
});

const restored = ({ of, words, starts, rows }: StoredTexts): Texts => ({
  of,
  // No word and one empty word are the same text.
  table: {
    words: starts.length > 1 ? words.split("\n") : [],
    starts: Uint32Array.from(starts),
    rows: Uint32Array.from(rows),
  },
});
