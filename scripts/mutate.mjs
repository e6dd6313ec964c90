#!/usr/bin/env node
/**
 * Does every rule of the matcher turn a test red when it is broken? Breaks one after the other in a copy of `src/core`
 * and runs the matcher's tests there.
 *
 *   npm run mutate                 all; some minutes
 *   npm run mutate -- edges.ts     those of one file
 *   npm run mutate -- elision      those whose rule holds the word
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of sources
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./root.mjs";

/** File → the rule, the text that makes it, and the text that breaks it. Each text occurs once in its file. */
export const MUTATIONS = {
  "fold.ts": [
    ["accents are levelled", 'character.normalize("NFKD").replace(ACCENTS, "")', "character"],
    ["every dash is a hyphen", 'if (isDash(character)) return "-";', ""],
    ["every apostrophe is a straight one", 'if (isApostrophe(character)) return "\'";', ""],
    ["marks within words are not seen", 'if (isTransparent(character)) return "";', ""],
    [
      "white space in a row is one space",
      'if (plain !== "" && !(plain === " " && afterSpace)) {',
      'if (plain !== "") {',
    ],
    [
      "every unit knows where it came from",
      "for (let i = 0; i < plain.length; i++) map.push(at);",
      "map.push(at);",
    ],
    ["a sharp s is two letters", '  ß: "ss",', ""],
    [
      "no space is asked for beside Han",
      'return !dashed && (isHanOrKana(before) || isHanOrKana(after)) ? "" : " ";',
      'return " ";',
    ],
  ],
  "introduced.ts": [
    ["letters are known by themselves where they are an alias", "isKey(lexicon, letters) || ", ""],
    [
      "letters without an exchange are the name's",
      "if (exchange === undefined && !isTakenFrom(letters, seen(text.slice(start, end)))) return;",
      "",
    ],
    [
      "they stand in the order of the name",
      "at = key.indexOf(letter, at) + 1;",
      "at = key.indexOf(letter) + 1;",
    ],
    ["they are more than three", "const LETTERS = 4;", "const LETTERS = 3;"],
    [
      "they count from where they were introduced",
      "this.#known.set(letters, { alias, from: end });",
      "this.#known.set(letters, { alias, from: 0 });",
    ],
    ["and in all that follows", "known.from = 0;", ""],
    ["they are words of their own", 'if (isWord(text[at - 1] ?? "")) continue;', ""],
    ["they stand in no address", "end >= 0 && !inAddress(text, at, end, always)", "end >= 0"],
    ["nothing is mentioned in what is hidden", " || isHidden(hidden, place.start, place.end)", ""],
    ["what nodes a text is cut into says nothing", 'text.replaceAll(BORDER, "")', "text"],
  ],
  "walk.ts": [
    ["several dashes part no words of a name", "if (closed || ++dashes > 2) return null;", "dashes++;"],
    ["a spaced dash is told from a hyphen", "dashed ||= run.loose;", ""],
    ["no name begins with white space", "at > start && !run.dash", "!run.dash"],
    [
      "surrogate pairs are read whole",
      "const character = characterAt(text, at);",
      "const character = text[at];",
    ],
  ],
  "places.ts": [
    ["words with unseen marks are looked at", "add(SHIFTED, startOfWord);", ""],
    [
      "one letter beyond ASCII is enough for the other gates",
      String.raw`/[^\0-\x7f\u2028]/`,
      String.raw`/[^\0-\xff]/`,
    ],
    ["words that begin with another letter's form are looked at", "add(FOREIGN, beforeEnd);", ""],
    [
      "the digit before a unit is looked at",
      'add(lexicon.gateOf("gluedGate"), atEnd, 1);',
      'add(lexicon.gateOf("gluedGate"), atEnd);',
    ],
  ],
  "spelled-in.ts": [
    ["accents are levelled where that moves nothing", "plain.length === text.length ? plain : text", "plain"],
    ["accents set apart are not levelled", "if (text.search(ACCENTS) >= 0) return text;", ""],
  ],
  "gate.ts": [
    ["the gate lets endings by", String.raw`const ENDS = "\\WSsEeNn";`, String.raw`const ENDS = "\\W";`],
    ["the gate lets units behind numbers by", "opening.unit && isLatin(opening)", "false"],
    ["the gate lets marks within other scripts by", "`${firsts}[${marks}]`,", ""],
    [
      "the gate lets marks behind two letters of other scripts by",
      "...(seconds.size > 0 ? [`${firsts}${classOf(seconds)}[${marks}]`] : []),",
      "",
    ],
    ["the gate lets Arabic prefixes by", String.raw`\\u0642\\u0645-\\u0647`, String.raw`\\u0641-\\u0648`],
    ["the gate lets no name begin amid an Arabic word", "ways(arabic, AFTER_PREFIX)", "ways(arabic)"],
    [
      "the gate lets several units between words by",
      'return [...classes, "\\\\W", `${first}\\\\W`, `${first}${second}\\\\W`];',
      String.raw`return [...classes, "\\W", first];`,
    ],
    [
      "the gate asks capitals only where all letters are",
      "capitals ? escaped(c.toUpperCase()) : both(c)",
      "escaped(c.toUpperCase())",
    ],
  ],
  "chars.ts": [
    ["an underscore belongs to words", '|| c === "_"', ""],
    ["a soft hyphen is not seen", String.raw`\u0001\u00ad\u0591`, String.raw`\u0001\u0591`],
  ],
  "edges.ts": [
    ["French elision comes before a mention", "(?:[ldjmnstc]|qu|", "(?:[l]|qu|"],
    ["other apostrophes join words", 'if (word !== "" && !ELIDED.test(word)) return false;', ""],
    [
      "the s of a possessive is no elision",
      'if (word === "" || !isApostrophe(unit(text, at))) return true;',
      "return true;",
    ],
    [
      "a quotation may begin behind Han",
      "isWord(c) && !isUnspaced(c);\n\n/** Not the s",
      "isWord(c);\n\n/** Not the s",
    ],
    ["a number is not begun in its middle", "return decimal ? null : open;", "return open;"],
    [
      "Arabic prefixes may stand before",
      "if (isArabic(first) && isArabic(before)) return afterPrefix(text, start, joins);",
      "if (isArabic(first) && isArabic(before)) return null;",
    ],
    ["the Arabic article belongs to the mention", "start: article ? mark : start", "start"],
    [
      "no other Arabic letters may stand before",
      "if (glued || !ARABIC_PREFIX.test(prefix)) return null;",
      "",
    ],
    [
      "a run of katakana is one word",
      "(isKatakana(first) && isKatakana(before)) || (isHangul(first)",
      "(isHangul(first)",
    ],
    [
      "a run of katakana is one word at its end, too",
      "if (isKatakana(last) && isKatakana(after)) return -1;",
      "",
    ],
    [
      "and with forms of the verb made of it",
      "(?:하|한|할|함|해|했|되|된|될|됨|돼|됐|시키|시킨|시킬|시켜|시켰)[가-힣]{0,3}|",
      "",
    ],
    ["Hangul goes on with particles only", "!PARTICLE.test(hangulFrom(text, at, joins))", "false"],
    [
      "a unit may be glued to its number",
      "return isDigit(before) && afterNumber(text, at, joins) ? { ...open, number: true } : null;",
      "return null;",
    ],
    [
      "a number glued to a word is none",
      "return !isWord(unit(text, at));\n}\n\n/** Of",
      "return true;\n}\n\n/** Of",
    ],
    ["a possessive belongs to the mention", "if (ended >= 0 && atEnd(text, ended, joins)) return ended;", ""],
    ["so does that of a plural", "/[sS]/.test(text[end - 1]!) &&", "false &&"],
    ["but no closing quotation mark", "!inQuotation(text, apostrophe, joins)", "true"],
    ["nor an apostrophe within a word", "!isWord(unit(text, next(text, apostrophe + 1, joins)))", "true"],
    ["a quotation that has ended is over", "if (!opens && !isWord(after)) ended++;", ""],
    [
      "an ending needs the end of the word",
      "if (whole > ended || atEnd(text, ended, joins)) return whole;",
      "return whole;",
    ],
    [
      "nothing is found beside an equals sign",
      'if (before === "@" || after === "@" || before === "=" || after === "=") return true;',
      "",
    ],
    ["a sentence may follow without a space", "return !sentence;", "return true;"],
    [
      "nothing is found in addresses",
      "return ADDRESS_LIKE.test(chunk(text, start, end, joins));",
      "return false;",
    ],
    [
      "nothing is found behind a dot in a word",
      'if (before === "." && isWord(unit(text, previous(text, p, joins)))) return true;',
      "",
    ],
    ["few letters tell no capitals", "return upper >= CAPS_LETTERS;", "return true;"],
  ],
  "block.ts": [
    ["evidence stays within its block", "if (!joins(at)) return at + 1;", ""],
    ["evidence ends with its block", "if (!joins(at)) return at;", ""],
    ["evidence reaches far in a long block", "export const REACH = 600;", "export const REACH = 60;"],
    ["a mended text knows its places", "return offset - gone[passed]!;", "return offset;"],
    ["dashes part the words of evidence", String.raw`.replace(/[-\u2010-\u2014]/g, " ")`, ""],
    [
      "capitals are those that words begin with",
      String.raw`text.replace(/\B[A-Z]+/g, (run) => run.toLowerCase())`,
      "text",
    ],
  ],
  "hashtag.ts": [
    ["underscores part its words", 'if (c === "_" && space) read(space, at + 1, true);', ""],
    ["keys of one word are left to the walk", "if (isParted && isKey(next))", "if (isKey(next))"],
    ["unseen marks may stand in it", 'while (isTransparent(text[at] ?? "") && steps++ < MOST) at++;', ""],
    ["and before it", "while (sign > 0 && isTransparent(text[sign]!)) sign--;", ""],
  ],
  "evidence.ts": [
    ["a cue beside weighs more", "const BESIDE = 30;", "const BESIDE = 0;"],
    ["a cue near is near", "const NEAR = 80;", "const NEAR = 20;"],
    ["the sentence before says less", "const SENTENCE = NEAR;", "const SENTENCE = 0;"],
    ["whose a name is says what it is", "if (owner)", "if (!cues)"],
    ["what it stands behind must own it", "endsWith(`${cue}'s `)", "includes(`${cue}'s `)"],
    ["a character of Han says more", "const DENSE = 2.5;", "const DENSE = 1;"],
    ["a cue is a word", "if (!free(start - 1)) return false;", ""],
    ["a cue may stand in the plural", 'return text[s] === "s" && free(s + 1);', "return false;"],
    ["near the alias a rival outweighs a cue", "(bad.best > 0 ? 1 : 0) + (bad.second > 0 ? 1 : 0)", "0"],
    [
      "a rival near needs no more",
      'if (bad.best > 0) return { score: -against, rule: "name", cue: null };',
      "",
    ],
    ["rivals in the block count", "score: count(farther) - count(further)", "score: count(farther)"],
    ["a rival undoes a name without cues", "score: SURE - against", "score: SURE"],
    [
      "a cue with a capital is a name",
      'const isCased = (cue: string): boolean => cue[0]! >= "A" && cue[0]! <= "Z";',
      "const isCased = (_: string): boolean => false;",
    ],
    [
      "never after some words",
      "if (left.endsWith(word) && standsAlone(left, left.length - word.length, word)) return true;",
      "",
    ],
    [
      "never before some words",
      "if (right.startsWith(word) && standsAlone(right, 0, word)) return true;",
      "",
    ],
  ],
  "names.ts": [
    ["M. is Monsieur in French", 'if (name === "M" && dotted && lang.startsWith("fr")) return false;', ""],
    ["and no title elsewhere", ' && lang.startsWith("fr")', ""],
    [
      "behind a hyphen a surname is part of a word",
      'if (isDash(left.at(-1) ?? "") && isWord(left.at(-2) ?? "")) return "part";',
      "",
    ],
    ["before a hyphen, too", 'if (isDash(right[0] ?? "") && isUpper(right[1] ?? "")) return "part";', ""],
    ["a first name tells another bearer", String.raw`!prefixed && /\s$/.test(left)`, "false"],
    ["titles are no first names", "&& !NO_FIRST_NAME.test(name)", ""],
    ["a given name of two syllables, too", 'if (GIVEN.test(right)) return "other";', ""],
    [
      "what is behind a possessive is owned",
      'if (isInflected(surname, text, end, always)) return "own";',
      "",
    ],
    ["sentences in other languages begin with words of their own", " && !opensSentence(name, lang)", ""],
    ["kin have names of their own", "KIN.test(left) ||", ""],
    ["who has a given name is somebody else", "|| endsWithGivenName(left)", ""],
    [
      "a firm's friend is no kin",
      "(?:[Hh]er|[Hh]is|[Mm]y|[Oo]ur|[Tt]heir) (?:",
      "(?:(?:[Hh]er|[Hh]is|[Mm]y|[Oo]ur|[Tt]heir) )?(?:",
    ],
    ["an initial tells another bearer", "&& name !== full[0]", "&& false"],
    ["on X is no initial", 'letter === "X" &&', "false &&"],
    ["but by X. Huang is", 'isLower(wordUpTo(left, left.length)[0] ?? "")', "true"],
    ["a series and its letter, too", "LETTERED.test(left) ||", ""],
    ["a bank of a place is not the place", "INSTITUTION_OF.test(before(text, start, joins)) ||", ""],
    ["nor is its museum", "(INSTITUTION.test(after(text, end, joins, 60)) &&", "(false &&"],
    ["headlines give words capitals", " &&\n  !isHeadline(text, start, joins);", ";"],
    ["and so does a text of capitals", 'isLower(text[next(text, start + 1, joins)] ?? "") &&', ""],
    ["but what the place has, is its own", " && !isInflected(place, text, end, joins)", ""],
    [
      "a surname may be a first name",
      'startsWith(first) ? "other" : "part"',
      'startsWith(first) ? "own" : "own"',
    ],
    ["in headlines all words have capitals", "words.length >= 3 && capitals >= words.length * 0.8", "false"],
    ["what products end in is no second name", "|| NO_CONTINUATION.test(word) ||", "||"],
    ["what bears an ending goes on as no name", "isInflected(alone, text, end, joins)", "false"],
    ["a known name is no other's", "return !cues.some(", "return true || !cues.some("],
    ["a quantity is no version", String.raw`(?![.,]?\d|[%\u00b0\w])`, ""],
    ["small words have no letter in an acronym", 'else if (!SMALL.test(word)) return "";', 'else return "";'],
    [
      "an acronym stands alone in its brackets",
      String.raw`&& /[)\uff09]/.test(after(text, end, always, 1))`,
      "",
    ],
  ],
  "initials.ts": [
    ["initials may leave small words out", "own.filter((word) => !SMALL.test(word))", "own"],
    ["initials may have the small words", "[spelt(large), spelt(own)]", "[spelt(large)]"],
    ["words in capitals stand whole in initials", "/^[A-Z]{2,}$/.test(word) ? word : ", ""],
    ["initials of too many entries tell nothing", "if (length > SHARED)", "if (length < 0)"],
    ["two letters are no initials", "const SHORTEST = 3;", "const SHORTEST = 2;"],
  ],
  "acronyms.ts": [
    [
      "initials are those of this very name",
      "if (isInitials(sense)) return keyOf(long) === keyOf(aliasText(lexicon, sense.alias));",
      "",
    ],
  ],
  "talk.ts": [
    ["two make no talk", "recent.length < SEVERAL", "recent.length < 2"],
    ["a talk is over after a while", "flow - named.flow <= RECENT", "true"],
    [
      "persons are no talk",
      "  hear(entry: number, kind: Kind, alias: number, flow: number): void {\n    if (!TALKED.has(kind)) return;",
      "  hear(entry: number, kind: Kind, alias: number, flow: number): void {",
    ],
  ],
  "surnames.ts": [
    ["another bearer ends a surname", 'if (bearer === "other" || sense.score', "if (sense.score"],
    ["who cannot be meant does, too", "|| sense.score === ANOTHER ||", "||"],
    [
      "another person of the lexicon, too",
      'else if (bearers && entryKind(lexicon, entry) === "person")',
      "else if (false)",
    ],
    [
      "a surname comes after the full name",
      "if (holder === undefined || holder.entry === OTHER) return null;",
      'if (holder === undefined) return { ...sense, score: 1, cue: "" };',
    ],
    ["a stranger keeps his title", "this.#titles.set(key, titles.add(title));", ""],
    ["a title is nobody's but his", 'if (title === "") return false;', "return true;"],
    ["also in short", "other.startsWith(title) || title.startsWith(other)", "other === title"],
  ],
  "resolve.ts": [
    ["a name is known by the talk", "if (beside === OTHER) return null;", "return null;"],
    ["so is a phrase", "if (!isName && !isPhrase) return null;", "if (!isName) return null;"],
    ["but no everyday word", "if (!isName && !isPhrase) return null;", ""],
    ["in brackets stands the name once more", "&& isOpened(text, start))", "&& false)"],
    ["only brackets say so", " && isOpened(text, start))", ")"],
    ["no two mentions overlap", "if (candidate.start < free) continue;", ""],
    [
      "aliases count in their language",
      "lexicon.aliasLang[alias] === 0 || speaks(aliasLang(lexicon, alias), lang)",
      "true",
    ],
    [
      "an acronym means what it was introduced for",
      "if (meant !== undefined && meant !== entry) return null;",
      "",
    ],
    [
      "an introduced acronym needs no cue",
      'if (meant === entry && sense.score === 0) return { ...sense, score: 1, rule: "acronym", cue: null };',
      "",
    ],
    [
      "initials wait for the page",
      "return meant === entry ? { ...sense, score: 1 } : null;",
      "return { ...sense, score: 1 };",
    ],
    [
      "initials are those of the name before",
      "if (introduced && entries.includes(touching)) {",
      "if (introduced && touching !== OTHER) {",
    ],
    [
      "another's name makes faint evidence too little",
      'if (another && (sense.rule === "cue-block" || sense.score < CERTAIN)) return null;',
      "",
    ],
    ["the title is evidence", "const cue = this.#inTitle(sense.alias);", "const cue = null;"],
    ["a rival in the title is, too", "cues.length - found(POLICY.rivals).length", "cues.length"],
    ["a short flow hears those around", "seenOf(text).length <= SHORT ?", "false ?"],
    ["a long flow does not", "seenOf(text).length <= SHORT ?", "true ?"],
    ["an ordinary word asks for two cues around", "everyday ? 2 : 1", "1"],
    ["a Latin name amid another script is one", "if (isName && !this.#isLatin)", "if (false)"],
    ["a name means what it meant before", "if (isName && named !== OTHER)", "if (false)"],
    ["common phrases need more", "if (isName && named !== OTHER)", "if (named !== OTHER)"],
  ],
  "scan.ts": [
    ["a name ends with its block", "if (!this.#flows(at, reading.end)) continue;", ""],
    ["a spaced dash is one of the sentence", "if (reading.dashed && !(flags & FLAG.dashed)) return -1;", ""],
    ["only units are glued to numbers", "if (open.number && !(how === 2 && isUnit(written))) return -1;", ""],
    [
      "an alias with the Arabic article needs it",
      "if (!open.article && isArabic(first) && !needsNoArticle(written)) return -1;",
      "",
    ],
    ["the case is the alias's", "if (how === 1 || !sameCase(spelt, keyOf(seen, true))) return -1;", ""],
    [
      "a text in capitals is a case of its own",
      "inCapitals(this.#text, at, reading.end, this.#joins);",
      "false;",
    ],
    [
      "an irregular plural is spelt as such",
      "? (irregularPlural(plain) ?? plain) : plain",
      "? plain : plain",
    ],
    [
      "a small word may begin a sentence",
      "word === word.toLowerCase() && other.slice(1) === word.slice(1)",
      "false",
    ],
    ["initials are capitals", "|| !isAcronym(keyOf(this.#text.slice(at, letters), true))", ""],
    ["excluding words exclude", "if (out && !surname) return", "if (false) return"],
    ["who is excluded is heard of", "this.#goesOn(alias, end) ? { alias, ...NOT_HIM } : null", "null"],
    ["an excluded surname is another's", "score: out ? ANOTHER :", "score: out ? -1 :"],
    ["a German noun is no second name", "!this.#isBesideNoun(alias, verdict) && ", ""],
    [
      "a model may be called like a man",
      'entryKind(lexicon, lexicon.aliasEntry[alias]!) !== "model"',
      "true",
    ],
    ["a place named after somebody is not he", 'if (kind === "person" && !surname &&', "if (false &&"],
    [
      "an ordinary word with a capital is a name",
      "if (this.#isOrdinary(alias) && isName(this.#text, start, this.#joins)) return null;",
      "",
    ],
    ["in English alone", "|| !/^(?:en|$)/.test(this.#lang)", ""],
    ["an institution of a place is not the place", 'if (kind === "place" &&', "if (false &&"],
    ["a hashtag has no spaces", "if (!isHashtag(text, at)) return plain;", "return plain;"],
    ["its case says nothing", "if (reading.hashtag) return this.#closing(flags, reading.end, caps, at);", ""],
    ["a name that goes on is another's", "verdict.score - FURTHER || ANOTHER", "verdict.score"],
    ["a number makes a unit", 'if (number) return { alias, score: 3, rule: "cue-near", cue: number };', ""],
    ["a version makes a model", 'if (version !== "")', "if (false)"],
    [
      "the English article stays outside",
      'startsWith("the ") ? noun : begin',
      'startsWith("the ") ? begin : begin',
    ],
    ["a sure name hides what is in it only in any language", "&& this.#lexicon.aliasLang[alias] === 0;", ";"],
  ],
  "compile.ts": [
    ["a cue counts once", "!parts(word).some(isOther(word)) &&", ""],
    [
      "a cue and its plural are one",
      '!["s", "es"].some((ending) => word.endsWith(ending) && words.has(word.slice(0, -ending.length))),',
      "true,",
    ],
    ["irregular plurals are keys", "if (plural !== null) put(plural, 4 * index + FORM.plural);", ""],
    ["names with capitals within are exact", String.raw`/\p{L}.*\p{Lu}/su.test(text) || `, ""],
    ["short names are exact", String.raw` || /^\p{Lu}\p{L}{0,3}$/u.test(text);`, ";"],
    [
      "German words have German endings",
      String.raw`if (/^de\b/.test(lang ?? "") && how === 0) return INFLECT.german;`,
      "",
    ],
    ["acronyms have plurals", "? INFLECT.acronym : INFLECT.name", "? INFLECT.name : INFLECT.name"],
    [
      "an alias with a dash may have it spaced",
      String.raw`how === 0 || /\p{Pd}/u.test(alias.text)`,
      "how === 0",
    ],
  ],
  "inflect.ts": [
    ["German glues the genitive on", "/^(?:de|nl|", "/^(?:nl|"],
    [
      "some plurals change the word",
      "if (/[^aeiou\\W]y$/i.test(text)) return `${text.slice(0, -1)}ies`;",
      "",
    ],
  ],
  "languages.ts": [
    [
      "a script of its own says its language",
      "own === other || (script >= 0 && script !== scriptOf(other))",
      "own === other",
    ],
  ],
  "lexicon.ts": [
    [
      "a lexicon cut short is none",
      'if (header[1] !== byteLength) throw new LexiconError("a lexicon cut short");',
      "",
    ],
    ["a lexicon of another version is none", "if (header[0] !== MAGIC) {", "if (false) {"],
  ],
};

