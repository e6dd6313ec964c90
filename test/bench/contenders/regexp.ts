import { patternOf } from "./pattern.ts";
import { contender, terms } from "./run.ts";

/** A plain alternation over each text node, ranges in one highlight. */
export const outcome = contender(
  () => patternOf(terms()),
  (pattern) => {
    const ranges: StaticRange[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentNode?.nodeName ?? "")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { index, 0: found } of (node.nodeValue ?? "").matchAll(pattern))
        ranges.push(
          new StaticRange({
            startContainer: node,
            startOffset: index,
            endContainer: node,
            endOffset: index + found.length,
          }),
        );
    CSS.highlights.set("bench", new Highlight(...ranges));
    return { found: ranges.length };
  },
);
