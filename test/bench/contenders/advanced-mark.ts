import Mark from "advanced-mark.js";
import { contender, terms } from "./run.ts";

/** advanced-mark.js with its whole-word setting and all terms in combined patterns. */
export const outcome = contender(
  () => terms(),
  (all) => {
    let found = 0;
    new Mark(document.body).mark([...all], {
      accuracy: "exactly",
      separateWordSearch: false,
      // The types know the old flag alone; the code takes the number of terms to a pattern.
      combinePatterns: Number.POSITIVE_INFINITY as unknown as boolean,
      each: () => found++,
    });
    return { found };
  },
);
