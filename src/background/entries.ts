import type { Entry, EntryId, Pack, Quote, Source, SourceId } from "../core/pack.ts";
import { SYMMETRIC } from "../core/pack.ts";
import type { CardContent, SearchRow, Tie } from "../messages/contract.ts";
import type { Answers, Deps } from "./deps.ts";
import { entryRoute, openPage } from "./page.ts";

export interface Entries {
  readonly rows: readonly SearchRow[];
  get(id: EntryId): CardContent | null;
}

/** The entries of a pack as cards and search need them. Built once per life of the background; a few ms at 170 entries. */
export function createEntries(pack: Pack): Entries {
  const byId = new Map<EntryId, Entry>();
  for (const entry of pack.entries)
    for (const id of [entry.id, ...(entry.formerIds ?? [])]) byId.set(id, entry);
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const meta = { name: pack.name, revision: pack.revision, updated: pack.updated };

  return {
    rows: pack.entries.map((entry) => rowOf(entry, pack.quotes)),
    get(id) {
      const entry = byId.get(id);
      if (!entry) return null;
      const quotes = quotesOf(entry, pack.quotes);
      return {
        entry,
        quotes,
        sources: cited(entry, quotes, sources),
        ties: tiesOf(entry, pack, byId),
        pack: meta,
      };
    },
  };
}

function rowOf(entry: Entry, quotes: readonly Quote[]): SearchRow {
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    line: entry.line,
    aliases: entry.aliases.map(({ text }) => text),
    speakers: [...new Set(quotesOf(entry, quotes).map(({ speaker }) => speaker))],
    everyday: entry.aliases.length > 0 && entry.aliases.every(({ everyday }) => everyday),
  };
}

/** Quotes about the entry, then those it spoke; each once. */
function quotesOf({ id }: Entry, quotes: readonly Quote[]): readonly Quote[] {
  const about = quotes.filter((quote) => quote.about.includes(id));
  return [...about, ...quotes.filter((quote) => quote.speakerId === id && !about.includes(quote))];
}

/** Every source the card cites, numbered by order of first citation on it. */
function cited(
  entry: Entry,
  quotes: readonly Quote[],
  sources: ReadonlyMap<SourceId, Source>,
): readonly Source[] {
  const ids = [
    ...entry.sources,
    ...entry.figures.flatMap((figure) => figure.sources),
    ...quotes.map((quote) => quote.source),
    ...entry.differences.flatMap(({ claim, record }) => [...claim.sources, ...record.sources]),
    ...entry.facts.flatMap((fact) => fact.sources),
    ...entry.events.flatMap((event) => event.sources),
  ];
  return [...new Set(ids)].flatMap((id) => sources.get(id) ?? []);
}

/** What the entry says of others, then what others say of it; one tie for each other entry and type. */
function tiesOf(entry: Entry, pack: Pack, byId: ReadonlyMap<EntryId, Entry>): readonly Tie[] {
  const ties = new Map<string, Tie>();
  const add = (other: Entry | undefined, type: Tie["type"], fromOther: boolean): void => {
    if (!other || other === entry) return;
    const inverse = fromOther && !SYMMETRIC.includes(type);
    const { id, name, kind, line } = other;
    const key = `${id} ${type} ${inverse}`;
    if (!ties.has(key)) ties.set(key, { id, name, kind, line, type, inverse });
  };
  for (const { type, target } of entry.relations) add(byId.get(target), type, false);
  for (const other of pack.entries)
    for (const { type, target } of other.relations) if (byId.get(target) === entry) add(other, type, true);
  return [...ties.values()];
}

/** @param index of the rows, as of `storeIndex` */
export function entryHandlers(
  deps: Pick<Deps, "api" | "session" | "exclusive">,
  entries: () => Entries,
  index: string,
): Answers<"entry.get" | "search.index" | "entry.open"> {
  return {
    "entry.get": ({ id }) => entries().get(id),
    "search.index": () => ({ rows: entries().rows, index }),
    "entry.open": async ({ id }, { tab }) => {
      await openPage(deps, entryRoute(id), tab, "newForegroundTab");
      return null;
    },
  };
}
