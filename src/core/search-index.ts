/** What search reads of an entry. */
export interface Searchable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly speakers: readonly string[];
  readonly line: string;
  readonly everyday: boolean;
}

/**
 * The rows as strings to look into, one per row, folded once:
 *
 *     names   "\n sovereign ai\n national ai\n"    every word after a space, every name after a line break
 *     tight   "\nsovereignai\nnationalai\n"        the same without spaces
 *     texts   " trisha ray systems a government …"  speakers and the one-liner
 */
export interface Indexed {
  readonly names: readonly string[];
  readonly tight: readonly string[];
  readonly texts: readonly string[];
  readonly lengths: readonly number[];
  readonly everyday: readonly boolean[];
}

export function indexRows(rows: readonly Searchable[], fold: (text: string) => string): Indexed {
  const named = rows.map(({ name, aliases }) => [name, ...aliases].map((text) => plain(text, fold)));
  return {
    names: named.map((texts) => `\n ${texts.join("\n ")}\n`),
    tight: named.map((texts) => `\n${texts.map((text) => text.replaceAll(" ", "")).join("\n")}\n`),
    texts: rows.map(({ speakers, line }) => ` ${plain([...speakers, line].join(" "), fold)}`),
    lengths: rows.map(({ name }) => name.length),
    everyday: rows.map(({ everyday }) => everyday),
  };
}

/** Folded words with one space between them; "" where a text has neither letter nor digit. */
export function plain(text: string, fold: (text: string) => string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
