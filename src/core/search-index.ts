import { tableOf, type WordTable } from "./search-words.ts";

/** What search reads of an entry. */
export interface Searchable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly speakers: readonly string[];
  readonly line: string;
  readonly everyday: boolean;
}

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

export function indexRows(rows: readonly Searchable[], fold: (text: string) => string): Indexed {
  const named = rows.map(({ name, aliases }) => [name, ...aliases].map((text) => plain(text, fold)));
  const rest = rows.map(({ speakers, line }) => plain([...speakers, line].join(" "), fold));
  const of = named.map((texts) => flat("\n ", texts.join("\n "), "\n"));
  const names = { of, table: tableOf(named.map((texts) => texts.flatMap((text) => text.split(" ")))) };
  return {
    names,
    tight: { of: of.map(tightOf), table: tableOf(named.map((texts) => texts.map(tightOf))) },
    rest: {
      of: rest.map((text) => flat(" ", text, "\n")),
      table: tableOf(rest.map((text) => text.split(" "))),
    },
    wordList: wordListOf(names.table.words.join("\n")),
    lengths: rows.map(({ name }) => name.length),
    everyday: rows.map(({ everyday }) => everyday),
  };
}

export const tightOf = (text: string): string => text.replaceAll(" ", "");

/** @param words one a line */
export const wordListOf = (words: string): string => `\n${words}\n`;

/** One piece of memory: what `+` gives is put together at the first look into it, which would be the first key pressed. */
const flat = (...parts: readonly string[]): string => parts.join("");

/** Folded words with one space between them; "" where a text has neither letter nor digit. */
export function plain(text: string, fold: (text: string) => string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
