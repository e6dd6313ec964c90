import { tableOf, type WordTable } from "./search-words.ts";

/** What search reads of an entry. */
export interface Searchable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly speakers: readonly string[];
  readonly line: string;
  readonly everyday: boolean;
  /** Where whoever sends the rows has folded them already. */
  readonly plain?: PlainTexts;
}

/** What an index is made of; to fold it takes a popup 6 ms. */
export interface PlainTexts {
  /** Of the name, then of each alias. */
  readonly names: readonly string[];
  /** Of speakers and one-liner. */
  readonly rest: string;
}

export const plainTexts = (
  { name, aliases, speakers, line }: Searchable,
  fold: (text: string) => string,
): PlainTexts => ({
  names: [name, ...aliases].map((text) => plain(text, fold)),
  rest: plain([...speakers, line].join(" "), fold),
});

/** A text per row, and its words. */
export interface Texts {
  readonly of: readonly string[];
  readonly table: WordTable;
}

/**
 * The rows as text to look into, folded once:
 *
 *     names   "\n sovereign ai\n national ai\n"    every word after a space, every name after a line break
 *     tight   "\nsovereignai\nnationalai\n"        the same without spaces: every name is one word
 *     rest    " sam altman a country s own\n"      speakers and the one-liner
 */
export interface Indexed {
  readonly names: Texts;
  readonly tight: Texts;
  readonly rest: Texts;
  /** All words of the names, one a line: `indexOf` over megabytes beats a call per word many times. */
  readonly wordList: string;
  readonly lengths: readonly number[];
  readonly everyday: readonly boolean[];
}

/** @param later does what need not be there at once; what is asked for before is made then. Without it all is made now */
export function indexRows(
  rows: readonly Searchable[],
  fold: (text: string) => string,
  later: (work: () => void) => void = (work) => work(),
): Indexed {
  const texts = rows.map((row) => row.plain ?? plainTexts(row, fold));
  const named = texts.map(({ names }) => names);
  const joined = named.map((texts) => texts.map((text) => text.replaceAll(" ", "")));
  let known: Texts | null = null;
  const rest = (): Texts => {
    known ??= restOf(texts);
    return known;
  };
  later(rest);
  const names = {
    of: named.map((texts) => flat("\n ", texts.join("\n "), "\n")),
    table: tableOf(named.map((texts) => texts.flatMap((text) => text.split(" ")))),
  };
  return {
    names,
    tight: { of: joined.map((texts) => flat("\n", texts.join("\n"), "\n")), table: tableOf(joined) },
    get rest() {
      return rest();
    },
    wordList: `\n${names.table.words.join("\n")}\n`,
    lengths: rows.map(({ name }) => name.length),
    everyday: rows.map(({ everyday }) => everyday),
  };
}

const restOf = (texts: readonly PlainTexts[]): Texts => ({
  of: texts.map(({ rest }) => flat(" ", rest, "\n")),
  table: tableOf(texts.map(({ rest }) => rest.split(" "))),
});

/** One piece of memory: what `+` gives is put together at the first look into it, which would be the first key pressed. */
const flat = (...parts: readonly string[]): string => parts.join("");

/** Folded words with one space between them; "" where a text has neither letter nor digit. */
export function plain(text: string, fold: (text: string) => string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
