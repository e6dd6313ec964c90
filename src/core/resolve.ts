import { isInitials, isNameOf, writtenOf } from "./acronyms.ts";
import { isUpper } from "./chars.ts";
import { holds, type Words, wordsOf } from "./evidence.ts";
import { Introduced } from "./introduced.ts";
import { isLatin, speaks } from "./languages.ts";
import { aliasLang, aliasText, entryId, entryKind, FLAG, type Lexicon, POLICY, policyOf } from "./lexicon.ts";
import { ANOTHER, BORDER, type Candidate, type Flow, type Mention, OTHER, type Sense } from "./mention.ts";
import {
  isAcronym,
  isIntroduced,
  isOpened,
  mayIntroduce,
  spelledOutAfter,
  spelledOutBefore,
} from "./names.ts";
import type { EntryId } from "./pack.ts";
import { Surnames } from "./surnames.ts";
import { Talk } from "./talk.ts";

/**
 * Candidates of a whole page → mentions, one list a flow, sorted and disjoint, leftmost and longest. What the page
 * adds to the evidence of the block: its title, and what was named before. A surname counts after its bearer's full
 * name, until another bearer comes; an acronym means what it was introduced for; an ambiguous name that nothing near
 * decides means what it meant before. In document order; the same flows give the same mentions.
 */
export function resolve(
  lexicon: Lexicon,
  flows: readonly Flow[],
  page: { readonly title: string; readonly lang: string },
): readonly (readonly Mention[])[] {
  return resolvePage(lexicon, flows, page).mentions;
}

/** The same, and the letters the page introduces for a name: they may stand in flows that hold no candidate. */
export function resolvePage(
  lexicon: Lexicon,
  flows: readonly Flow[],
  page: { readonly title: string; readonly lang: string },
): { readonly mentions: readonly (readonly Mention[])[]; readonly introduced: readonly string[] } {
  const read = new Page(lexicon, flows, page);
  return { mentions: flows.map((_, index) => read.flow(index)), introduced: read.introduced.letters };
}

/** A flow's text as a reader sees it, whatever nodes it is cut into. */
const seenOf = (text: string): string => text.replaceAll(BORDER, "");

/** So often named, an entry keeps its name when another bearer of it comes. */
const ESTABLISHED = 3;

/** Score of two cues near, one of them beside. */
const CERTAIN = 5;

/** A cell, a heading, an item of a list: too short to say what it speaks of, as those around it do. */
const SHORT = 90;
/** How much of the flows around is heard, in characters to either side. */
const AROUND = 240;

class Page {
  readonly #lexicon: Lexicon;
  readonly #flows: readonly Flow[];
  #at = 0;
  #isLatin = true;
  /** What stands around the flow that is read, once asked for. */
  #around: Words | null = null;
  readonly #title: Words;
  readonly #lang: string;
  readonly #surnames: Surnames;
  /** What an acronym was introduced for. */
  readonly #acronyms = new Map<string, number>();
  readonly introduced: Introduced;
  /** Entries named so far, by which alias. */
  readonly #named = new Map<number, number>();
  /** How often each was named so far. */
  readonly #times = new Map<number, number>();
  readonly #talk = new Talk();
  /** Aliases that are another's name, too: was it his last? */
  readonly #another = new Map<number, boolean>();
  readonly #titleCue = new Map<number, string | null>();

  constructor(lexicon: Lexicon, flows: readonly Flow[], { title, lang }: { title: string; lang: string }) {
    this.#lexicon = lexicon;
    this.#flows = flows;
    this.#title = wordsOf(title);
    this.#lang = lang;
    this.#surnames = new Surnames(lexicon, flows);
    this.introduced = new Introduced(lexicon);
  }

