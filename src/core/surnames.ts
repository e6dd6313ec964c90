import { keyOf } from "./fold.ts";
import { aliasText, entryKind, type Lexicon } from "./lexicon.ts";
import { ANOTHER, type Candidate, type Flow, OTHER, type Sense } from "./mention.ts";
import { bearerOf, titleBefore, titleOfName } from "./names.ts";

interface Holder {
  readonly entry: number;
  /** The full name it was introduced with. */
  readonly full: string;
}

const NOBODY: Holder = { entry: OTHER, full: "" };

/** Whose a surname is at each point of a page: its bearer's once the full name was read, until another bearer comes. */
export class Surnames {
  readonly #lexicon: Lexicon;
  /** Surnames in play and the entries that bear them. */
  readonly #bearers = new Map<string, Set<number>>();
  readonly #holder = new Map<string, Holder>();
  /** How many surnames in play each full name holds. */
  readonly #holds = new Map<number, number>();
  /** Titles that strangers of a surname were introduced with: "Senator Lillian Kwon". */
  readonly #titles = new Map<string, Set<string>>();

  constructor(lexicon: Lexicon, flows: readonly Flow[]) {
    this.#lexicon = lexicon;
    for (const { candidates } of flows)
      for (const { senses } of candidates)
        for (const { alias, rule } of senses) {
          if (rule !== "surname") continue;
          const key = keyOf(aliasText(lexicon, alias));
          const entries = this.#bearers.get(key) ?? new Set();
          this.#bearers.set(key, entries.add(lexicon.aliasEntry[alias]!));
        }
  }

  /** The sense as it holds here; `null`: the surname is nobody's, or another's. @param prefixed see `bearerOf` */
  held(sense: Sense, { start, end }: Candidate, text: string, lang: string, prefixed: boolean): Sense | null {
    const lexicon = this.#lexicon;
    const surname = aliasText(lexicon, sense.alias);
    const key = keyOf(surname);
    const holder = this.#holder.get(key);
    const bearer = bearerOf(text, start, end, { surname, full: holder?.full ?? "" }, prefixed, lang);
    if (bearer === "other") this.#hearStranger(key, titleOfName(text, start));
    if (holder === undefined || holder.entry === OTHER) return null;
    if (bearer === "other" || sense.score === ANOTHER || this.#isStranger(key, titleBefore(text, start))) {
      this.#holder.set(key, NOBODY);
      return null;
    }
    if (bearer !== "own" || sense.score < 0 || holder.entry !== lexicon.aliasEntry[sense.alias]) return null;
    return { ...sense, score: 1, cue: holder.full };
  }

  #hearStranger(key: string, title: string): void {
    if (title === "") return;
    const titles = this.#titles.get(key) ?? new Set();
    this.#titles.set(key, titles.add(title));
  }

  #isStranger(key: string, title: string): boolean {
    if (title === "") return false;
    // "Sen. Kwon" is Senator Kwon.
    return [...(this.#titles.get(key) ?? [])].some(
      (other) => other.startsWith(title) || title.startsWith(other),
    );
  }

  /** A full name was read: from here its surname is its own. */
  introduce(alias: number, entry: number): void {
    if (this.#bearers.size === 0) return;
    const lexicon = this.#lexicon;
    const full = aliasText(lexicon, alias);
    if (!full.includes(" ") || (this.#holds.get(alias) ?? 1) === 0) return;
    const words = keyOf(full)
      .split(" ")
      .filter((word) => this.#bearers.has(word));
    this.#holds.set(alias, words.length);
    for (const word of words) {
      const bearers = this.#bearers.get(word);
      if (bearers?.has(entry)) this.#holder.set(word, { entry, full });
      else if (bearers && entryKind(lexicon, entry) === "person") this.#holder.set(word, NOBODY);
    }
  }
}
