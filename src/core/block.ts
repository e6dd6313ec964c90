import { fold } from "./fold.ts";
import { BORDER, BREAK, type Joins } from "./mention.ts";

/** A stretch of text in the form cues are compared in, and where the alias stands in it. */
export interface Evidence {
  readonly text: string;
  /** The same with the capitals that words begin with. */
  readonly cased: string;
  readonly start: number;
  readonly end: number;
}

/** Longest block that is folded as a whole, for all mentions in it; of a longer one `REACH` to either side. */
const WHOLE = 1600;
export const REACH = 600;

/** Anything but ASCII, the usual quotes and dashes, and Han; or two spaces in a row. */
const ODD = /[^ -_a-~\u2010-\u2014\u2018-\u201d\u2026\u3001-\u9fff]| {2}/;
/** Of the odd ones those that native replacements set right: white space, borders between nodes, accents of Latin letters. */
const MENDABLE = /^[\s\u0001!-_a-~\u00c0-\u024f\u2010-\u2014\u2018-\u201d\u2026]*$/;
const ACCENTS = /[\u0300-\u036f]/g;
/** Runs that become one space, or nothing. */
const RUNS = /[\s\u0001]*(?:\u0001|\s{2}|[^\S ])[\s\u0001]*/g;

/** Capitals only where words begin. */
export const initials = (text: string): string => text.replace(/\B[A-Z]+/g, (run) => run.toLowerCase());

/** The text around a place as far as it flows, folded: once for all places in it, since this code mostly runs cold. */
export class Block {
  readonly #from: number;
  readonly #to: number;
  readonly #isWhole: boolean;
  readonly text: string;
  readonly #withCase: string;
  #cased: string | null = null;
  /** Offset in `text` of an offset in the block; `null`: the same. */
  readonly #place: ((offset: number) => number) | null;
  readonly #present = new Map<readonly string[], readonly string[]>();

  constructor(text: string, start: number, end: number, joins: Joins) {
    const from = flowStart(text, start, joins, WHOLE + 1);
    const to = flowEnd(text, end, joins, WHOLE + 1);
    this.#isWhole = visible(text.slice(from, to)) <= WHOLE;
    this.#from = this.#isWhole ? from : flowStart(text, start, joins, REACH);
    this.#to = this.#isWhole ? to : flowEnd(text, end, joins, REACH);
    const part = text.slice(this.#from, this.#to);
    const mended = ODD.test(part) && MENDABLE.test(part) ? mend(part) : null;
    if (mended !== null || !ODD.test(part)) {
      this.#withCase = (mended?.text ?? part)
        .replace(/[-\u2010-\u2014]/g, " ")
        .replace(/[\u2018\u2019\u201b]/g, "'");
      this.text = this.#withCase.toLowerCase();
      this.#place = mended?.place ?? null;
      return;
    }
    const { text: folded, map } = fold(part);
    this.text = folded.replaceAll("-", " ");
    this.#withCase = fold(part, true).text.replaceAll("-", " ");
    this.#place = map === null ? null : (offset) => firstAtOrAfter(map, offset);
  }

  /** Does it hold all there is to say about this place? */
  covers(start: number, end: number): boolean {
    return this.#isWhole && start >= this.#from && end <= this.#to;
  }

  /** What stands within `reach` of a place. */
  around(start: number, end: number, reach: number): Evidence {
    const place = (offset: number): number => this.#place?.(offset - this.#from) ?? offset - this.#from;
    const [first, last] = [place(start), place(end)];
    const from = Math.max(0, first - reach);
    const to = last + reach;
    const cased = (): string => this.#capitals().slice(from, to);
    return {
      text: this.text.slice(from, to),
      get cased() {
        return cased();
      },
      start: first - from,
      end: last - from,
    };
  }

  #capitals(): string {
    this.#cased ??= initials(this.#withCase);
    return this.#cased;
  }

  /** Those of the words whose letters stand in the block. The list is remembered by what it is, not by what it says. */
  present(words: readonly string[]): readonly string[] {
    let found = this.#present.get(words);
    if (found === undefined) {
      const lower = this.text;
      found = words.filter((word) =>
        lower.includes(word[0]! <= "Z" && word[0]! >= "A" ? word.toLowerCase() : word),
      );
      this.#present.set(words, found);
    }
    return found;
  }
}

interface Mended {
  readonly text: string;
  readonly place: ((offset: number) => number) | null;
}

function mend(part: string): Mended | null {
  const ends: number[] = [];
  const gone: number[] = [0];
  const joined = part.replace(RUNS, (run, at: number) => {
    const space = /\s/.test(run) ? " " : "";
    if (run.length > space.length) {
      gone.push(gone[gone.length - 1]! + run.length - space.length);
      ends.push(at + run.length);
    }
    return space;
  });
  const text = joined.normalize("NFD").replace(ACCENTS, "");
  if (text.length !== joined.length || ODD.test(text)) return null;
  if (ends.length === 0) return { text, place: null };
  return {
    text,
    place(offset) {
      let passed = 0;
      while (passed < ends.length && ends[passed]! <= offset) passed++;
      return offset - gone[passed]!;
    },
  };
}

/** Length without borders: the same however a text is cut into nodes. */
const visible = (part: string): number => (part.includes(BORDER) ? part.replaceAll(BORDER, "") : part).length;

/** Where the text that flows to `start` begins, or `reach` visible units back. From border to border: most parts are short. */
export function flowStart(text: string, start: number, joins: Joins, reach: number): number {
  for (let at = start, left = reach; ; ) {
    const from = Math.max(0, at - left);
    const part = text.slice(from, at);
    const border = part.lastIndexOf(BORDER);
    const stop = part.slice(border + 1).lastIndexOf(BREAK);
    if (stop >= 0 || border < 0) return from + border + stop + 2;
    at = from + border;
    if (!joins(at)) return at + 1;
    left -= part.length - border - 1;
  }
}

/** Where the text that flows from `end` on ends, or `reach` visible units on. */
export function flowEnd(text: string, end: number, joins: Joins, reach: number): number {
  for (let at = end, left = reach; ; at++) {
    const part = text.slice(at, at + left);
    const border = part.indexOf(BORDER);
    const own = border < 0 ? part : part.slice(0, border);
    const stop = own.indexOf(BREAK);
    if (stop >= 0 || border < 0) return at + (stop < 0 ? own.length : stop);
    at += border;
    if (!joins(at)) return at;
    left -= border;
  }
}

function firstAtOrAfter(map: Uint32Array, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
