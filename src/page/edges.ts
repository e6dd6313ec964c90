import { type Root, TEXTS } from "./composed.ts";
import { flowsTo, type Layout } from "./flows.ts";
import { own } from "./own.ts";

/** Characters before a text that could begin a term which ends in it: longer than any alias of the field. */
const TAIL = 80;

/** Elements that end a line whatever a page's style says of the rest; all others may be part of one. */
const BLOCKS =
  /^(p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|tbody|thead|section|article|main|aside|header|footer|nav|h[1-6]|blockquote|figure|figcaption|form|fieldset|body|html|hr|br)$/;

const mayFlow = (node: Node): boolean =>
  own.isText(node) || (own.isElement(node) && !BLOCKS.test(own.name(node)));

/** The text just before a node in what may be the same line; "" where a block ends there. Touches a handful of nodes. */
export function tailBefore(node: Node): string {
  let at: Node = node;
  for (let up = 0; up < 8; up++) {
    let before = own.previous(at);
    while (before && before.nodeType === Node.COMMENT_NODE) before = own.previous(before);
    if (before) return mayFlow(before) ? (own.text(before) ?? "").slice(-TAIL) : "";
    const parent = own.parent(at);
    if (!parent || !mayFlow(parent)) return "";
    at = parent;
  }
  return "";
}

/** Nodes looked at in each direction: a flow as long as this is no line of text. */
const FAR = 4000;

/** First and last text node of the flow that holds this one. */
export function flowEnds(node: Text, root: Root, layout: Layout): readonly [Text, Text] {
  const walker = document.createTreeWalker(root, TEXTS);
  const go = (step: "previousNode" | "nextNode"): Text => {
    walker.currentNode = node;
    let end = node;
    let space = false;
    for (let steps = 0; steps < FAR; steps++) {
      const next = walker[step]() as Text | null;
      if (!next) break;
      if (!/\S/.test(next.data)) {
        space = true;
        continue;
      }
      const [a, b] = step === "nextNode" ? [end, next] : [next, end];
      const glued = !space && /\S$/.test(a.data) && /^\S/.test(b.data);
      if (!flowsTo(a, b, glued, layout)) break;
      end = next;
      space = false;
    }
    return end;
  };
  return [go("previousNode"), go("nextNode")];
}

/** First and last text node below a node, blank ones left out; `null`: there is none. */
export function textEnds(node: Node): readonly [Text, Text] | null {
  if (own.isText(node)) return /\S/.test(node.data) ? [node, node] : null;
  const walker = document.createTreeWalker(node, TEXTS);
  const isBlank = (at: Node | null): boolean => at !== null && !/\S/.test((at as Text).data);
  let first = walker.nextNode() as Text | null;
  while (isBlank(first)) first = walker.nextNode() as Text | null;
  if (!first) return null;
  walker.currentNode = node;
  let last = (walker.lastChild() as Text | null) ?? first;
  while (isBlank(last) && last !== first) last = (walker.previousNode() as Text | null) ?? first;
  return [first, last];
}
