import { contender } from "./run.ts";

/** The floor: all text nodes and their text, nothing else. */
export const outcome = contender(
  () => undefined,
  () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let units = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) units += node.nodeValue?.length ?? 0;
    return { found: units };
  },
);
