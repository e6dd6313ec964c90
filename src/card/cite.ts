import type { Entry, Fact, Quote, Source } from "../core/pack.ts";
import type { Words } from "../core/words.ts";
import type { Formats } from "../ui/format.ts";
import { wordingKey } from "../ui/keys.ts";
import { safeHref, sourceTitle } from "../ui/source-title.ts";

/** The same citation in the forms that one clipboard item can carry. */
export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
}

export interface Language {
  readonly words: Words;
  readonly formats: Formats;
}

/** The words, who said them when and where, how far the wording can be trusted, and the source. */
export function citeQuote(quote: Quote, sources: readonly Source[], { words, formats }: Language): Citation {
  const source = sources.find(({ id }) => id === quote.source);
  const said = [quote.speaker, quote.role, quote.occasion, quote.date && formats.date(quote.date)]
    .filter(Boolean)
    .join(", ");
  const wording = words.say(wordingKey(quote.wording));
  const link = source ? [linkTo(source, formats, quote.text)] : [];
  return join(`“${quote.text}”`, said, link, wording);
}

export function citeFact(
  fact: Fact,
  entry: Entry,
  sources: readonly Source[],
  { formats }: Language,
): Citation {
  const about = [entry.name, fact.date && formats.date(fact.date)].filter(Boolean).join(", ");
  return join(fact.text, about, linksTo(fact.sources, sources, formats), null);
}

/** Name, line and summary with what they rest on. */
export function citeEntry(entry: Entry, sources: readonly Source[], { words, formats }: Language): Citation {
  const asOf = words.say("card_as_of", formats.date(entry.asOf));
  const text = `${entry.name}: ${entry.line}. ${entry.summary}`;
  return join(text, words.say("card_cited_from", asOf), linksTo(entry.sources, sources, formats), null);
}

interface Link {
  readonly text: string;
  readonly href: string | null;
}

function linksTo(ids: readonly string[], sources: readonly Source[], formats: Formats): Link[] {
  return ids
    .flatMap((id) => sources.filter((source) => source.id === id))
    .map((source) => linkTo(source, formats));
}

function linkTo(source: Source, formats: Formats, quoted?: string): Link {
  const text = [sourceTitle(source), source.publisher, source.date && formats.date(source.date)]
    .filter(Boolean)
    .join(", ");
  const href = safeHref(source.url);
  return { text, href: href !== null && quoted !== undefined ? textFragment(href, quoted) : href };
}

/** Words at each end of a long quotation that find it in its page. */
const EDGE = 5;

/** The address of these very words in a page (WICG scroll-to-text-fragment); keeps a fragment the page has. */
export function textFragment(href: string, quoted: string): string {
  const words = quoted
    .trim()
    .replace(/[,.;:]$/, "")
    .split(/\s+/);
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
  const text =
    words.length <= 2 * EDGE
      ? encode(words)
      : `${encode(words.slice(0, EDGE))},${encode(words.slice(-EDGE))}`;
  return `${href}${href.includes("#") ? "" : "#"}:~:text=${text}`;
}

function join(text: string, about: string, links: readonly Link[], note: string | null): Citation {
  const after = note === null ? "" : ` (${note})`;
  const plainLinks = links.map(({ text: title, href }) => (href === null ? title : `${title}, ${href}`));
  const mdLinks = links.map(({ text: title, href }) =>
    href === null ? markdown(title) : `[${markdown(title)}](<${href}>)`,
  );
  const htmlLinks = links.map(({ text: title, href }) =>
    href === null ? markup(title) : `<a href="${markup(href)}">${markup(title)}</a>`,
  );
  return {
    plain: `${text}\n— ${[about, ...plainLinks].join("; ")}${after}`,
    markdown: `> ${markdown(text)}\n>\n> — ${[markdown(about), ...mdLinks].join("; ")}${markdown(after)}`,
    html: `<blockquote><p>${markup(text)}</p></blockquote><p>— ${[markup(about), ...htmlLinks].join("; ")}${markup(after)}</p>`,
  };
}

/** Only for the clipboard; nothing of ours reads it back as markup. */
const markup = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const markdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
