import { isArabic, isHanOrKana } from "./chars.ts";
import { foldCharacter } from "./fold.ts";

/**
 * The gate: a regular expression that finds every place where an alias may begin, and few others. It holds nothing
 * but classes of the aliases' first letters, so it compiles fast and runs in linear time, and no word of a pack can
 * become a pattern. For each first letter the classes of all aliases are merged letter by letter: looser than a trie,
 * but a tenth of its size.
 */
export interface Opening {
  readonly key: string;
  /** It begins with a capital. */
  readonly upper: boolean;
  /** All its letters are capitals. */
  readonly capitals: boolean;
  /** A number may be glued on before: 200MW. */
  readonly unit: boolean;
}

/** Letters looked at: with four, half as much again passes; six cost more than they save. */
const DEPTH = 5;
/** Few words of running text begin with these: one letter less lets 7 % more by, and saves 12 KB in every tab. */
const SELDOM = "bgjknquvxyz";
/** Marks nobody sees. */
const UNSEEN_MARKS =
  "\\x01\\xad\\u0300-\\u036f\\u0640\\u064b-\\u0670\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff";

/** The same, and white space where a script has no use for it. */
const MARKS = `\\s${UNSEEN_MARKS}`;

/** Marks within an abbreviation that follows a number. */
const UNSEEN = "\\x01\\xad\\u0300-\\u036f\\u200b-\\u206f\\ufe00-\\ufe0f\\ufeff";

/**
 * Source of the gate for ASCII; it consumes the first letter, which is half as dear as to consume nothing. Words with
 * other letters or marks in them are left to `SHIFTED` and `FOREIGN`.
 */
