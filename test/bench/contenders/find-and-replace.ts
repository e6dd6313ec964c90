import findAndReplaceDOMText from "findandreplacedomtext";
import { patternOf } from "./pattern.ts";
import { contender, terms } from "./run.ts";

/** findAndReplaceDOMText with one alternation. */
export const outcome = contender(
  () => patternOf(terms()),
  (find) => {
    let found = 0;
    findAndReplaceDOMText(document.body, {
      find,
      preset: "prose",
      replace({ index, text }) {
        if (index === 0) found++;
        const mark = document.createElement("mark");
        mark.textContent = text;
        return mark;
      },
    });
    return { found };
  },
);
