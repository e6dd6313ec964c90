import { flowEnd, flowStart } from "./block.ts";
import { isApostrophe, isDash, isDigit, isLower, isSpace, isUpper, isWord } from "./chars.ts";
import { ahead, next, previous } from "./edges.ts";
import { holds } from "./evidence.ts";
import { keyOf } from "./fold.ts";
import { endsWithGivenName } from "./given-names.ts";
import { SMALL } from "./initials.ts";
import { aliasText, FLAG, type Lexicon, POLICY, policyOf } from "./lexicon.ts";
import { BORDER, type Joins } from "./mention.ts";
import { OPENERS, opensSentence } from "./openers.ts";

/** Names next to names: is a surname another's, does an ambiguous name go on as another name? */

/** Capitalised words that are no first name and no second part of a name: days, months, titles, forms of firms. */
const CALENDAR =
  "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Yesterday|Today|Tomorrow|Later|Earlier";
const TITLES =
  "Mr|Mrs|Ms|Mx|Dr|Prof|Professor|President|Premier|Chancellor|Minister|Secretary|Senator|Sen|Rep|Governor|Gov|Sheikh|Sheikha|Prince|Princess|King|Queen|Emir|Sir|Lord|Lady|Dame|Judge|Justice|Chief|Chair|Chairman|Chairwoman|Chairperson|Executive|Officer|Director|Founder|Cofounder|Boss|Head|Czar|Ambassador|Commissioner|General|Gen|Researcher|Scientist|Engineer|Analyst|Billionaire|Investor|Entrepreneur|Monsieur|Madame|Mme|Mlle|Herr|Frau|Señor|Señora";
const FIRMS = "Inc|Corp|Co|Ltd|Group|Holding|Holdings|Shares|Stock|Executives|Officials|Staff|Employees";
/** What goes behind a product's name. */
const PRODUCTS =
  "Pro|Max|Plus|Mini|Nano|Ultra|Lite|Air|Flash|Turbo|Live|Code|Coder|Desktop|Studio|Cloud|Vision|Voice|Chat|Bot|Chatbot|Assistant|Agents?|App|Preview|Thinking|Instruct|Guard|Enterprise|Advanced|Platforms?|Labs?|Systems?|Technologies|Research|Models?|Chips?|Processors?|Data|Version|Series";
const NO_FIRST_NAME = new RegExp(`^(?:${CALENDAR}|${TITLES}|${OPENERS})$`);
const NO_CONTINUATION = new RegExp(`^(?:${CALENDAR}|${TITLES}|${FIRMS}|${PRODUCTS}|${OPENERS})$`);

const LONGEST = 40;

/** What `resolve` reads is one flow. */
const always: Joins = () => true;

/** The visible text that flows to a place, as far as a name may reach; the same however it is cut into nodes. */
const before = (text: string, at: number, joins = always, reach = LONGEST): string =>
  text.slice(flowStart(text, at, joins, reach), at).replaceAll(BORDER, "");
const after = (text: string, at: number, joins = always, reach = LONGEST): string =>
  text.slice(at, flowEnd(text, at, joins, reach)).replaceAll(BORDER, "");

/** A capital and small letters only: Andrew, Räikkönen. */
const isCapitalised = (word: string): boolean =>
  isUpper(word[0] ?? "") && word.length > 1 && [...word.slice(1)].every(isLower);

/** Letters from `at` on, or up to it. */
function wordFrom(text: string, at: number): string {
  let end = at;
  while (end < text.length && isWord(text[end]!)) end++;
  return text.slice(at, end);
}
function wordUpTo(text: string, at: number): string {
  let start = at;
  while (start > 0 && isWord(text[start - 1]!)) start--;
  return text.slice(start, at);
}

export interface Bearer {
  readonly surname: string;
  /** With which it was introduced; "": nobody bears it yet. */
  readonly full: string;
}

/**
 * Whose is the surname at this place? "own": nothing says otherwise. "other": a first name stands before it that is
 * not the bearer's. "part": it is part of a longer name.
 *
 * @param prefixed the word before it is known to be another name (OpenAI's, WIRED)
 * @param lang of the text
 */
