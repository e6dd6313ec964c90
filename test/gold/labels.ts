/**
 * The gold pages carry their answers in the source: `«text|id»` around each mention, `«text|id/id»` where two
 * entries are equally right. The text may hold tags and character references: `«Stargate <b>UAE</b>|stargate-uae»`.
 */
const LABEL = /«([^«»|]*)\|([a-z0-9-]+(?:\/[a-z0-9-]+)*)»/gu;

export interface Label {
  readonly id: string;
  /** Other entries an editor would also accept here. */
  readonly also: readonly string[];
  /** As the reader sees it: tags left out, references decoded, white space as in the source. */
  readonly text: string;
  /** 0 for the page's first mention. */
  readonly order: number;
  /**
   * Where it stands: how many characters other than white space precede its start and its end in the body's
   * text nodes (scripts' and hidden ones too), in UTF-16 units. White space is left out since parsers differ there.
   */
  readonly start: number;
  readonly end: number;
}

export interface GoldPage {
  /** What a browser gets. */
  readonly html: string;
  readonly mentions: readonly Label[];
}

export const stripLabels = (html: string): string => html.replace(LABEL, "$1");

// Private use characters: no page of ours holds them.
const OPEN = "\uE000";
const CLOSE = "\uE001";

/** @throws where a label is broken, which would otherwise be counted as text */
export function readLabels(labelled: string): GoldPage {
  const ids: string[] = [];
  const marked = labelled.replace(LABEL, (_, text: string, id: string) => {
    ids.push(id);
    return `${OPEN}${text}${CLOSE}`;
  });
  const stray = /«[^«»|]*\||\|[a-z0-9/-]+»/u.exec(marked);
  if (stray) throw new Error(`a broken label: ${stray[0]}`);

  const mentions: Label[] = [];
  let ink = 0;
  let text = "";
  let start = -1;
  for (const char of bodyText(marked)) {
    if (char === OPEN) {
      start = ink;
      text = "";
    } else if (char === CLOSE) {
      const [id = "", ...also] = (ids[mentions.length] ?? "").split("/");
      mentions.push({ id, also, text, order: mentions.length, start, end: ink });
      start = -1;
    } else {
      if (start >= 0) text += char;
      if (!/\s/u.test(char)) ink += char.length;
    }
  }
  if (mentions.length !== ids.length)
    throw new Error("a label stands in a tag, a comment or outside of the body");
  return { html: stripLabels(labelled), mentions };
}

const MARKUP =
  /<!--[\s\S]*?-->|<(script|style)\b[^>]*>([\s\S]*?)<\/\1>|<\/?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/giu;

/** The text of the body's text nodes, joined. Knows as much HTML as our own pages use. */
function bodyText(html: string): string {
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/iu.exec(html)?.[1] ?? html;
  let text = "";
  let last = 0;
  for (const tag of body.matchAll(MARKUP)) {
    text += decode(body.slice(last, tag.index)) + (tag[2] ?? "");
    last = tag.index + tag[0].length;
  }
  return text + decode(body.slice(last));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00A0",
  shy: "\u00AD",
  ndash: "–",
  mdash: "—",
};

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (all, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    const known = NAMED[name ?? ""];
    if (known === undefined) throw new Error(`a character reference to add here: ${all}`);
    return known;
  });
