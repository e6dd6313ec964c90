/**
 * Endings that belong to a mention. Regular ones are glued to the alias and tried where it ends; irregular plurals
 * ("gigafactories") are keys of their own.
 */
export const ENDINGS: readonly (readonly string[])[] = [
  [], // 0: only the genitive of languages that glue it on (Merkels, OpenAIs)
  ["s"], // 1: acronyms and designations
  ["s", "es"], // 2: words
  ["s", "es", "e", "en", "er", "n"], // 3: words of German texts
  [], // 4: none at all
];
export const INFLECT = { name: 0, acronym: 1, plural: 2, german: 3, none: 4 } as const;

/** Languages that write the genitive of a name as a bare s. */
const BARE_GENITIVE = /^(?:de|nl|sv|da|nb|nn|no|is)\b/;

const GENITIVE = ["s"] as const;

export function endingsOf(inflect: number, lang: string): readonly string[] {
  return inflect === INFLECT.name && BARE_GENITIVE.test(lang) ? GENITIVE : (ENDINGS[inflect] ?? []);
}

/** "gigafactory" → "gigafactories", "hypothesis" → "hypotheses"; `null` where a glued s or es does. Case is kept. */
export function irregularPlural(text: string): string | null {
  if (/[^aeiou\W]y$/i.test(text)) return `${text.slice(0, -1)}ies`;
  if (/[^\W]sis$/i.test(text)) return `${text.slice(0, -2)}es`;
  return null;
}
