import Mark from "mark.js";
import { contender, terms } from "./run.ts";

/** mark.js with its whole-word setting. */
export const outcome = contender(
  () => terms(),
  (all) => {
    let found = 0;
    new Mark(document.body).mark(all, {
      accuracy: "exactly",
      separateWordSearch: false,
      each: () => found++,
    });
    return { found };
  },
);