/** Those that tell most in least time; the others are asked only where these are content. */
const QUICK = ["rules", "places", "spelled", "keys", "meaning", "resolve", "page-matcher", "fold", "lexicon"];
const SLOW = ["ambiguity", "scan", "bad-input"];
/** A broken rule may well run for ever. */
const PATIENCE = 300_000;

/** In one process without walls between files: most of the time goes into starting. */
const VITEST =
  "node_modules/vitest/vitest.mjs run --bail 1 --testTimeout 120000 --pool threads --no-isolate".split(" ");

/** @returns {boolean} whether these tests are content with the copy */
function content(copy, tests) {
  const files = tests.map((name) => `src/core/${name}.test.ts`);
  const run = spawnSync(process.execPath, [...VITEST, "--no-file-parallelism", ...files], {
    cwd: copy,
    env: { ...process.env, SIDELIGHT_SEED: "1" },
    stdio: "ignore",
    timeout: PATIENCE,
    killSignal: "SIGKILL",
  });
  return run.status === 0;
}

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), "sidelight-mutate-"));
  for (const path of ["package.json", "tsconfig.json", "src", "test/gold", "test/finished.ts"])
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  writeFileSync(join(copy, "vitest.config.mjs"), 'export default { test: { environment: "node" } };');
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function main(wanted) {
  const copy = copyOfTree();
  const survivors = [];
  let tried = 0;
  try {
    if (!content(copy, [...QUICK, ...SLOW])) throw new Error("the tests are red before anything is broken");
    for (const [file, rows] of Object.entries(MUTATIONS)) {
      const path = join(copy, "src/core", file);
      const whole = readFileSync(path, "utf8");
      for (const [rule, from, to] of rows) {
        if (wanted && file !== wanted && !rule.includes(wanted)) continue;
        tried++;
        writeFileSync(
          path,
          whole.replace(from, () => to),
        );
        const survives = content(copy, QUICK) && content(copy, SLOW);
        if (survives) survivors.push(`${file}: ${rule}`);
        console.log(`${survives ? "SURVIVES" : "caught  "}  ${file}: ${rule}`);
      }
      writeFileSync(path, whole);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  console.log(`\n${tried} rules broken, ${tried - survivors.length} caught`);
  for (const survivor of survivors) console.log(`no test is red without: ${survivor}`);
  process.exitCode = survivors.length > 0 || tried === 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
