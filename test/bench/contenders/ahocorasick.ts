import AhoCorasick from "modern-ahocorasick";
import { contender, terms } from "./run.ts";

/** modern-ahocorasick over each text node, ranges in one highlight. */
export const outcome = contender(
  () => new AhoCorasick(terms()),
  (automaton) => {
    const ranges: StaticRange[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentNode?.nodeName ?? "")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { start, end } of automaton.search(node.nodeValue ?? ""))
        ranges.push(
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
        );
    CSS.highlights.set("bench", new Highlight(...ranges));
    return { found: ranges.length };
  },
);
