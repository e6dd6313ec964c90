import type { EntryId, Kind } from "./pack.ts";

/**
 * Marks in a text that joins several DOM text nodes. Both are one UTF-16 unit, so offsets stay exact.
 *
 * `BORDER`: between two text nodes. Whether text flows across it (`<b>Open</b>AI`) or a block ends there
 * is asked with `Joins`, and only next to candidates.
 * `BREAK`: text never flows across it (a block ends, or something skipped stood here).
 */
export const BORDER = "\u0001";
export const BREAK = "\u0002";

/** Does text flow across the `BORDER` at this offset? Asked only next to candidates; may look at the DOM. */
export type Joins = (offset: number) => boolean;

/** Why a surface counts as an entry: shown to the reader, so every rule has words in `_locales`. */
export type Rule = "name" | "cue-near" | "cue-block" | "cue-title" | "surname" | "acronym";

/**
 * A place where an alias stands, right by everything its own block tells (letters, boundaries, case,
 * never-before/after, cues near). What depends on the rest of the page is left to `resolve`.
 */
export interface Candidate {
  /** UTF-16 offsets into the scanned text, including a possessive or plural ending, excluding borders at the ends. */
  readonly start: number;
  readonly end: number;
  /** Indices of the aliases in the lexicon that fit here, best evidence first; several where senses compete. */
  readonly senses: readonly Sense[];
}

export interface Sense {
  readonly alias: number;
  /** Evidence found in the block: ≥ 1 accepts; 0 undecided (title or earlier names may still decide); < 0 rejected. */
  readonly score: number;
  readonly rule: Rule;
  /** The word that decided, as it stands in the pack. Of an alias's initials: these, which the page must introduce. */
  readonly cue: string | null;
}

/** Score of a name that goes on as another's ("Claude Shannon"): from there on it may mean him. */
export const ANOTHER = -100;

/** In place of an entry: nobody of the lexicon, for a name or acronym that means someone or something else here. */
export const OTHER = -1;

/** One occurrence of an alias, resolved to an entry. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entry: EntryId;
  readonly kind: Kind;
  /** The alias as the pack spells it; or its initials, and then the cue is the alias. */
  readonly alias: string;
  readonly everyday: boolean;
  readonly rule: Rule;
  readonly cue: string | null;
  /** Other entries this surface could mean here, best first. */
  readonly others: readonly EntryId[];
}

/** A flow of text with its candidates: what `resolve` gets, in document order. */
export interface Flow {
  readonly text: string;
  /** Language in force (BCP 47, lower case), "" unknown. */
  readonly lang: string;
  readonly candidates: readonly Candidate[];
  readonly hidden?: Hidden;
}

/** Stretches of a flow that are no page text (code amid a sentence): read as neighbours, never mentioned. From, until. */
export type Hidden = readonly (readonly [number, number])[];

export const isHidden = (hidden: Hidden, start: number, end: number): boolean =>
  hidden.some(([from, until]) => start < until && end > from);
