/** Languages written in scripts of their own; where several share one, the language must be known to tell them apart. */
const SCRIPTS: readonly (readonly string[])[] = [
  ["zh", "ja", "yue", "wuu"],
  ["ko"],
  ["ar", "fa", "ur", "ps", "ckb"],
  ["ru", "uk", "be", "bg", "mk", "sr", "kk"],
  ["el"],
  ["he", "yi"],
  ["hi", "mr", "ne"],
  ["th"],
];

const main = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

const scriptOf = (language: string): number => SCRIPTS.findIndex((script) => script.includes(language));

/**
 * Does an alias of one language count in text of another? Only in its own; but a script that the text's language
 * does not use says by itself what language it is, as does any script where the language is unknown.
 */
export function speaks(alias: string, text: string): boolean {
  if (alias === "") return true;
  const own = main(alias);
  const other = main(text) || "en";
  const script = scriptOf(own);
  return own === other || (script >= 0 && script !== scriptOf(other));
}

/** Is the language written in Latin letters, as far as is known? */
export const isLatin = (language: string): boolean => scriptOf(main(language)) < 0;
