import * as v from "valibot";
import { GRADES, KINDS, RELATIONS, WORDINGS } from "../core/pack.ts";

/**
 * The checked shape of a pack: the same truth as the types of `core/pack.ts` (`schema.test.ts` holds them equal).
 * Messages are one plain clause each, because `npm run data` prints them after file, entry and field.
 * Every object is strict: a field nobody knows is more often a typing error than a wish.
 */

/** Longest text of each sort, UTF-16 units. Generous for honest data, small enough that a card stays a card. */
const LIMIT = {
  alias: 80,
  cue: 60,
  label: 90,
  name: 90,
  line: 160,
  text: 400,
  summary: 600,
  quote: 700,
  title: 300,
  url: 1500,
} as const;

const plainText = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*$/u;
const noMarkup = /^(?![\s\S]*<[/!?A-Za-z])/;

const text = (limit: number, description: string) =>
  v.pipe(
    v.string(),
    v.minLength(1, "is empty"),
    v.maxLength(limit, `is longer than ${limit} characters`),
    v.regex(plainText, "holds a control or text-direction character"),
    v.regex(noMarkup, "holds markup"),
    v.check((value) => value.trim() === value, "begins or ends with a space"),
    v.description(description),
  );

const slug = (description: string) =>
  v.pipe(
    v.string(),
    v.maxLength(80, "is longer than 80 characters"),
    v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"),
    v.description(description),
  );

const partialDate = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "is not a date like 2025, 2025-05 or 2025-05-22"),
    v.check(exists, "is a date that does not exist"),
    v.description(description),
  );

const httpsUrl = (description: string) =>
  v.pipe(
    v.string(),
    v.maxLength(LIMIT.url, `is longer than ${LIMIT.url} characters`),
    v.regex(/^https:\/\/[^\s<>"\\^`{|}]+$/, "is not an https address"),
    v.check(isPublicAddress, "is not a public https address"),
    v.description(description),
  );

const language = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, "is not a language tag like en or zh-Hant"),
    v.description(description),
  );

const list = <const S extends v.GenericSchema>(item: S, most: number, description: string) =>
  v.pipe(v.array(item), v.maxLength(most, `has more than ${most} items`), v.description(description));

const sourceIds = v.pipe(
  v.array(slug("Id of a source of this pack.")),
  v.minLength(1, "names no source"),
  v.maxLength(12, "has more than 12 items"),
  v.description("What this rests on: one source at least."),
);

const SourceSchema = v.strictObject({
  id: slug("Unique in the pack; made from host and path."),
  title: v.nullable(text(LIMIT.title, "The title as seen; null if nobody saw it.")),
  publisher: v.nullable(text(120, "Who publishes it; null if nobody saw it.")),
  url: v.nullable(httpsUrl("Where it stands; null for the source document of a pack.")),
  date: v.nullable(partialDate("The date as seen; null if nobody saw it.")),
  grade: v.pipe(
    v.picklist(GRADES),
    v.description(
      "document: the source document of the pack. primary: the maker's own page, a law, a record. press: reporting and reference works.",
    ),
  ),
  sections: v.exactOptional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, "is not a section name")),
        text(160, "Title of the section."),
      ),
      v.description("Named parts of a long document."),
    ),
  ),
});

const QuoteSchema = v.strictObject({
  id: slug("Unique in the pack."),
  text: text(LIMIT.quote, "Letter for letter as in the source, without the outer quotation marks."),
  speaker: text(LIMIT.name, "The person or body whose words these are."),
  speakerId: v.exactOptional(slug("The speaker's entry, if there is one.")),
  role: text(160, "The speaker's role as the source gives it."),
  occasion: v.nullable(text(200, "Where it was said; null if unknown.")),
  date: v.nullable(partialDate("When it was said; null if unknown.")),
  source: slug("The source it is taken from."),
  section: v.nullable(v.pipe(v.string(), v.maxLength(20), v.description("A key of the source's sections."))),
  about: list(slug("Id of an entry."), 12, "Entries whose cards show this quote."),
  wording: v.pipe(
    v.picklist(WORDINGS),
    v.description(
      "reworded: known to differ from the published original. not-compared: no original was seen. Nothing is ever called verbatim.",
    ),
  ),
  note: text(LIMIT.text, "One sentence: what is known of how the wording differs."),
  compare: v.exactOptional(httpsUrl("Where a reader can compare.")),
});

const words = (description: string) => list(text(LIMIT.cue, "A plain word or phrase."), 60, description);

const AliasSchema = v.strictObject({
  text: text(LIMIT.alias, "The surface form as a reader meets it."),
  case: v.exactOptional(
    v.pipe(
      v.picklist(["exact", "capital", "free"]),
      v.description("exact: letter for letter. capital: starts with a capital. free: any."),
    ),
  ),
  lang: v.exactOptional(language("Only in text of this language.")),
  everyday: v.exactOptional(
    v.pipe(
      v.literal(true),
      v.description("An ordinary word of the field: answers the pointer, is not marked."),
    ),
  ),
  cues: v.exactOptional(words("The alias counts only with one of these near it or in the title.")),
  rivals: v.exactOptional(words("Words of other senses; near the alias they outweigh cues.")),
  neverAfter: v.exactOptional(words("The alias never counts directly after one of these.")),
  neverBefore: v.exactOptional(words("The alias never counts directly before one of these.")),
  surname: v.exactOptional(
    v.pipe(v.literal(true), v.description("A bare surname: counts once the full name stood earlier.")),
  ),
  inflect: v.exactOptional(
    v.pipe(
      v.picklist(["plural", "none"]),
      v.description("Endings that belong to the mention beside possessives."),
    ),
  ),
});