export function bearerOf(
  text: string,
  start: number,
  end: number,
  { surname, full }: Bearer,
  prefixed: boolean,
  lang: string,
): "own" | "other" | "part" {
  const left = before(text, start);
  if (isDash(left.at(-1) ?? "") && isWord(left.at(-2) ?? "")) return "part";
  if (!prefixed && /\s$/.test(left) && followsFirstName(left.trimEnd(), full, lang)) return "other";
  const right = after(text, end);
  if (isDash(right[0] ?? "") && isUpper(right[1] ?? "")) return "part";
  // Given names of two syllables stand behind the family name: Huang Mei-ting, Kwon Ji-yong.
  if (GIVEN.test(right)) return "other";
  // What is behind a possessive is owned: "Huang's Blackwell", "Huangs Wort".
  if (isInflected(surname, text, end, always)) return "own";
  const more = right[0] === " " ? wordFrom(right, 1) : "";
  if (!isCapitalised(more) || NO_CONTINUATION.test(more) || isHeadline(text, start)) return "own";
  // Where the family name comes first, another given name is another person.
  const [first = ""] = full.split(" ");
  return text.slice(start, end).replaceAll(BORDER, "").startsWith(first) ? "other" : "part";
}

const GIVEN = /^ [A-Z][a-z]+[-\u2010\u2011][a-z]+(?![\w-])/;

/** The title directly before a name ("Senator Kwon", "Sen. Kwon"); "" if there is none. */
export const titleBefore = (text: string, start: number): string =>
  TITLED.exec(before(text, start))?.[1] ?? "";
/** The same of the surname of a full name: "Senator Lillian Kwon". */
export const titleOfName = (text: string, start: number): string =>
  TITLED_NAME.exec(before(text, start))?.[1] ?? "";
const TITLED = new RegExp(`\\b(${TITLES})\\.?\\s+$`);
const TITLED_NAME = new RegExp(`\\b(${TITLES})\\.?\\s+(?:[A-Z][^\\s.,;:]*\\.?\\s+){1,2}$`);

function followsFirstName(left: string, full: string, lang: string): boolean {
  const dotted = left.endsWith(".");
  const name = wordUpTo(left, left.length - (dotted ? 1 : 0));
  const glued = left[left.length - name.length - (dotted ? 2 : 1)] ?? "";
  if (isApostrophe(glued) || glued === ".") return false;
  // Monsieur, where French is read.
  if (name === "M" && dotted && lang.startsWith("fr")) return false;
  if (name.length === 1 && isNoInitial(name, left.slice(0, left.lastIndexOf(name)).trimEnd())) return false;
  if (name.length === 1) return isUpper(name) && (dotted || !/[AI]/.test(name)) && name !== full[0];
  return !dotted && isCapitalised(name) && !NO_FIRST_NAME.test(name) && !opensSentence(name, lang);
}

/**
 * Is the letter something of its own: "wrote on X. Musk", "a Series B. Altman", "the Model Y. Musk"?
 *
 * @param left what stands before the letter
 */
const isNoInitial = (letter: string, left: string): boolean =>
  LETTERED.test(left) ||
  (letter === "X" && (left.endsWith("/") || isLower(wordUpTo(left, left.length)[0] ?? "")));
const LETTERED =
  /(?:^|[^\p{L}])(?:[Ss]eries|[Mm]odel|[Pp]lan|[Cc]lass|[Gg]rade|[Tt]ype|[Tt]ier|[Gg]roup|[Cc]ategory|[Ss]ection|[Aa]ppendix|[Aa]nnex|[Gg]en|[Gg]eneration|[Vv]itamin|[Hh]epatitis)$/u;

/** Is it one word, of which others may be called as well: Claude, Oracle? */
function isShared(lexicon: Lexicon, alias: number): boolean {
  const flags = lexicon.aliasFlags[alias]!;
  const cues = policyOf(lexicon, alias, POLICY.cues);
  if ((flags & FLAG.case) === 0 || flags & FLAG.everyday || cues.length === 0) return false;
  const alone = aliasText(lexicon, alias);
  return wordFrom(alone, 0) === alone && !isDigit(alone.at(-1) ?? "");
}

