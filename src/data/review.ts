import type { Account, Entry, Figure, Pack, Quote, Source } from "../core/pack.ts";
import { quotesAbout, sourcesOf } from "./report.ts";

/**
 * All entries as one page for reading in one go, in the order of the card: what an editor signs.
 * A file for the editor's own browser; nothing of it ships.
 */
export function review(pack: Pack): string {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const names = new Map(pack.entries.map((entry) => [entry.id, entry.name]));
  const articles = pack.entries.map((entry) =>
    article(entry, { sources, names, quotes: quotesAbout(pack.quotes, entry.id) }),
  );
  const contents = pack.entries.map(({ id, name }) => html`<a href="#${id}">${name}</a>`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${pack.name}: review</title><style>${raw(STYLE)}</style></head>
<body><h1>${pack.name}, revision ${pack.revision}</h1>
<p>${pack.entries.length} entries, ${pack.quotes.length} quotes, ${pack.sources.length} sources.</p>
<nav>${raw(contents.join(" · "))}</nav>
${raw(articles.join("\n"))}
</body></html>
`;
}

interface Context {
  readonly sources: ReadonlyMap<string, Source>;
  readonly names: ReadonlyMap<string, string>;
  readonly quotes: readonly Quote[];
}

function article(entry: Entry, context: Context): string {
  const cite = (ids: readonly string[]) => raw(citations(ids, context.sources));
  const account = ({ text, sources }: Account) => html`${text} ${cite(sources)}`;
  const parts = [
    list(
      "Figures",
      entry.figures.map((figure) => html`${figureText(figure)} ${cite(figure.sources)}`),
    ),
    list("Quotes", context.quotes.map(quoteText)),
    list(
      "Where accounts differ",
      entry.differences.flatMap(({ claim, record }) => [
        html`<b>The source document:</b> ${raw(account(claim))}`,
        html`<b>The record:</b> ${raw(account(record))}`,
      ]),
    ),
    list(
      "Facts",
      entry.facts.map((fact) => html`<i>${fact.date ?? "undated"}</i> ${fact.text} ${cite(fact.sources)}`),
    ),
    list(
      "Timeline",
      entry.events.map((event) => html`<i>${event.date}</i> ${event.text} ${cite(event.sources)}`),
    ),
    list(
      "Related",
      entry.relations.map(
        ({ type, target }) => html`${type} <a href="#${target}">${context.names.get(target) ?? target}</a>`,
      ),
    ),
    list(
      "Aliases",
      entry.aliases.map(({ text, ...policy }) => html`${text} <small>${policyText(policy)}</small>`),
    ),
    list(
      "Sources",
      sourcesOf(entry).map((id) => sourceText(context.sources.get(id), id)),
    ),
  ];
  const rest = entry.editorial
    ? "A plain definition by the editors."
    : raw(citations(entry.sources, context.sources));
  return html`<article id="${entry.id}"><h2>${entry.name}</h2>
<p class="kind">${entry.kind} · ${entry.id}</p><p><b>${entry.line}</b></p>
<p>${entry.summary} <small>As of ${entry.asOf}.</small> ${rest}</p>
${raw(parts.join(""))}</article>`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return html`<h3>${title}</h3><ul>${raw(items.map((item) => `<li>${item}</li>`).join(""))}</ul>`;
}

function figureText({ label, qualifier, value, unit, asOf, of }: Figure): string {
  const part = of === undefined ? "" : `, part of ${of}`;
  return `${label}: ${qualifier ? `${qualifier} ` : ""}${value.toLocaleString("en")} ${unit} (${asOf}${part})`;
}

function quoteText({ text, speaker, role, occasion, date, section, wording, note, compare }: Quote): string {
  const label =
    wording === "reworded"
      ? "As worded in the source document; the published original differs."
      : "As worded in the source document; not compared with an original.";
  const where = [speaker, role, occasion, date, section && `section ${section}`].filter(Boolean).join(", ");
  const link = compare === undefined ? "" : html` <a href="${compare}">Compare</a>`;
  return html`<q>${text}</q><br>${where}<br><small>${label} ${note}${raw(link)}</small>`;
}

function policyText(policy: object): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join("; ");
}

function sourceText(source: Source | undefined, id: string): string {
  if (!source) return html`${id}`;
  const { title, publisher, url, date, grade } = source;
  const words = [title ?? (url && new URL(url).hostname), publisher, date, grade].filter(Boolean).join(", ");
  return url === null ? html`${words}` : html`<a href="${url}">${words}</a>`;
}

function citations(ids: readonly string[], sources: ReadonlyMap<string, Source>): string {
  return html`<small class="cite">[${ids.map((id) => sources.get(id)?.publisher ?? id).join("; ")}]</small>`;
}

/** Text that is markup already, made by `html` itself. */
interface Raw {
  readonly markup: string;
}

const raw = (markup: string): Raw => ({ markup });

/** A template whose every value is escaped, unless it is `raw`. */
function html(parts: TemplateStringsArray, ...values: readonly (string | number | Raw)[]): string {
  return parts.reduce((page, part, at) => {
    const value = values[at - 1] ?? "";
    return page + (typeof value === "object" ? value.markup : escapeText(String(value))) + part;
  });
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c }
article { border-top: 1px solid #bbb; padding: 1rem 0 } h2 { margin: 0 } h3 { margin: 1rem 0 0; font-size: 1rem }
ul { margin: 0.25rem 0; padding-left: 1.2rem } small, .kind { color: #666 } .cite { font-size: 0.75rem }
nav { font-size: 0.85rem; color: #999 }`;
