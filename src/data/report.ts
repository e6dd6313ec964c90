import { keyOf } from "../core/fold.ts";
import type { Entry, Pack, PartialDate, Quote, Source } from "../core/pack.ts";
import { sharedAliases } from "./check-aliases.ts";
import { countWords, prose } from "./check-texts.ts";

/** What an editor wants to know of a pack, as lines of plain text. Judges nothing: problems are `check.ts`'s. */
export function report(pack: Pack, commonWords: ReadonlySet<string>): string[] {
  const gradeOf = new Map(pack.sources.map((source) => [source.id, source.grade]));
  return [
    "Entries (facts, quotes, figures, events; sources document/primary/press; words; aliases; oldest date)",
    ...pack.entries.map((entry) => entryLine(entry, quotesAbout(pack.quotes, entry.id), gradeOf)),
    "",
    ...section("Aliases shared by two entries, and what separates them", sharedLines(pack)),
    ...section("Aliases that are common English words, without cues", bareWords(pack, commonWords)),
    ...section(
      "Entries under the bar",
      pack.entries.flatMap((entry) => underTheBar(entry, pack)),
    ),
    ...section("Sources nothing rests on", unused(pack)),
    `${pack.entries.length} entries, ${pack.quotes.length} quotes, ${pack.sources.length} sources, ` +
      `${sum(pack.entries, (e) => e.facts.length)} facts, ${sum(pack.entries, (e) => e.figures.length)} figures, ` +
      `${sum(pack.entries, (e) => e.events.length)} events, ${sum(pack.entries, (e) => e.aliases.length)} aliases, ` +
      `${sum(pack.entries, (e) => e.relations.length)} relations`,
  ];
}

/** Quotes on an entry's card: those about it, and those it spoke itself. */
export function quotesAbout(quotes: readonly Quote[], id: string): Quote[] {
  return quotes.filter((quote) => quote.about.includes(id) || quote.speakerId === id);
}

/** Every source an entry rests on, each once. */
export function sourcesOf(entry: Entry): string[] {
  const accounts = entry.differences.flatMap(({ claim, record }) => [claim, record]);
  const claims = [entry, ...entry.facts, ...entry.figures, ...entry.events, ...accounts];
  return [...new Set(claims.flatMap((claim) => claim.sources))];
}

function entryLine(
  entry: Entry,
  quotes: readonly Quote[],
  gradeOf: ReadonlyMap<string, Source["grade"]>,
): string {
  const grades = sourcesOf(entry).map((id) => gradeOf.get(id));
  const count = (grade: Source["grade"]) => grades.filter((found) => found === grade).length;
  const words = prose(entry).reduce((total, [, text]) => total + countWords(text), countWords(entry.line));
  return [
    entry.id.padEnd(34),
    `${entry.facts.length} f`,
    `${quotes.length} q`,
    `${entry.figures.length} n`,
    `${entry.events.length} e`,
    `${count("document")}/${count("primary")}/${count("press")}`,
    `${words} words`,
    `${entry.aliases.length} aliases`,
    oldestDate(entry),
  ].join("  ");
}

function oldestDate(entry: Entry): string {
  return inOrder(datesOf(entry))[0] ?? "undated";
}

function datesOf({ facts, figures }: Entry): PartialDate[] {
  return [...facts.flatMap(({ date }) => date ?? []), ...figures.map(({ asOf }) => asOf)];
}

/** Partial dates sort as text: "2025" before "2025-01" before "2025-01-20". */
function inOrder(dates: readonly PartialDate[]): PartialDate[] {
  return dates.toSorted((a, b) => (a < b ? -1 : 1));
}

function sharedLines(pack: Pack): string[] {
  return sharedAliases(pack.entries).map(
    ({ text, entries, separator }) => `${text}: ${entries.join(", ")} (${separator ?? "NOTHING"})`,
  );
}

/** An alias of one common word that any page may hold: it needs cues, an exact case, or to be an everyday term. */
function bareWords(pack: Pack, commonWords: ReadonlySet<string>): string[] {
  return pack.entries.flatMap(({ id, aliases }) =>
    aliases
      .filter(
        ({ text, cues, lang }) => !cues?.length && commonWords.has(keyOf(text)) && (lang ?? "en") === "en",
      )
      .map(({ text, case: letters, everyday, surname }) => {
        const policy = [letters && `case ${letters}`, everyday && "everyday", surname && "surname"].filter(
          Boolean,
        );
        return `${text}: ${id} (${policy.join(", ") || "no policy at all"})`;
      }),
  );
}

function underTheBar(entry: Entry, pack: Pack): string[] {
  const dates = [
    ...entry.facts.map((fact) => fact.date ?? ""),
    ...entry.figures.map((figure) => figure.asOf),
  ];
  const newest = dates.sort().at(-1) ?? "";
  const tied = pack.entries.some((other) => other.relations.some((relation) => relation.target === entry.id));
  const faults = [
    !entry.editorial && entry.facts.length === 0 && "no fact",
    entry.relations.length === 0 && !tied && "tied to nothing",
    newest.slice(0, entry.asOf.length) > entry.asOf &&
      `as of ${entry.asOf}, but its newest fact is of ${newest}`,
    entry.name === entry.summary && "summary says nothing",
  ].filter((fault) => fault !== false);
  return faults.map((fault) => `${entry.id}: ${fault}`);
}

function unused(pack: Pack): string[] {
  const used = new Set([...pack.entries.flatMap(sourcesOf), ...pack.quotes.map((quote) => quote.source)]);
  return pack.sources.filter((source) => !used.has(source.id)).map((source) => source.id);
}

function section(title: string, lines: readonly string[]): string[] {
  return [`${title}: ${lines.length === 0 ? "none" : ""}`.trim(), ...lines.map((line) => `  ${line}`), ""];
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