/** Does a name that others share go on as another's ("Claude Shannon", "Oracle Park")? */
export function goesOn(lexicon: Lexicon, alias: number, text: string, end: number, joins: Joins): boolean {
  if (!isShared(lexicon, alias)) return false;
  const alone = aliasText(lexicon, alias);
  const cues = policyOf(lexicon, alias, POLICY.cues);
  // What is behind a possessive is owned: "Mistral's Arthur Mensch", "Metas Sprachmodell".
  if (isInflected(alone, text, end, joins)) return false;
  const word = wordAfter(text, end, joins);
  if (word.length < 3 || !isCapitalised(word) || NO_CONTINUATION.test(word) || isHeadline(text, end, joins))
    return false;
  const folded = keyOf(word);
  return !cues.some((cue) => holds({ text: cue.toLowerCase(), cased: cue }, folded));
}

/** Is it somebody else who bears a shared name: "their daughter, Gemma", "a dog called Bard", "Maria Blackwell"? */
export function isSomebody(
  lexicon: Lexicon,
  alias: number,
  text: string,
  start: number,
  joins: Joins,
): boolean {
  if (!isShared(lexicon, alias)) return false;
  const left = before(text, start, joins);
  return KIN.test(left) || endsWithGivenName(left);
}
const KIN =
  /(?<![\p{L}'-])(?:daughter|son|wife|husband|widow|widower|mother|father|aunt|uncle|niece|nephew|grand(?:son|daughter|mother|father)|girlfriend|boyfriend|fianc\u00e9e?|baby|toddler|puppy|dog|cat|pony|(?:[Hh]er|[Hh]is|[Mm]y|[Oo]ur|[Tt]heir) (?:\w+ )?(?:brother|sister|cousin|friend|boy|girl|neighbou?r|roommate|flatmate|classmate|nanny|babysitter|landlord|landlady)),? (?:(?:is |was )?(?:named|called) )?$/u;

/** The word behind one space; "" if there is none. */
function wordAfter(text: string, end: number, joins: Joins): string {
  const space = next(text, end, joins);
  let word = "";
  if (space < 0 || !isSpace(text[space]!)) return word;
  let at = next(text, space + 1, joins);
  for (; at >= 0 && isWord(text[at]!) && word.length < LONGEST; at = next(text, at + 1, joins))
    word += text[at];
  return word;
}

/** What is named after somebody is somebody else's name: "Mohamed bin Zayed City", "Bill Clinton Library". */
export const namesPlace = (text: string, end: number, joins: Joins): boolean =>
  PLACES.test(wordAfter(text, end, joins));
const PLACES =
  /^(?:University|College|School|Institute|Academy|Library|Museum|Airport|Stadium|Arena|Hospital|Foundation|Prize|Award|Tower|Bridge|Street|Road|Avenue|Boulevard|Highway|Square|Park|Plaza|Mosque|City|Cent(?:er|re))$/;

/** Is a place part of an institution's name here: "Abu Dhabi Investment Authority", "China Mobile", "Bank of Japan"? */
export function isOfInstitution(
  place: string,
  text: string,
  start: number,
  end: number,
  joins: Joins,
): boolean {
  return (
    INSTITUTION_OF.test(before(text, start, joins)) ||
    (INSTITUTION.test(after(text, end, joins, 60)) && !isInflected(place, text, end, joins))
  );
}
const INSTITUTION_OF =
  /(?:^|[^\p{L}])(?:(?:Bank|University|Council|Church|Voice|People) of(?: the)?|Air|Miss) $/u;
/** Names of ministries and parties are left out: they speak for the country. */
const INSTITUTION =
  /^ (?:\p{Lu}[\p{L}-]+ (?:(?:of|for|and|&) )?){0,3}?(?:Academy|Agency|Airlines?|Airport|Airways|Association|Authority|Bank|Centre|Center|Championships?|Chamber|Co|Company|Corp|Corporation|Cup|Daily|Evergrande|Exchange|Expo|Festival|Forum|Foundation|Fund|Group|Hospital|Inc|Institute|Institution|International|Insurance|League|Ltd|Marathon|Masters|Mobile|Museum|National|Observatory|Orchestra|Petroleum|Philharmonic|Post|Prix|Railways?|School|Securities|Society|Stadium|Steel|Telecom|Times|Tobacco|Tourism|Tower|Unicom|University|Week)(?![\p{L}-])/u;

/**
 * Is an ordinary word a name here, since it has a capital where none is due: "a partner from Benchmark"? Titles and
 * headlines have them on all words.
 */
export const isName = (text: string, start: number, joins: Joins): boolean =>
  isUpper(text[start]!) &&
  isLower(text[next(text, start + 1, joins)] ?? "") &&
  /\p{Ll},? $/u.test(before(text, start, joins)) &&
  !isHeadline(text, start, joins);

/** Does the name bear an ending here, or a possessive: "Metas", "Meta’s"? */
function isInflected(name: string, text: string, end: number, joins: Joins): boolean {
  return keyOf(text[previous(text, end, joins)] ?? "") !== keyOf(name.at(-1)!);
}

/** "Llama 4", "Qwen 2.5", "Gemma-3n": the number behind a model's name; "" if there is none. */
export const versionAfter = (text: string, end: number, joins: Joins): string =>
  VERSION.exec(ahead(text, end, joins, 12))?.[1] ?? "";
const VERSION = /^(?:[ \u00a0]|[-\u2010\u2011])(\d{1,2}(?:\.\d{1,2})?[a-zA-Z]?)(?![.,]?\d|[%\u00b0\w])/;

/** Words of a line looked at to either side, in characters. */
const LINE = 70;

/** Is this line set with capitals on nearly all its words? */
function isHeadline(text: string, at: number, joins = always): boolean {
  const line = before(text, at, joins, LINE) + after(text, at, joins, LINE);
  const words = line.match(/[^\s\d.,;:!?()"'\u2010-\u201f\u2026]{4,}/g) ?? [];
  const capitals = words.filter((word) => isUpper(word[0]!)).length;
  return words.length >= 3 && capitals >= words.length * 0.8;
}

/** The words just before a place whose first letters spell the acronym; "" if they do not. */
export function spelledOutBefore(text: string, at: number, acronym: string): string {
  const left = before(text, at, always, 120).replace(/[\s("\u201c\uff08]+$/, "");
  const words = left.split(/[\s\-\u2010-\u2014]+/);
  let letter = acronym.length - 1;
  for (let i = words.length - 1; i >= 0 && letter >= 0; i--) {
    const word = words[i]!.replace(/^[("'\u2018\u201c]+/, "");
    if (word[0]?.toUpperCase() === acronym[letter]!.toUpperCase()) letter--;
    else if (!SMALL.test(word)) return "";
    if (letter < 0) return words.slice(i).join(" ");
  }
  return "";
}

/** The words in brackets just after a place whose first letters spell the acronym; "" if they do not. */
export function spelledOutAfter(text: string, at: number, acronym: string): string {
  const inside =
    /^\s?[(\uff08]([^()\uff08\uff09]{4,100})[)\uff09]/
      .exec(after(text, at, always, 104))?.[1]
      ?.replace(/^the /i, "") ?? "";
  return inside === "" ? "" : spelledOutBefore(inside, inside.length, acronym) === inside ? inside : "";
}

/** Is this all capitals and digits, as acronyms are? */
export const isAcronym = (word: string): boolean => /^[A-Z][A-Z0-9]+$/.test(word);

/** Does a bracket open before it? */
export const isOpened = (text: string, start: number, joins = always): boolean =>
  /[(\uff08]/.test(before(text, start, joins, 1));

/** "(BIS)", "BIS (": only what stands so can be introduced. */
export const mayIntroduce = (text: string, start: number, end: number, joins = always): boolean =>
  isOpened(text, start, joins) || /^\s?[(\uff08]/.test(after(text, end, joins, 2));

/** Does it stand in brackets, so that what it means is said just before? */
export const isIntroduced = (text: string, start: number, end: number): boolean =>
  isOpened(text, start) && /[)\uff09]/.test(after(text, end, always, 1));