export function gateSource(openings: readonly Opening[]): string {
  const ways = [`\\b(?:${latinWays(openings.filter(isLatin))})`];
  for (const { key } of openings) if (/^[!-/:-@[-`{-~]/.test(key)) ways.push(escaped(key[0]!));
  return [...new Set(ways)].join("|");
}

/** Source of the gate for units glued on to a number, whose last digit it consumes; "" if no alias is one. */
export function gluedGateSource(openings: readonly Opening[]): string {
  const units = openings.filter((opening) => opening.unit && isLatin(opening));
  const ways = units.map(({ key }) => `[${both(key[0]!)}][${both(key[1]!)}${UNSEEN}]`);
  return ways.length === 0 ? "" : `\\d(?=${[...new Set(ways)].join("|")})`;
}

const isLatin = ({ key }: Opening): boolean => /^[a-z0-9]/.test(key);

/** Source of the gate for all other scripts, used only where the text has one, consuming nothing; "" if no alias needs it. */
export function wideGateSource(openings: readonly Opening[]): string {
  const ways = (some: readonly Opening[], behind = ""): readonly string[] =>
    some.length === 0 ? [] : [`(?=${otherWays(some, behind === "" ? MARKS : UNSEEN_MARKS)})${behind}`];
  const arabic = openings.filter(({ key }) => isArabic(key[0]!));
  const others = openings.filter(({ key }) => key[0]! > "~" && !isArabic(key[0]!));
  return [...ways(others), ...ways(arabic, AFTER_PREFIX)].join("|");
}

/** Letters that Arabic glues on before a name, and unseen marks; and letters that no prefix has. */
const GLUED = `[\\u0627\\u0628\\u0641\\u0643\\u0644\\u0648${UNSEEN_MARKS}]`;
const UNGLUED =
  "[\\u0620-\\u0626\\u0629-\\u063f\\u0642\\u0645-\\u0647\\u0649\\u064a\\u066e\\u066f\\u0671-\\u06d3]";
/** Amid a word, a letter that begins no prefix is seldom far. */
const AFTER_PREFIX = `(?<!${["", GLUED, GLUED + GLUED, GLUED.repeat(3)].map((glued) => UNGLUED + glued).join("|")})`;

/** Does the text hold letters of another script? */
export const WIDE = /[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\ufeff]/;

/**
 * A character which folds to text that begins with a Latin letter or a digit, where a word may begin. Signs that stand
 * between words all the time, « and full-width commas, are left out: no alias begins with one.
 */
export const FOREIGN =
  /[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u02b8\u0660-\u0669\u06f0-\u06f9\u1d2c-\u1d6a\u1e00-\u1eff\u2070-\u209c\u2100-\u218b\u2460-\u24ff\u3200-\u33ff\ud835\ud83c\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefe\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff65\uff9e-\uffdc](?<=\B[\s\S])/g;

/**
 * A letter that is not plain ASCII, or an unseen mark, within the first letters of a word, where the gate's letters
 * would be out of step (Délangue, Op|enAI). Asked beside the gate. The first class alone is fast, and lets most texts by.
 */
export const SHIFTED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: lone marks are what is looked for
  /[\u0001\u00aa-\uffff](?:(?<=[\u0300-\u036f\u0001\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff])(?=[\w\u0001\u0080-\uffff]|$)|(?<=[\u00aa\u00b2\u00b3\u00b9-\u024f\u1d2c-\u1d6a\u1e00-\u1eff\u2070-\u209c\u2100-\u218b\u2460-\u24ff\u3200-\u33ff\ud835\ud83c\ufb00-\ufb06\uff01-\uff5e]))(?<=\b\w[\w\u0080-\uffff]{0,3}[\s\S])/g;

/** With these letters most words of running text begin that let by a gate made for capitals: they keep a way for each case. */
const APART = "cghmpstw";

function latinWays(openings: readonly Opening[]): string {
  // For each first letter one way for each place where the first word may end.
  const groups = new Map<string, { first: string; classes: Set<string>[] }>();
  // Where some alias begins with the small letter, one way serves both cases: two would hold much the same, and a class
  // takes some 150 bytes in every tab.
  const small = new Set(openings.filter(({ upper }) => !upper).map(({ key }) => key[0]));
  for (const letter of APART) small.delete(letter);
  for (const { key, upper, capitals } of openings) {
    const classes = lettersAfter(key, capitals);
    const letter = key[0] ?? "";
    const apart = upper ? letter.toUpperCase() : both(letter);
    for (const first of small.has(letter) ? [both(letter)] : apart) {
      const name = `${first}${classes.length}${classes.at(-1)?.includes(END)}${classes.indexOf("\\W")}`;
      const group = groups.get(name) ?? { first, classes: classes.map(() => new Set<string>()) };
      groups.set(name, group);
      classes.forEach((part, i) => {
        group.classes[i]?.add(part);
      });
    }
  }
  const byFirst = new Map<string, string[]>();
  for (const { first, classes } of groups.values()) {
    const rest = classes.map((parts) => classOrEnd([...parts].join("")));
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest.join("")]);
  }
  // First letters that go on alike share a way.
  const ways = new Map<string, string>();
  for (const [first, rests] of byFirst) {
    const rest = rests.length > 1 ? `(?:${rests.join("|")})` : rests.join("");
    ways.set(rest, (ways.get(rest) ?? "") + first);
  }
  return [...ways].map(([rest, firsts]) => `[${firsts}](?=${rest})`).join("|") || "[]";
}

/** Each class once, whatever the order of the aliases; escapes stay whole, and those that `\W` holds anyway go. */
function ordered(parts: string): string {
  const all = [...new Set(parts.match(/\\u.{4}|\\.|./g))].sort();
  return (all.includes("\\W") ? all.filter((one) => !/^\\u(?!005f)/.test(one)) : all).join("");
}

/** Where the alias ends: white space and signs, or an ending begins (s, es, en). */
const ENDS = "\\WSsEeNn";
/** Stands in a class for: the alias ends here. No letter of an alias: those are written as numbers. */
const END = "$";

const classOrEnd = (parts: string): string =>
  parts.includes(END) ? `(?:[${ordered(parts.replaceAll(END, "") + ENDS)}]|$)` : `[${ordered(parts)}]`;

/** Classes of the letters after the first, as far as the gate looks: to the end of the word at most. */
function lettersAfter(key: string, capitals: boolean): string[] {
  const classes: string[] = [];
  const depth = SELDOM.includes(key[0] ?? "") ? DEPTH - 1 : DEPTH;
  for (let i = 1; i < depth; i++) {
    const c = key[i];
    if (c === undefined) return [...classes, END];
    if (c === " ") {
      // Several units may part the words; then the first letter comes later.
      const first = both(key[i + 1] ?? "");
      const second = key[i + 2] === undefined ? END : both(key[i + 2] as string);
      return [...classes, "\\W", `${first}\\W`, `${first}${second}\\W`];
    }
    if (isHanOrKana(c)) return [...classes, `\\s${numbered(c)}`];
    classes.push(capitals ? escaped(c.toUpperCase()) : both(c));
  }
  return classes;
}

/** Other scripts: two or three letters, each in all its forms; marks may stand between. */
function otherWays(openings: readonly Opening[], marks: string): string {
  const groups = new Map<string, [Set<string>, Set<string>]>();
  for (const { key } of openings) {
    const group = groups.get(key[0] ?? "") ?? [new Set<string>(), new Set<string>()];
    groups.set(key[0] ?? "", group);
    group[0].add(key[1] ?? END);
    group[1].add(isHanOrKana(key[0] ?? "") ? END : (key[2] ?? END));
  }
  const forms = formsOf(new Set(openings.flatMap(({ key }) => [...key.slice(0, 3)])));
  const classOf = (units: Iterable<string>): string => {
    const all = [...units].flatMap((unit) => [...unit, ...(forms.get(unit) ?? [])].map(escaped)).join("");
    return all.length > 1 ? `[${all}]` : all;
  };
  // Firsts that go on alike share a way.
  const ways = new Map<string, string[]>();
  for (const [first, [second, third]] of groups) {
    const rest = second.has(END) ? "" : classOf(second) + (third.has(END) ? "" : classOf(third));
    ways.set(rest, [...(ways.get(rest) ?? []), first]);
  }
  const firsts = classOf(groups.keys());
  const seconds = new Set([...groups.values()].flatMap(([second]) => [...second]));
  seconds.delete(END);
  return [
    ...[...ways].map(([rest, firsts]) => classOf(firsts) + rest),
    `${firsts}[${marks}]`,
    // Once for all: with the marks in each class of thirds this was most of the gate.
    ...(seconds.size > 0 ? [`${firsts}${classOf(seconds)}[${marks}]`] : []),
  ].join("|");
}

/** Which characters fold to text that begins with each of these units, besides themselves. */
function formsOf(units: ReadonlySet<string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const [from, to] of SEVERAL_FORMS) {
    for (let code = from; code <= to; code++) {
      const c = String.fromCharCode(code);
      const unit = foldCharacter(c)[0] ?? "";
      if (unit !== c && units.has(unit)) forms.set(unit, [...(forms.get(unit) ?? []), c]);
    }
  }
  return forms;
}

/** ASCII, quotes, Greek, Cyrillic, Arabic, half-width kana. */
const SEVERAL_FORMS = [
  [0x21, 0x7e],
  [0x2018, 0x2033],
  [0x370, 0x52f],
  [0x620, 0x6d5],
  [0x1f00, 0x1fff],
  [0xff66, 0xff9d],
] as const;

const both = (c: string): string =>
  /[a-z]/.test(c) ? c.toUpperCase() + c : c > "~" ? numbered(c) : escaped(c);

const escaped = (c: string): string => (/^[A-Za-z0-9\u0370-\ud7ff\uff66-\uff9d]?$/.test(c) ? c : numbered(c));

const numbered = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