  flow(index: number): readonly Mention[] {
    const flow = this.#flows[index]!;
    const { text, lang, candidates } = flow;
    this.#at = index;
    this.#isLatin = isLatin(lang || this.#lang);
    this.#around = null;
    const mentions: Mention[] = [];
    let free = 0; // first offset that no mention covers
    let last = OTHER; // entry of the last mention
    for (const candidate of candidates) {
      if (candidate.start < free) continue;
      const between = seenOf(text.slice(free, candidate.start));
      const touching = mentions.length > 0 && between.length <= 2;
      const accepted = this.#accepted(candidate, text, lang || this.#lang, touching ? last : OTHER);
      const best = accepted[0];
      if (best === undefined) continue;
      mentions.push(this.#mention(candidate, accepted));
      free = candidate.end;
      last = this.#lexicon.aliasEntry[best.alias]!;
      if (best.rule === "surname") continue;
      this.#introduce(best.alias, last);
      this.introduced.hear(text, candidate, best.alias);
    }
    return this.introduced.added(flow, mentions);
  }

  /** Senses that hold here, best first. */
  #accepted(candidate: Candidate, text: string, lang: string, touching: number): Sense[] {
    const lexicon = this.#lexicon;
    const senses = candidate.senses.filter(
      ({ alias }) => lexicon.aliasLang[alias] === 0 || speaks(aliasLang(lexicon, alias), lang),
    );
    if (mayIntroduce(text, candidate.start, candidate.end))
      this.#hearAcronym(candidate, senses, text, touching);
    const [only] = senses;
    if (senses.length === 1 && only!.score > 0 && this.#acronyms.size + this.#another.size === 0)
      return senses;
    const accepted: Sense[] = [];
    for (const sense of senses) {
      const held =
        sense.rule === "surname"
          ? this.#surnames.held(sense, candidate, text, lang, touching !== OTHER)
          : this.#held(sense, candidate, text, touching);
      if (held !== null) accepted.push(held);
    }
    return accepted.sort((a, b) => b.score - a.score || this.#order(a) - this.#order(b));
  }

  /** Between equals: what was named before, then the order of the lexicon. */
  #order({ alias }: Sense): number {
    return (this.#named.has(this.#lexicon.aliasEntry[alias]!) ? 0 : 1e9) + alias;
  }

  #held(sense: Sense, { start }: Candidate, text: string, touching: number): Sense | null {
    const lexicon = this.#lexicon;
    const entry = lexicon.aliasEntry[sense.alias]!;
    const meant = this.#acronyms.size > 0 ? this.#acronyms.get(writtenOf(lexicon, sense)) : undefined;
    if (meant !== undefined && meant !== entry) return null;
    if (isInitials(sense)) return meant === entry ? { ...sense, score: 1 } : null;
    // Of what a page has spoken of all along it goes on speaking, whoever else comes by: "a question about Claude Debussy".
    const isEstablished = (this.#times.get(entry) ?? 0) >= ESTABLISHED;
    if (sense.score === ANOTHER && !isEstablished) this.#another.set(sense.alias, true);
    // Another bears the name on this page: what is faint, may mean him.
    const another = this.#another.get(sense.alias);
    if (another !== undefined && sense.score === 0) return null;
    if (another && (sense.rule === "cue-block" || sense.score < CERTAIN)) return null;
    if (sense.score > 0) {
      if (another) this.#another.set(sense.alias, false);
      return sense;
    }
    if (meant === entry && sense.score === 0) return { ...sense, score: 1, rule: "acronym", cue: null };
    if (sense.score < 0) return null;
    const named = this.#named.get(entry) ?? OTHER;
    // In brackets behind its own name stands its name in other letters: Khazna (خزنة).
    if (touching === entry && named !== OTHER && isOpened(text, start))
      return { ...sense, score: 1, rule: "name", cue: aliasText(lexicon, named) };
    const cue = this.#inTitle(sense.alias);
    if (cue !== null) return { ...sense, score: 1, rule: "cue-title", cue };
    const near = seenOf(text).length <= SHORT ? this.#inFlowsAround(sense.alias) : null;
    if (near !== null) return { ...sense, score: 1, rule: "cue-block", cue: near };
    const flags = lexicon.aliasFlags[sense.alias]!;
    const isName = (flags & FLAG.case) !== 0 && !(flags & FLAG.everyday) && isUpper(text[start] ?? "");
    // A Latin name amid another script is no common word.
    if (isName && !this.#isLatin) return { ...sense, score: 1, rule: "name", cue: null };
    const isPhrase = aliasText(lexicon, sense.alias).includes(" ");
    if (!isName && !isPhrase) return null;
    if (isName && named !== OTHER)
      return { ...sense, score: 1, rule: "name", cue: aliasText(lexicon, named) };
    // A company or a phrase that nothing speaks against, where several were talked of: "OpenAI, Nvidia and DeepSeek …
    // Mistral", "… the AI race".
    const beside = this.#talk.lastIn(this.#at, isPhrase ? "model" : entryKind(lexicon, entry));
    if (beside === OTHER) return null;
    return { ...sense, score: 1, rule: "cue-block", cue: aliasText(lexicon, beside) };
  }

  /** A cue that the title holds; a rival there outweighs it. */
  #inTitle(alias: number): string | null {
    const policy = this.#lexicon.aliasPolicy[alias]!;
    const known = this.#titleCue.get(policy);
    if (known !== undefined) return known;
    const cue = this.#cueIn(this.#title, alias, 1);
    this.#titleCue.set(policy, cue);
    return cue;
  }

  /** A cue that these words hold, if they hold more cues than rivals, by as many as asked. */
  #cueIn(words: Words, alias: number, margin: number): string | null {
    const found = (list: number): string[] =>
      policyOf(this.#lexicon, alias, list)
        .filter((word) => holds(words, word))
        .slice(0, 3);
    const cues = found(POLICY.cues);
    return cues.length - found(POLICY.rivals).length >= margin ? (cues[0] ?? null) : null;
  }

  #inFlowsAround(alias: number): string | null {
    if (this.#around === null) {
      const parts: string[] = [];
      for (const step of [-1, 1]) {
        let room = AROUND;
        for (let at = this.#at + step; room > 0 && this.#flows[at] !== undefined; at += step) {
          const text = seenOf(this.#flows[at]!.text);
          parts.push(step < 0 ? text.slice(-room) : text.slice(0, room));
          room -= text.length;
        }
      }
      this.#around = wordsOf(parts.join(" "));
    }
    const everyday = (this.#lexicon.aliasFlags[alias]! & FLAG.everyday) !== 0;
    return this.#cueIn(this.#around, alias, everyday ? 2 : 1);
  }

  /** A name was accepted: later its surname or a shorter form may stand for it. */
  #introduce(alias: number, entry: number): void {
    const lexicon = this.#lexicon;
    if (!(lexicon.aliasFlags[alias]! & FLAG.everyday)) {
      this.#times.set(entry, (this.#times.get(entry) ?? 0) + 1);
      if (!this.#named.has(entry)) this.#named.set(entry, alias);
      this.#talk.hear(entry, entryKind(lexicon, entry), alias, this.#at);
    }
    this.#surnames.introduce(alias, entry);
  }

  /** "Bureau of Industry and Security (BIS)", "BIS (Bank for International Settlements)": from here it means that. */
  #hearAcronym({ start, end }: Candidate, senses: readonly Sense[], text: string, touching: number): void {
    const lexicon = this.#lexicon;
    const introduced = isIntroduced(text, start, end);
    for (const sense of senses) {
      const written = writtenOf(lexicon, sense);
      if (!isAcronym(written)) continue;
      const entries = senses
        .filter((other) => writtenOf(lexicon, other) === written)
        .map(({ alias }) => lexicon.aliasEntry[alias]!);
      if (introduced && entries.includes(touching)) {
        this.#acronyms.set(written, touching);
        return;
      }
      const long = introduced ? spelledOutBefore(text, start, written) : spelledOutAfter(text, end, written);
      if (long === "") continue;
      const named = senses.find(
        (other) => writtenOf(lexicon, other) === written && isNameOf(lexicon, other, long),
      );
      this.#acronyms.set(written, named ? lexicon.aliasEntry[named.alias]! : OTHER);
      return;
    }
  }

  #mention({ start, end }: Candidate, accepted: readonly Sense[]): Mention {
    const lexicon = this.#lexicon;
    const best = accepted[0]!;
    const entry = lexicon.aliasEntry[best.alias]!;
    const others: EntryId[] = [];
    for (const { alias } of accepted) {
      const other = lexicon.aliasEntry[alias]!;
      if (other !== entry && !others.includes(entryId(lexicon, other))) others.push(entryId(lexicon, other));
    }
    const full = aliasText(lexicon, best.alias);
    const initials = isInitials(best);
    return {
      start,
      end,
      entry: entryId(lexicon, entry),
      kind: entryKind(lexicon, entry),
      alias: initials ? best.cue : full,
      everyday: (lexicon.aliasFlags[best.alias]! & FLAG.everyday) !== 0,
      rule: best.rule,
      cue: initials ? full : best.cue,
      others,
    };
  }
}
