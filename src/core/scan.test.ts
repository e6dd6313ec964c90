import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finished } from "../../test/finished.ts";
import { isAliasWithAffix } from "../../test/gold/affixes.ts";
import { compile } from "./compile.ts";
import { keyOf } from "./fold.ts";
import { keysOf } from "./keys.ts";
import { decode, type Lexicon } from "./lexicon.ts";
import { BORDER } from "./mention.ts";
import type { Alias } from "./pack.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";
import { spelledIn } from "./spelled-in.ts";

const compiled = (aliases: readonly Alias[]): Lexicon =>
  compile(aliases.map((alias, i) => ({ id: `a${i}`, kind: "concept", name: "", aliases: [alias] })));

/** The real thing: every alias is its own entry, `a0`, `a1` …; spans as "start-end id". */
function found(lexicon: Lexicon, text: string, joins = (_: number): boolean => true): string[] {
  const candidates = scan(lexicon, text, joins, "en");
  const [mentions = []] = resolve(lexicon, [{ text, lang: "en", candidates }], { title: "", lang: "en" });
  // What is found here, the letters alone must have let by.
  const spelled = spelledAt(decode(keysOf(lexicon)), text);
  for (const { start, end } of candidates)
    expect(
      spelled.some((at) => at >= start && at < end),
      text.slice(start, end),
    ).toBe(true);
  for (const { start, end, alias } of mentions)
    expect(isAliasWithAffix(text.slice(start, end), alias), text.slice(start, end)).toBe(true);
  return mentions.map(({ start, end, entry }) => `${start}-${end} ${entry}`);
}

/** Each offset at which letters of an alias begin: a stretch of one unit is a place. */
const spelledAt = (keys: Lexicon, text: string): readonly number[] =>
  finished(spelledIn(keys, text, [...Array(text.length).keys()]));

// --- a slow, obvious oracle: every start, every end, every alias ------------------------------------------------

const UNSEEN = /[\u0001\u00ad\u200b\u202e]|\u200d|\u0301/;
const WORD = /[\p{L}\p{Nd}\p{M}_]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ELIDED = /^([ldjmnstc]|qu)$/i;
const PREFIXES = ["", "و", "ب", "ال", "وال", "بال", "لل", "ل"];

