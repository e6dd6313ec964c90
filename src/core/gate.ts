import { isHanOrKana } from "./chars.ts";
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
  /** A number may be glued on before: 200MW. */
  readonly unit: boolean;
}

/** Letters looked at. Four let one more percent of all places through, six cost more than they save. */
const DEPTH = 5;
/** Whatever is not ASCII passes at every place but the first. */
const ANY = "\\x80-\\uffff";
/** Characters that fold to text that begins with a Latin letter or a digit. */
const FIRST =
  "\\u00aa-\\u00ac\\u00ae-\\u02b8\\u0660-\\u0669\\u06f0-\\u06f9\\u1d2c-\\u1d6a\\u1e00-\\u1eff\\u2070-\\u209c\\u2100-\\u218b\\u2460-\\u24ff\\u3200-\\u33ff\\ud835\\ud83c\\uf900-\\ufaff\\ufb00-\\ufdff\\ufe70-\\ufefe\\uff01-\\uffdc";
/** Marks nobody sees, and white space where a script has no use for it. */
const MARKS =
  "\\s\\u0001\\u00ad\\u0300-\\u036f\\u0640\\u064b-\\u065f\\u0670\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff";

/** Source of the gate; it consumes nothing. Marks within the first letters of a Latin word are left to `SHIFTED`. */
export function gateSource(openings: readonly Opening[]): string {
  const latin = openings.filter(({ key }) => /^[a-z0-9]/.test(key));
  const others = openings.filter(({ key }) => !/^[a-z0-9]/.test(key));
  const units = latin.filter(({ unit }) => unit).map(({ key }) => key);
  const ways = [`\\b(?:${latinWays(latin)})`, `\\B[${FIRST}]`, ...otherWays(others)];
  if (units.length > 0)
    ways.push(`\\B(?:${units.map((key) => [...key].map((c) => `[${both(c)}]`).join("")).join("|")})`);
  return `(?=${ways.join("|")})`;
}

/**
 * A mark within the first letters of a word, where the gate's letters would be out of step (Op|enAI); also letters
 * that fold to several. Asked beside the gate.
 */
export const SHIFTED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: lone marks are what is looked for
  /[\u0300-\u036f\u0001\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u00bc-\u00be\u00c6\u00df\u00e6\u0132\u0133\u0149\u0152\u0153\u01c4-\u01cc\u01f1-\u01f3\u1e9e\u2100-\u218b\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06](?<=\b\w[\w\u0080-\uffff]{0,3}[\s\S])(?=[\w\u0001\u0080-\uffff])/g;

function latinWays(openings: readonly Opening[]): string {
  // One way for each first letter and number of letters before the word ends; the last class of a word that ends
  // early is its end, or an ending (s, es, en).
  const groups = new Map<string, { first: string; classes: Set<string>[] }>();
  for (const { key, upper } of openings) {
    const classes = lettersAfter(key);
    for (const first of upper || /^\d/.test(key) ? [(key[0] ?? "").toUpperCase()] : both(key[0] ?? "")) {
      const name = `${first}${classes.length}${classes.at(-1) === END}`;
      const group = groups.get(name) ?? { first, classes: classes.map(() => new Set<string>()) };
      groups.set(name, group);
      classes.forEach((part, i) => {
        group.classes[i]?.add(part);
      });
    }
  }
  const byFirst = new Map<string, string[]>();
  for (const { first, classes } of groups.values()) {
    const rest = classes.map((parts) => {
      if (parts.has(END)) return `(?:[\\WSsEeNn]|$)`;
      return `[${[...new Set(parts)].join("")}${ANY}]`;
    });
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest.join("")]);
  }
  return [...byFirst].map(([first, rests]) => `${first}(?:${rests.join("|")})`).join("|") || "[]";
}

/** Stands in a class for: the text may end here. */
const END = "";

/** Classes of the letters after the first, as far as the gate looks: to the end of the word at most. */
function lettersAfter(key: string): string[] {
  const classes: string[] = [];
  for (let i = 1; i < DEPTH; i++) {
    const c = key[i];
    if (c === undefined) {
      // The alias ends: whatever is no letter may follow, or an ending.
      return [...classes, END];
    }
    if (c === " ") return [...classes, "\\W", `${both(key[i + 1] ?? "")}\\W`];
    if (isHanOrKana(c)) return [...classes, `\\s${escaped(c)}`];
    classes.push(both(c));
  }
  return classes;
}

/** Other scripts: two or three letters, each in all its forms; marks may stand between. */
function otherWays(openings: readonly Opening[]): string[] {
  const groups = new Map<string, [Set<string>, Set<string>]>();
  for (const { key } of openings) {
    const group = groups.get(key[0] ?? "") ?? [new Set<string>(), new Set<string>()];
    groups.set(key[0] ?? "", group);
    group[0].add(key[1] ?? END);
    group[1].add(key.length < 3 || isHanOrKana(key[0] ?? "") ? END : (key[2] ?? END));
  }
  if (groups.size === 0) return [];
  const forms = formsOf(new Set(openings.flatMap(({ key }) => [...key.slice(0, 3)])));
  const classOf = (units: Iterable<string>): string =>
    [...units].flatMap((unit) => [...unit, ...(forms.get(unit) ?? [])].map(escaped)).join("");
  return [...groups].map(([first, [second, third]]) => {
    const start = `[${classOf([first])}]`;
    if (second.has(END)) return start;
    const more = third.has(END) ? "" : `[${classOf(third)}${MARKS}]`;
    return `${start}(?:[${classOf(second)}]${more}|[${MARKS}])`;
  });
}

/** Which characters fold to text that begins with each of these units, besides themselves. */
function formsOf(units: ReadonlySet<string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const [from, to] of [
    [0x21, 0x7e],
    [0xa1, 0x1fff],
    [0x2010, 0x2040],
    [0x3000, 0x30ff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const c = String.fromCharCode(code);
      const unit = foldCharacter(c)[0] ?? "";
      if (unit !== c && units.has(unit)) forms.set(unit, [...(forms.get(unit) ?? []), c]);
    }
  }
  return forms;
}

const both = (c: string): string => (/[a-z]/.test(c) ? c.toUpperCase() + c : escaped(c));

const escaped = (c: string): string =>
  /^[A-Za-z0-9]?$/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
