import type { Entry, Fact, Quote, Source } from "../core/pack.ts";
import { wordingKey } from "../ui/keys.ts";
import { safeHref, sourceTitle } from "../ui/source-title.ts";
import type { Speech } from "../ui/words-context.ts";

/** The same citation in the forms that one clipboard item can carry. */
export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
}

/** The words, who said them when and where, how far the wording can be trusted, and the source. */
export function citeQuote(quote: Quote, sources: readonly Source[], { words, formats }: Speech): Citation {
  const { text, speaker, role, occasion, date, source, wording } = quote;
  const about = [speaker, role, occasion, date && formats.date(date)];
  return cite(`“${text}”`, about, [source], sources, words.say(wordingKey(wording)), text);
}

export function citeFact(
  { text, date, sources: ids }: Fact,
  { name }: Entry,
  sources: readonly Source[],
  { formats }: Speech,
): Citation {
  return cite(text, [name, date && formats.date(date)], ids, sources);
}

/** Name, line and summary with what they rest on. */
export function citeEntry(entry: Entry, sources: readonly Source[], { words, formats }: Speech): Citation {
  const { name, line, summary, asOf } = entry;
  const about = words.say("card_cited_from", words.say("card_as_of", formats.date(asOf)));
  return cite(`${name}: ${line}. ${summary}`, [about], entry.sources, sources);
}

/** A text that is no citation. */
export const citeText = (text: string): Citation => ({ plain: text, markdown: text, html: markup(text) });

/** Words at each end of a long quotation that find it in its page. */
const EDGE = 5;

/** The address of these very words in a page (WICG scroll-to-text-fragment); keeps a fragment the address has. */
export function textFragment(href: string, quoted: string): string {
  const words = quoted.replace(/[,.;:]$/, "").split(/\s+/);
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
  const ends = [words.slice(0, EDGE), words.slice(-EDGE)];
  const text = (words.length > 2 * EDGE ? ends : [words]).map(encode).join(",");
  return `${href}${href.includes("#") ? "" : "#"}:~:text=${text}`;
}

function cite(
  text: string,
  about: readonly (string | null)[],
  ids: readonly string[],
  sources: readonly Source[],
  note = "",
  quoted?: string,
): Citation {
  const known = about.filter(Boolean).join(", ");
  const cited = ids.flatMap((id) => sources.filter((source) => source.id === id));
  const write = (safe: (text: string) => string, link: (title: string, href: string) => string) => ({
    text: safe(text),
    from: [
      safe(known),
      ...cited.map((source) => {
        const title = safe([sourceTitle(source), source.publisher, source.date].filter(Boolean).join(", "));
        const href = safeHref(source.url);
        return href === null ? title : link(title, quoted === undefined ? href : textFragment(href, quoted));
      }),
      ...(note ? [safe(note)] : []),
    ].join("; "),
  });
  const plain = write(String, (title, href) => `${title}, ${href}`);
  const md = write(markdown, (title, href) => `[${title}](<${href}>)`);
  const html = write(markup, (title, href) => `<a href="${markup(href)}">${title}</a>`);
  return {
    plain: `${plain.text}\n— ${plain.from}`,
    markdown: `> ${md.text}\n>\n> — ${md.from}`,
    html: `<blockquote>${html.text}</blockquote><p>— ${html.from}</p>`,
  };
}

/** Only for the clipboard; nothing of ours reads it back as markup. */
const markup = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const markdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
