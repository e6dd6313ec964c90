import { type Root, TEXTS } from "./composed.ts";
import { flowsTo, type Layout } from "./flows.ts";
import { own } from "./own.ts";

/** Characters beside a text that could be part of a term which reaches into it: longer than any alias of the field. */
export const NEAR = 80;

/** Elements that end a line whatever a page's style says of the rest; all others may be part of one. */
const BLOCKS =
  /^(p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|tbody|thead|section|article|main|aside|header|footer|nav|h[1-6]|blockquote|figure|figcaption|form|fieldset|body|html|hr|br)$/;

const mayFlow = (node: Node): boolean =>
  own.isText(node) || (own.isElement(node) && !BLOCKS.test(own.name(node)));

/**
 * A few words before a node and behind it, as far as they may be of the same line; "" where a block ends there.
 * Touches a handful of nodes.
 */
export function around(node: Node): readonly [string, string] {
  return [(beside(node, own.previous) ?? "").slice(-NEAR), (beside(node, own.next) ?? "").slice(0, NEAR)];
}

function beside(node: Node, step: (node: Node) => Node | null): string | null {
  let at: Node = node;
  for (let up = 0; up < 8; up++) {
    let neighbour = step(at);
    while (neighbour && neighbour.nodeType === Node.COMMENT_NODE) neighbour = step(neighbour);
    if (neighbour) return mayFlow(neighbour) ? own.text(neighbour) : "";
    const parent = own.parent(at);
    if (!parent || !mayFlow(parent)) return "";
    at = parent;
  }
  return "";
}

/** Nodes looked at in each direction: a flow as long as this is no line of text. */
const FAR = 4000;

/** The text node at which the flow of this one begins or ends. */
export function flowEnd(node: Text, step: "previousNode" | "nextNode", root: Root, layout: Layout): Text {
  const walker = document.createTreeWalker(root, TEXTS);
  walker.currentNode = node;
  let end = node;
  let space = false;
  for (let steps = 0; steps < FAR; steps++) {
    const next = walker[step]() as Text | null;
    if (!next) break;
    if (isBlank(next)) {
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
}

const isBlank = (node: Text): boolean => node.data.trim() === "";

/** First and last text node in a run of siblings, blank ones left out; `null`: there is none. */
export function textEnds(from: Node, to: Node): readonly [Text, Text] | null {
  const parent = own.parent(from);
  if (!parent) return null;
  const walker = document.createTreeWalker(parent, TEXTS);
  walker.currentNode = from;
  let first = (own.isText(from) ? from : walker.nextNode()) as Text | null;
  while (first && isBlank(first)) first = walker.nextNode() as Text | null;
  if (!first || !(own.contains(to, first) || isBefore(first, to))) return null;
  walker.currentNode = to;
  let last = (own.isText(to) ? to : (walker.lastChild() ?? walker.previousNode())) as Text | null;
  while (last && isBlank(last)) last = walker.previousNode() as Text | null;
  return [first, last ?? first];
}

const isBefore = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A run whose ends were moved apart meanwhile, or taken out: all that stands where one of them still is. */
export function siblings([first, last]: readonly [Node, Node]): readonly [Node, Node] {
  const parent = own.parent(first) ?? own.parent(last);
  if (!parent || own.parent(first) === own.parent(last)) return [first, last];
  return own.isElement(parent) ? [parent, parent] : [own.first(parent) ?? parent, own.last(parent) ?? parent];
}
