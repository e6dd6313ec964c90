/** A random number generator that starts where it is told: the same terms in every run. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS = "b br c ch cl d dr f fl g gr h j k kr l m n p pl pr qu r s sh st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea ou".split(" ");
const CODAS = ["", "", "", "n", "r", "s", "l", "m", "x", "nd", "rk", "st"];
const TAILS =
  "Systems Labs Cloud Institute Group Research Capital Robotics Energy Compute Partners Foundation".split(
    " ",
  );

/** Runs of two or more capitalised words, and single ones within a sentence: what a pack for these pages would hold. */
function phrasesOf(texts) {
  const phrases = new Set();
  for (const text of texts) {
    for (const [found] of text.matchAll(/\b[A-Z][\w-]+(?: (?:of |the |for )?[A-Z][\w-]+){1,3}/g))
      phrases.add(found);
    for (const [, found] of text.matchAll(/[a-z,] ([A-Z][a-z]{4,})\b/g)) phrases.add(found);
  }
  return [...phrases].sort();
}

/**
 * Entries of invented packs, with so many aliases in all: the real ones first, then the pages' own capitalised
 * phrases (so that there is something to find), then invented names.
 *
 * @param {readonly import("../../src/core/compile.ts").Compilable[]} real entries of the bundled pack
 * @param {readonly string[]} texts of the pages
 */
export function syntheticEntries(real, texts, count) {
  const random = seeded(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const entries = [...real];
  const known = new Set(real.flatMap(({ aliases }) => aliases.map(({ text }) => text)));
  let missing = count - known.size;
  const add = (text) => {
    if (known.has(text) || missing <= 0) return;
    known.add(text);
    missing--;
    entries.push({ id: `made-${known.size}`, kind: "organisation", name: text, aliases: [{ text }] });
  };
  // A pack is not made for one site: at most every tenth name stands on these pages.
  for (const phrase of phrasesOf(texts).slice(0, count / 10)) add(phrase);
  const word = () => {
    let made = "";
    const syllables = 2 + Math.floor(random() * 2);
    for (let i = 0; i < syllables; i++) made += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    return made[0].toUpperCase() + made.slice(1);
  };
  while (missing > 0) {
    const kind = random();
    if (kind < 0.4) add(`${word()} ${word()}`);
    else if (kind < 0.7) add(`${word()} ${pick(TAILS)}`);
    else if (kind < 0.9) add(word());
    else add(`${word()} ${word().toLowerCase()} ${word().toLowerCase()}`);
  }
  return entries;
}

/** What peers are given of these entries. */
export const termsOf = (entries) => [
  ...new Set(entries.flatMap(({ aliases }) => aliases.map(({ text }) => text))),
];