/** In a file an alias may be a bare string; parsed it is always an object. */
const AliasInFile = v.union([
  v.pipe(
    text(LIMIT.alias, "A surface form without a policy."),
    v.transform((bare): v.InferOutput<typeof AliasSchema> => ({ text: bare })),
  ),
  AliasSchema,
]);

const FactSchema = v.strictObject({
  text: text(LIMIT.text, "One plain sentence of our own, at most 30 words."),
  date: v.nullable(partialDate("When it was so; null if unknown.")),
  sources: sourceIds,
});

const FigureSchema = v.strictObject({
  id: slug("Unique in the entry."),
  label: text(LIMIT.label, "What the number counts."),
  value: v.pipe(
    v.number(),
    v.minValue(-1e15, "is not a finite number"),
    v.maxValue(1e15, "is not a finite number"),
    v.description("The number itself."),
  ),
  unit: text(40, "What it is counted in: MW, million downloads, USD billion."),
  qualifier: v.exactOptional(text(24, "over, about, up to: shown before the value.")),
  asOf: partialDate("When it was so."),
  of: v.exactOptional(slug("The figure of the same entry this one is a part of.")),
  sources: sourceIds,
});

const EventSchema = v.strictObject({
  date: partialDate("When it happened."),
  text: text(LIMIT.text, "One plain sentence, at most 30 words."),
  sources: sourceIds,
});

const AccountSchema = v.strictObject({
  text: text(LIMIT.text, "What this side says, in our own words."),
  sources: sourceIds,
});

const DifferenceSchema = v.strictObject({
  claim: v.pipe(AccountSchema, v.description("What the source document says.")),
  record: v.pipe(AccountSchema, v.description("What other sources say.")),
});

const RelationSchema = v.strictObject({
  type: v.pipe(v.picklist(RELATIONS), v.description("Read: this entry … target.")),
  target: slug("Id of another entry."),
});

const EntrySchema = v.strictObject({
  id: slug("Stable for ever."),
  formerIds: v.exactOptional(list(slug("An id this entry had."), 8, "Ids this entry had before.")),
  kind: v.pipe(v.picklist(KINDS), v.description("What sort of thing this is.")),
  name: text(LIMIT.name, "The name on the card."),
  line: text(LIMIT.line, "What this is: at most 12 words, no full stop."),
  summary: text(LIMIT.summary, "8 to 60 words, neutral, our own."),
  asOf: partialDate("The newest date the entry rests on."),
  lang: language("Language of the entry's texts."),
  sources: list(slug("Id of a source."), 12, "What line and summary rest on; empty only with editorial."),
  editorial: v.exactOptional(
    v.pipe(v.literal(true), v.description("A plain definition by the editors, resting on no source.")),
  ),
  aliases: list(AliasInFile, 120, "Surface forms and when they count."),
  facts: list(FactSchema, 60, "What is on record."),
  figures: list(FigureSchema, 24, "Numbers that can be drawn."),
  events: list(EventSchema, 60, "The timeline."),
  differences: list(DifferenceSchema, 8, "Where the source document and the record differ."),
  relations: list(RelationSchema, 40, "Ties to other entries."),
});

const meta = {
  id: slug("Id of the pack."),
  name: text(LIMIT.name, "Name of the pack."),
  revision: v.pipe(
    v.number(),
    v.integer("is not a whole number"),
    v.minValue(1, "is less than 1"),
    v.maxValue(1e9, "is too large"),
    v.description("Counts up by one with every published change."),
  ),
  licence: text(120, "The licence of the texts."),
  languages: list(language("A language tag."), 40, "Languages of the texts."),
  updated: partialDate("When it was last changed."),
  format: v.pipe(v.literal(1), v.description("Version of this format.")),
};

export const PackSchema = v.strictObject({
  ...meta,
  sources: list(SourceSchema, 20_000, "Documents and pages the pack rests on."),
  quotes: list(QuoteSchema, 20_000, "Quotations."),
  entries: list(EntrySchema, 20_000, "The things explained."),
});

/** The same parts as they lie in the files of the bundled pack. */
export const PartSchemas = {
  meta: v.strictObject(meta),
  sources: PackSchema.entries.sources,
  quotes: PackSchema.entries.quotes,
  entries: PackSchema.entries.entries,
} as const;

function exists(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

/** A name with a dot, no user, no password, no port, no bare address of a machine. What is not https has its own message. */
function isPublicAddress(address: string): boolean {
  if (!address.startsWith("https://")) return true;
  if (!URL.canParse(address)) return false;
  const { hostname, username, password, port } = new URL(address);
  const named = /\.[a-z][a-z0-9-]*$/.test(hostname) || /\.xn--[a-z0-9-]+$/.test(hostname);
  return named && username === "" && password === "" && port === "";
}
