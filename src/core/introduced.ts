import { isWord } from "./chars.ts";
import { closing, inAddress } from "./edges.ts";
import { keyOf } from "./fold.ts";
import { aliasText, entryId, entryKind, FLAG, type Lexicon } from "./lexicon.ts";
import { BORDER, type Flow, isHidden, type Mention } from "./mention.ts";
import { walk } from "./walk.ts";

/** What stands in brackets behind a name: "Nvidia (NVDA)", "Alibaba Group (NYSE: BABA)". An exchange, if it says one, and letters. */
const BEHIND =
  /^(?:,? (?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|SA|AG|SE|NV|LLC|Co|Company|Group|Holdings?)\b\.?){0,2}\s?[(\uff08](?:(NASDAQ|Nasdaq|NYSE|LSE|LON|HKEX|HKG|SEHK|ADX|DFM|TSX|ASX|KRX|TYO|TSE|SSE|SZSE|EPA|ETR|FRA|AMS|NSE|BSE|TPE|TWSE|Tadawul|OTC|ticker|symbol)\s?:\s?)?([A-Z][A-Z0-9]{2,7})(?=[)\uff09,;])/;
/** Characters looked at behind a name. */
const REACH = 60;
/** Letters that must be taken from the name, where nothing else says what they are: three are found in too many. */
const LETTERS = 4;

type Place = Pick<Mention, "start" | "end">;

/** Letters that a page introduces as short for an entry, though no alias has them and none has such initials. */
export class Introduced {
  readonly #lexicon: Lexicon;
  /** By the letters: the alias they are short for, and where in the flow that is read they begin to count. */
  readonly #known = new Map<string, { readonly alias: number; from: number }>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get letters(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** A name was mentioned here: does it introduce what stands in brackets directly behind it? */
  hear(text: string, { start, end }: Place, alias: number): void {
    const lexicon = this.#lexicon;
    const [, exchange, letters] = BEHIND.exec(seen(text.slice(end, end + REACH))) ?? [];
    if (letters === undefined || isKey(lexicon, letters) || lexicon.aliasFlags[alias]! & FLAG.everyday)
      return;
    if (exchange === undefined && !isTakenFrom(letters, seen(text.slice(start, end)))) return;
    this.#known.set(letters, { alias, from: end });
  }

  /** The mentions of a flow, and those in letters introduced by now: the flow was read to its end. */
  added({ text, hidden = [] }: Flow, mentions: readonly Mention[]): readonly Mention[] {
    if (this.#known.size === 0) return mentions;
    const all = [...mentions];
    for (const [letters, known] of this.#known) {
      for (const place of placesOf(letters, text, known.from)) {
        const isTaken = all.some(({ start, end }) => place.start < end && place.end > start);
        if (isTaken || isHidden(hidden, place.start, place.end)) continue;
        all.push(this.#mention(letters, known.alias, place));
      }
      known.from = 0;
    }
    return all.sort((a, b) => a.start - b.start);
  }

  #mention(letters: string, alias: number, place: Place): Mention {
    const lexicon = this.#lexicon;
    const entry = lexicon.aliasEntry[alias]!;
    return {
      ...place,
      entry: entryId(lexicon, entry),
      kind: entryKind(lexicon, entry),
      alias: letters,
      everyday: false,
      rule: "acronym",
      cue: aliasText(lexicon, alias),
      others: [],
    };
  }
}

const always = (): boolean => true;
const seen = (text: string): string => text.replaceAll(BORDER, "");

/** Are they known by themselves, as an alias or the initials of one? Then they are heard as such. */
const isKey = (lexicon: Lexicon, letters: string): boolean =>
  walk(lexicon, letters, 0).some(({ end }) => end === letters.length);

/** NVDA of Nvidia: letters of the name in their order, beginning with its first. */
function isTakenFrom(letters: string, name: string): boolean {
  const key = keyOf(name);
  if (letters.length < LETTERS || letters[0]!.toLowerCase() !== key[0]) return false;
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    at = key.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Where these letters stand as a word of their own, from an offset on. */
function placesOf(letters: string, text: string, from: number): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(letters, from); at >= 0; at = text.indexOf(letters, at + letters.length)) {
    if (isWord(text[at - 1] ?? "")) continue;
    const end = closing(text, at + letters.length, always, [], false);
    if (end >= 0 && !inAddress(text, at, end, always)) places.push({ start: at, end });
  }
  return places;
}
