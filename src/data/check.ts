import type { Entry, Pack, PartialDate, Quote, Relation, Source } from "../core/pack.ts";
import { SYMMETRIC } from "../core/pack.ts";
import { checkAliases } from "./check-aliases.ts";
import { checkFigures } from "./check-figures.ts";
import { checkTexts } from "./check-texts.ts";
import { isRefusedHost } from "./refused-hosts.ts";

/** What is wrong between parts that are each sound by themselves. */
export interface Finding {
  readonly file: string;
  readonly item: string;
  readonly field: string;
  readonly message: string;
}

/** Ids that may be pointed at although the pack does not hold them: a fragment is checked before it is merged. */
export interface Elsewhere {
  readonly entries: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

const NOTHING_ELSEWHERE: Elsewhere = { entries: new Set(), sources: new Set() };

/** Everything wrong with a well-formed pack, in file order; empty means it may ship. */
export function checkPack(pack: Pack, elsewhere = NOTHING_ELSEWHERE): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (item, field, message) => findings.push({ file: "", item, field, message });
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const known: Known = {
    entry: (id) => ids.has(id) || elsewhere.entries.has(id),
    source: (id) => sources.has(id) || elsewhere.sources.has(id),
    sections: (id) => sources.get(id)?.sections,
  };
  const ids = new Set(pack.entries.map((entry) => entry.id));
  checkIds(pack, say);
  for (const source of pack.sources) checkSource(source, say);
  for (const quote of pack.quotes) checkQuote(quote, known, say);
  for (const entry of pack.entries) {
    checkSources(entry, known, say);
    checkFigures(entry, say);
    checkTexts(entry, say);
  }
  checkRelations(pack.entries, known, say);
  checkAliases(pack.entries, say);
  return findings;
}

export type Say = (item: string, field: string, message: string) => void;

interface Known {
  readonly entry: (id: string) => boolean;
  readonly source: (id: string) => boolean;
  readonly sections: (id: string) => Source["sections"];
}

function checkIds(pack: Pack, say: Say): void {
  for (const [list, items] of [
    ["source", pack.sources],
    ["quote", pack.quotes],
    ["entry", pack.entries],
  ] as const) {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) say(id, "id", `another ${list} has this id`);
      seen.add(id);
    }
  }
  const current = new Set(pack.entries.map((entry) => entry.id));
  for (const { id, formerIds = [] } of pack.entries) {
    formerIds.forEach((former, at) => {
      if (current.has(former)) say(id, `formerIds[${at}]`, `"${former}" is the id of an entry`);
    });
  }
}

function checkSource({ id, title, url, date, grade }: Source, say: Say): void {
  if (url === null && title === null) say(id, "url", "a source needs an address or a title");
  if (url === null && grade !== "document") say(id, "url", "only a source document may lack an address");
  if (url !== null && URL.canParse(url) && isRefusedHost(new URL(url).hostname)) {
    say(id, "url", "is a copy or an aggregator: cite the original");
  }
  if (date !== null && date > NEVER_YET) say(id, "date", `"${date}" is not a year of this pack`);
}

/** A source from after this is a typing error. */
const NEVER_YET: PartialDate = "2100";

function checkQuote(quote: Quote, known: Known, say: Say): void {
  const { id, source, section, speakerId, about } = quote;
  if (!known.source(source)) say(id, "source", `"${source}" is no source`);
  else if (section !== null && known.sections(source)?.[section] === undefined) {
    say(id, "section", `"${section}" is no section of ${source}`);
  }
  if (speakerId !== undefined && !known.entry(speakerId)) say(id, "speakerId", `"${speakerId}" is no entry`);
  about.forEach((target, at) => {
    if (!known.entry(target)) say(id, `about[${at}]`, `"${target}" is no entry`);
    if (about.indexOf(target) !== at) say(id, `about[${at}]`, `"${target}" stands there twice`);
  });
}

function checkSources(entry: Entry, known: Known, say: Say): void {
  const { id, sources, editorial, facts, figures, events, differences } = entry;
  const claims: [string, readonly string[]][] = [
    ["sources", sources],
    ...facts.map((fact, at): [string, readonly string[]] => [`facts[${at}].sources`, fact.sources]),
    ...figures.map((figure, at): [string, readonly string[]] => [`figures[${at}].sources`, figure.sources]),
    ...events.map((event, at): [string, readonly string[]] => [`events[${at}].sources`, event.sources]),
    ...differences.flatMap(({ claim, record }, at): [string, readonly string[]][] => [
      [`differences[${at}].claim.sources`, claim.sources],
      [`differences[${at}].record.sources`, record.sources],
    ]),
  ];
  for (const [field, named] of claims) {
    named.forEach((source, at) => {
      if (!known.source(source)) say(id, `${field}[${at}]`, `"${source}" is no source`);
      if (named.indexOf(source) !== at) say(id, `${field}[${at}]`, `"${source}" stands there twice`);
    });
  }
  if (sources.length === 0 && !editorial) say(id, "sources", "line and summary rest on no source");
  if (!editorial && !facts.some((fact) => fact.date !== null && fact.sources.length > 0)) {
    say(id, "facts", "no fact with a date and a source");
  }
  if (editorial && entry.kind !== "concept")
    say(id, "editorial", "only a concept may rest on the editors alone");
}

/** The inverse of a relation is derived, so each tie is written once, from one end. */
function checkRelations(entries: readonly Entry[], known: Known, say: Say): void {
  const written = new Set(
    entries.flatMap(({ id, relations }) => relations.map((r) => tie(id, r.type, r.target))),
  );
  for (const { id, relations } of entries) {
    const here = new Set<string>();
    relations.forEach(({ type, target }: Relation, at) => {
      const field = `relations[${at}]`;
      if (target === id) say(id, field, "points at its own entry");
      else if (!known.entry(target)) say(id, `${field}.target`, `"${target}" is no entry`);
      if (here.has(`${type} ${target}`)) say(id, field, `"${type} ${target}" stands there twice`);
      here.add(`${type} ${target}`);
      if (target > id && written.has(tie(target, type, id))) {
        const why = SYMMETRIC.includes(type)
          ? "the other end says it too"
          : "the other end says the same of this one";
        say(id, field, `"${type} ${target}": ${why}`);
      }
      if (
        type === "related" &&
        relations.some((other) => other.target === target && other.type !== "related")
      ) {
        say(id, field, `"related ${target}" adds nothing to the relation already there`);
      }
    });
  }
}

const tie = (from: string, type: string, to: string): string => `${from} ${type} ${to}`;
