const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** One alternation of all terms, longest first, whole words, any case: what a reader of the manual would write. */
export const patternOf = (terms: readonly string[]): RegExp =>
  new RegExp(
    `\\b(?:${terms
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join("|")})\\b`,
    "gi",
  );
