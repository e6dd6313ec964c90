/**
 * The pack format: what a dataset is. Checked by `data/schema.ts`; these types and that schema are one
 * truth (a compile-time test there holds them equal).
 *
 * Every text is plain text. Nothing in a pack is ever read as markup, code, style, selector or pattern.
 */

/** Lower-case words joined by hyphens: `stargate-uae`. Stable for ever; a renamed entry lists its `formerIds`. */
export type EntryId = string;
export type SourceId = string;
export type QuoteId = string;

/** "2025", "2025-05" or "2025-05-22": as precise as is known, never more. */
export type PartialDate = string;

export const KINDS = [
  "concept",
  "organisation",
  "person",
  "model",
  "product",
  "project",
  "policy",
  "event",
  "place",
  "publication",
] as const;
export type Kind = (typeof KINDS)[number];

/** How near a source is to what it reports: the source document of the pack, the maker's own page or record, the press. */
export const GRADES = ["document", "primary", "press"] as const;
export type Grade = (typeof GRADES)[number];

/** How an entry relates to its target, read "entry … target"; labels and inverses stand in `_locales`. */
export const RELATIONS = [
  "part-of",
  "example-of",
  "developed-by",
  "operated-by",
  "built-by",
  "led-by",
  "founded-by",
  "employed-by",
  "owned-by",
  "funded-by",
  "partner-of",
  "competitor-of",
  "based-in",
  "based-on",
  "uses",
  "regulated-by",
  "issued-by",
  "said",
  "contrasts-with",
  "related",
] as const;
export type RelationType = (typeof RELATIONS)[number];
/** These read the same from both ends. */
export const SYMMETRIC: readonly RelationType[] = [
  "partner-of",
  "competitor-of",
  "contrasts-with",
  "related",
];

/** A document or page that a fact, figure, event or quote rests on. */
export interface Source {
  readonly id: SourceId;
  /** `null` where nobody saw it: the host is shown instead. Never guessed. */
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly date: PartialDate | null;
  readonly grade: Grade;
  /** Named parts of a long document, `{ "I.A": "The Emergence of …" }`. */
  readonly sections?: Readonly<Record<string, string>>;
}

/** How far the words can be trusted to be the speaker's own. */
export const WORDINGS = ["reworded", "not-compared"] as const;
export type Wording = (typeof WORDINGS)[number];

export interface Quote {
  readonly id: QuoteId;
  /** Character for character as in the source document, without the outer quotation marks. */
  readonly text: string;
  /** A person or a body; `speakerId` where it has an entry. */
  readonly speaker: string;
  readonly speakerId?: EntryId;
  readonly role: string;
  readonly occasion: string | null;
  readonly date: PartialDate | null;
  readonly source: SourceId;
  /** Key of the source's `sections`. */
  readonly section: string | null;
  readonly about: readonly EntryId[];
  readonly wording: Wording;
  /** One sentence: what is known of how the wording differs. */
  readonly note: string;
  /** Where a reader can compare. */
  readonly compare?: string;
}

/**
 * One surface form of an entry and when it counts. A bare string in a pack file is `{ text }`.
 *
 * Unset `case` means: exact where the text has a capital after its first letter, is all capitals, or is one
 * capitalised word of at most four letters; else free. Lists hold plain words or phrases, compared folded.
 */
export interface Alias {
  readonly text: string;
  /** "exact": letter for letter. "capital": any case that starts with a capital, or ALL CAPS text. "free": any. */
  readonly case?: "exact" | "capital" | "free";
  /** BCP 47 language whose text this alias belongs to; unset: any. */
  readonly lang?: string;
  /** An ordinary word of the field: answers the pointer, is not marked by default, comes last in lists. */
  readonly everyday?: true;
  /** The alias needs one of these near it, in its block or in the page's title. */
  readonly cues?: readonly string[];
  /** Words of other senses: near the alias they outweigh cues. */
  readonly rivals?: readonly string[];
  /** Never when one of these stands directly before / directly after. */
  readonly neverAfter?: readonly string[];
  readonly neverBefore?: readonly string[];
  /** A bare surname: counts once the full name has appeared earlier on the page. */
  readonly surname?: true;
  /** Which endings belong to the mention beside possessives: "plural" (default for free aliases), "none". */
  readonly inflect?: "plural" | "none";
}

export interface Fact {
  readonly text: string;
  readonly date: PartialDate | null;
  readonly sources: readonly SourceId[];
}

export interface Figure {
  /** Unique in its entry; what `of` of another figure refers to. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** "over", "about", "up to" … shown before the value. */
  readonly qualifier?: string;
  readonly asOf: PartialDate;
  /** The figure of the same entry that this one is a part of; units must be convertible (MW, GW). */
  readonly of?: string;
  readonly sources: readonly SourceId[];
}

export interface PackEvent {
  readonly date: PartialDate;
  readonly text: string;
  readonly sources: readonly SourceId[];
}

/** One side of a difference. */
export interface Account {
  readonly text: string;
  readonly sources: readonly SourceId[];
}

/** Where the source document and the record differ; both sides are shown. */
export interface Difference {
  readonly claim: Account;
  readonly record: Account;
}

export interface Relation {
  readonly type: RelationType;
  readonly target: EntryId;
}

export interface Entry {
  readonly id: EntryId;
  readonly formerIds?: readonly EntryId[];
  readonly kind: Kind;
  readonly name: string;
  /** What this is, at most 12 words, no full stop. */
  readonly line: string;
  /** 8 to 60 words, neutral, our own. */
  readonly summary: string;
  readonly asOf: PartialDate;
  /** BCP 47 language of the entry's texts. */
  readonly lang: string;
  /** What line and summary rest on; empty only with `editorial`. */
  readonly sources: readonly SourceId[];
  /** A plain definition of a technical term, by the editors, resting on no source. */
  readonly editorial?: true;
  readonly aliases: readonly Alias[];
  readonly facts: readonly Fact[];
  readonly figures: readonly Figure[];
  readonly events: readonly PackEvent[];
  readonly differences: readonly Difference[];
  readonly relations: readonly Relation[];
}

export interface PackMeta {
  readonly id: string;
  readonly name: string;
  /** Counts up by one with every published change. */
  readonly revision: number;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly updated: PartialDate;
}

export interface Pack extends PackMeta {
  /** Version of this format. */
  readonly format: 1;
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  readonly entries: readonly Entry[];
}
