/** What search reads of an entry. */
export interface Searchable {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly speakers: readonly string[];
  readonly line: string;
  readonly everyday: boolean;
}

/**
 * The rows as text to look into, folded once:
 *
 *     names   "\n sovereign ai\n national ai\n"    every word after a space, every name after a line break
 *     tight   "\nsovereignai\nnationalai\n"        the same without spaces
 *     texts   as names, then speakers and the one-liner
 *     words   every different word of the names;   joined: every name as one word
 */
export interface Indexed {
  readonly names: Texts;
  readonly tight: Texts;
  readonly texts: Texts;
  readonly words: readonly string[];
  readonly joined: readonly string[];
  readonly lengths: readonly number[];
  readonly everyday: readonly boolean[];
}

/** A text per row, looked through as one: `indexOf` over megabytes beats a call per row many times. */
export interface Texts {
  readonly of: readonly string[];
  /** Rows that hold the part, in order, each once. */
  rowsWith(part: string): readonly number[];
}

export function indexRows(rows: readonly Searchable[], fold: (text: string) => string): Indexed {
  const named = rows.map(({ name, aliases }) => [name, ...aliases].map((text) => plain(text, fold)));
  const joined = named.map((texts) => texts.map((text) => text.replaceAll(" ", "")));
  const names = named.map((texts) => `\n ${texts.join("\n ")}\n`);
  return {
    names: textsOf(names),
    tight: textsOf(joined.map((texts) => `\n${texts.join("\n")}\n`)),
    texts: textsOf(
      rows.map(({ speakers, line }, at) => `${names[at]} ${plain([...speakers, line].join(" "), fold)}\n`),
    ),
    words: different(named.flatMap((texts) => texts.flatMap((text) => text.split(" ")))),
    joined: different(joined.flat()),
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

function textsOf(of: readonly string[]): Texts {
  const all = of.join("");
  const ends = new Uint32Array(of.length);
  let length = 0;
  for (const [at, text] of of.entries()) ends[at] = length += text.length;
  return {
    of,
    rowsWith(part) {
      const rows: number[] = [];
      let row = 0;
      for (let at = all.indexOf(part); at !== -1; at = all.indexOf(part, ends[row++])) {
        while (ends[row]! <= at) row++;
        // A part may not reach from one row into the next.
        if (at + part.length <= ends[row]!) rows.push(row);
      }
      return rows;
    },
  };
}

/** Shorter words are not worth a guess. */
const MIN_WORD = 3;

function different(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter(({ length }) => length >= MIN_WORD);
}