/** Free aliases with plurals only; the text's borders all join. */
function oracle(aliases: readonly Alias[], text: string): string[] {
  const seen: { c: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const c = String.fromCodePoint(text.codePointAt(at)!);
    if (!UNSEEN.test(c)) seen.push({ c, at });
    at += c.length;
  }
  const n = seen.length;
  const slice = (i: number, j: number): string =>
    seen
      .slice(i, j)
      .map(({ c }) => c)
      .join("");
  const c = (i: number): string => seen[i]?.c ?? "";
  const endAt = (j: number): number => seen[j - 1]!.at + seen[j - 1]!.c.length;

  const opens = (i: number): boolean => {
    const before = c(i - 1);
    if (/['’‘]/.test(before)) {
      let run = "";
      for (let k = i - 2; k >= 0 && /['’‘\p{L}\p{Nd}\p{M}_]/u.test(c(k)) && !UNSPACED.test(c(k)); k--)
        run = c(k) + run;
      const [word = "", former = ""] = run.split(/['’‘]/).reverse();
      return word === "" || (ELIDED.test(word) && (former === "" || ELIDED.test(former)));
    }
    if (!WORD.test(before)) return !(/[.,]/.test(before) && /\d/.test(c(i)) && /\d/.test(c(i - 2)));
    return UNSPACED.test(c(i)) ? !/\p{Script=Katakana}{2}/u.test(before + c(i)) : UNSPACED.test(before);
  };
  const closes = (j: number): boolean => {
    const last = c(j - 1);
    const after = c(j);
    if (after === "." && /\d/.test(last) && /\d/.test(c(j + 1))) return false;
    if (!WORD.test(after)) return true;
    return UNSPACED.test(last) ? !/\p{Script=Katakana}{2}/u.test(last + after) : UNSPACED.test(after);
  };
  /** Has a quotation in single marks begun and not ended before the place? */
  const quoted = (j: number): boolean => {
    let open = 0;
    for (let k = 0; k < j; k++) {
      if (!/['’‘]/.test(c(k))) continue;
      const begins = /^$|[\s("\p{Pd}]/u.test(c(k - 1)) || (c(k) === "‘" && UNSPACED.test(c(k - 1)));
      if (begins && /\S/.test(c(k + 1))) open++;
      else if (!WORD.test(c(k + 1))) open = Math.max(0, open - 1);
    }
    return open > 0;
  };
  /** Is the text around written in capitals throughout? */
  const capitals = (i: number, j: number): boolean => {
    const around = [...slice(Math.max(0, i - 60), i), ...slice(j, j + 60)];
    const lower = around.some((own) => own !== own.toUpperCase() && own === own.toLowerCase());
    return !lower && around.filter((own) => own !== own.toLowerCase()).length >= 4;
  };
  const firsts = seen.map(({ c: own }) => keyOf(own)[0]);
  const spells = (i: number, j: number, alias: string): boolean => {
    // Saves the oracle most of its time; `keyOf` of the whole decides.
    if (firsts[i] !== alias[0]?.normalize("NFKD")[0] && !/[œ\u0600-\u06ff]/.test(alias[0] ?? ""))
      return false;
    const part = slice(i, j);
    const words = keyOf(alias).split(/[ -]/);
    const isTag = c(i - 1) === "#" && words.length > 1 && /^[\w ]+$/.test(words.join(""));
    if (isTag && new RegExp(`^${words.join("_?")}$`, "i").test(part)) return true;
    return part.trim() === part && !/^-|-$/.test(keyOf(part)) && keyOf(part) === keyOf(alias);
  };

  const spans: string[] = [];
  for (let i = 0; i < n; ) {
    let best: { j: number; span: string } | null = null;
    for (let j = n; j > i && best === null; j--) {
      aliases.forEach(({ text: alias }, a) => {
        if (best !== null) return;
        const arabic = /^[\u0600-\u06ff]/.test(alias);
        for (const prefix of arabic ? PREFIXES : [""]) {
          if (prefix !== "" && slice(i, i + prefix.length) !== prefix) continue;
          const article = /ال$|لل$/.exec(prefix)?.[0] ?? "";
          const own = alias.startsWith("ال");
          if (own && article === "") continue;
          const from = i + prefix.length;
          if (from >= j || !spells(from, j, own ? alias.slice(2) : alias) || !opens(i)) continue;
          // Endings and possessives belong to the mention.
          let end = j;
          const part = slice(from, j);
          const caps = part === part.toUpperCase() && part[0] !== part[0]?.toLowerCase() && capitals(from, j);
          const plural = /^[a-z]/i.test(keyOf(alias).at(-1) ?? "") ? ["s", "es", ""] : [""];
          const possible = plural.flatMap((ending) =>
            ["'s", "’s", "‘s", "'", "’", ""].map((own2) => ending + own2),
          );
          const fit = possible
            .map((ending) => (caps ? ending.toUpperCase() : ending))
            .filter((ending) => slice(j, j + ending.length) === ending && closes(j + ending.length))
            .filter((ending) => !/^['’‘]/.test(ending) || !WORD.test(c(j)))
            .filter((ending) => {
              const at = j + ending.length - 1;
              return !/['’]$/.test(ending) || (/s/i.test(c(at - 1)) && !WORD.test(c(at + 1)) && !quoted(at));
            })
            .sort((x, y) => y.length - x.length)[0];
          if (fit === undefined) continue;
          end = j + fit.length;
          const start = from - (article === "" ? 0 : article === "ال" ? 2 : 1);
          best = { j: end, span: `${seen[start]!.at}-${endAt(end)} a${a}` };
          return;
        }
      });
    }
    if (best === null) i++;
    else {
      spans.push((best as { span: string }).span);
      i = (best as { j: number }).j;
    }
  }
  return spans;
}

/** For the report of a failure. */
const visible = (text: string): string =>
  text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const ALIASES = [
  "open source",
  "open-source AI",
  "stargate",
  "stargate uae",
  "été",
  "œuvre",
  "阿里",
  "阿里巴巴",
  "智谱AI",
  "メタ",
  "الإمارات",
  "خزنة",
  "gpt-2",
  "ai act",
  "ai",
  "llm",
  "грок",
  "k2",
] as const;

const mangled = fc.constantFrom(...ALIASES).chain((alias) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: alias.length, maxLength: alias.length }),
      fc.constantFrom(alias, alias.toUpperCase(), alias.normalize("NFD"), alias.replace("-", "–")),
    )
    .map(([dice, text]) =>
      [...text]
        .map((c, i) => {
          const die = dice[i] ?? 9;
          if (c === " " || c === "-" || c === "–")
            return [" ", "\n  ", "\u00a0", "-", "–", " – ", "\u2011", " -", "\u2009", c][die]!;
          if (die === 0 && c >= "a" && c <= "z") return String.fromCharCode(c.charCodeAt(0) + 0xfee0);
          return die === 1 ? c + BORDER : die === 2 ? `${c}\u00ad` : die === 3 ? `${c}\u200b` : c;
        })
        .join(""),
    ),
);
const tag = fc
  .tuple(fc.constantFrom("open source", "stargate uae", "gpt-2", "ai act"), fc.constantFrom("", "_", BORDER))
  .map(([alias, joint]) => `#${alias.replace(/[ -]/, joint)}`);
const filler = fc.constantFrom(
  ..." \n-–'’,;()0a5sSxéßﬁœ里モバタوالمб🙂ถ_",
  "s",
  "'s",
  "’s",
  "s’",
  "‘",
  "es",
  "l’",
  "qu'",
  "و",
  "ال",
  "لل",
  "ed",
  "2",
  " the ",
  BORDER,
  `${BORDER} `,
  "\u00ad",
  "\u202e",
  "#",
  "𝐎",
  "\u0301",
);
const running = fc.array(fc.oneof(mangled, filler, tag), { maxLength: 8 }).map((parts) => parts.join(""));
const aliases = ALIASES.map(
  (text): Alias => ({ text, case: "free", inflect: /[a-z]$/.test(keyOf(text)) ? "plural" : "none" }),
);
const sets = [
  aliases,
  aliases.filter((_, i) => i % 2),
  aliases.filter((_, i) => i % 3 === 0),
  ...aliases.map((alias) => [alias]),
];
const lexica = sets.map((set) => ({ set, lexicon: compiled(set) }));
/** By number: a failure would print all of a lexicon's bytes. */
const choice = fc.nat(lexica.length - 1);

/** One run says the same as the next; `SIDELIGHT_SEED=5,6,…` looks elsewhere. A failure names its seed. */
const SEEDS = (process.env["SIDELIGHT_SEED"] ?? "1,2,3,4").split(",").map(Number);

describe.each(SEEDS)("against the oracle, seed %i", (seed) => {
  test("finds what reading at every place finds, in all scripts, with exact offsets", () => {
    fc.assert(
      fc.property(choice, running, (number, text) => {
        const { set, lexicon: real } = lexica[number]!;
        expect({ text: visible(text), found: found(real, text) }).toEqual({
          text: visible(text),
          found: oracle(set, text),
        });
      }),
      { numRuns: 1000, seed },
    );
  }, 60_000);

  test("the cuts between nodes change nothing, evidence and names included", () => {
    const cued = compile([
      {
        id: "llama",
        kind: "model",
        name: "",
        aliases: [{ text: "Llama", case: "capital", cues: ["Zuckerberg"], rivals: ["zoo"] }],
      },
      {
        id: "huang",
        kind: "person",
        name: "",
        aliases: [{ text: "Jensen Huang" }, { text: "Huang", surname: true }],
      },
      {
        id: "bis",
        kind: "organisation",
        name: "",
        aliases: [{ text: "Bureau of Industry and Security" }, { text: "BIS", cues: ["export"] }],
      },
      { id: "tii", kind: "organisation", name: "", aliases: [{ text: "Technology Innovation Institute" }] },
      {
        id: "gw",
        kind: "concept",
        name: "",
        aliases: [{ text: "GW" }, { text: "gigafactory", inflect: "plural" }],
      },
    ]);
    const part = fc.constantFrom(
      "Zuckerberg ",
      "Llama ",
      "Llama 4 ",
      "Llama-3, ",
      "Llama's ",
      "Llama Farm ",
      "a zoo. ",
      "Jensen Huang ",
      "Huang ",
      "Andrew Huang ",
      "X-Huang ",
      "the Bureau of Industry and Security (BIS) ",
      "BIS (Bank Inside) ",
      "Technology Innovation Institute (TII) ",
      "TII (Technology Innovation Institute) ",
      "TII ",
      "Texas Instruments Inc (TII) ",
      "BIS ",
      "export. ",
      "200GW ",
      "gigafactories' ",
      "WORDS OF BIS ",
      "#jensenhuang ",
      "#Technology_InnovationInstitute ",
      "a.b/BIS ",
      `so on and so forth ${"and on ".repeat(12)}. `,
    );
    const spans = (text: string): string[] => found(cued, text);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.array(fc.nat(300), { maxLength: 12 }),
        (parts, cuts) => {
          const text = parts.join("");
          let cut = "";
          const back: number[] = [];
          for (const [at, c] of [...text].entries()) {
            if (at > 0 && cuts.includes(at)) {
              back.push(at);
              cut += BORDER;
            }
            back.push(at);
            cut += c;
          }
          back.push(text.length);
          const told = spans(cut).map((span) =>
            span.replace(/^(\d+)-(\d+)/, (_, start, end) => `${back[+start]}-${back[+end - 1]! + 1}`),
          );
          expect({ cut: visible(cut), told }).toEqual({ cut: visible(cut), told: spans(text) });
        },
      ),
      { numRuns: 1000, seed },
    );
  }, 60_000);
});
