/** Case, width, diacritics, quotes, dashes and spaces made equal, so that two spellings of one alias compare equal. */
export function foldAlias(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\p{Pd}\s\u00ad\u2212]+/gu, " ")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u200b-\u200d\u2060]/gu, "")
    .trim();
}
