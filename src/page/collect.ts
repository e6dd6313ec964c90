import { BORDER } from "../core/mention.ts";
import { type Root, TEXTS } from "./composed.ts";

/** A stretch of a page's text: whole flows, text nodes joined by `BORDER`. */
export interface Chunk {
  /** `nodes[i]` stands at `starts[i]`; a `BORDER` is at `starts[i] - 1` for i > 0. White space between nodes is kept as one space. */
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
}

/** Characters after which a chunk ends at the next block: a chunk is matched in one go, so its size bounds a slice. */
export const CHUNK = 16_000;
/** The same in text nodes, of which pages made of single words have a lot. */
const MOST_NODES = 800;
/** Nodes that hold as much are looked at before they are read: inline scripts and styles weigh more than the text. */
const SUSPICIOUS = 300;

const isEnough = (units: number, nodes: number): boolean => units >= CHUNK || nodes >= MOST_NODES;

const SPACED_BORDER = ` ${BORDER}`;

const isBlank = (unit: number): boolean => unit <= 32 || unit === 160;

/**
 * The text below `root`, in reading order, without touching an element: reading the parent of each node
 * doubles the cost of a page, a filter triples it (docs/adr/0003-stream.md).
 *
 * @param flowsAcross asked at the end of a full chunk only, so that no flow is cut
 * @param from,until first and last text node, both included; the whole of `root` where they are left out
 */
export function* collect(
  root: Root | Element,
  flowsAcross: (a: Text, b: Text, glued: boolean) => boolean,
  from?: Text,
  until?: Text,
): Generator<Chunk> {
  const walker = document.createTreeWalker(root, TEXTS);
  // A few nodes are asked one by one; for a whole page one native look says whether it is worth asking.
  const hasRuby = from !== undefined || root.querySelector("rt") !== null;
  let text = "";
  let nodes: Text[] = [];
  let starts: number[] = [];
  let previous: Text | null = null;
  let space = false; // white space stands between the last node and the next
  let last = 32; // last unit of `text`, which is not asked itself: a look into it would copy it whole, each time
  let glued = false;
  let path: Node[] = [];

  let node: Node | null;
  if (from) {
    walker.currentNode = from;
    node = from;
  } else node = walker.nextNode();

  while (node) {
    let value = node.nodeValue as string;
    const first = value.charCodeAt(0);
    if (!(first > 32 && first < 128) && value.trim() === "") space = true;
    else if (isRead(node, value, hasRuby)) {
      if (previous) {
        glued = !space && !isBlank(first) && !isBlank(last);
        if (glued && isLineBreak(previous.nextSibling)) space = true;
        if (isEnough(text.length, nodes.length) && !flowsAcross(previous, node as Text, glued && !space)) {
          path = ancestors(node);
          yield { text, nodes, starts };
          text = "";
          nodes = [];
          starts = [];
          if (!node.isConnected) node = resume(walker, path);
          if (!node) return;
          value = node.nodeValue as string; // the page had its turn
        }
      }
      if (nodes.length > 0) text += space ? SPACED_BORDER : BORDER;
      starts.push(text.length);
      nodes.push(node as Text);
      text += value;
      last = value.charCodeAt(value.length - 1);
      previous = node as Text;
      space = false;
    }
    if (node === until) break;
    node = walker.nextNode();
  }
  if (nodes.length > 0) yield { text, nodes, starts };
}

function isRead(node: Node, value: string, hasRuby: boolean): boolean {
  // Prose has neither sign, so a paragraph is spared the look at its parent; what slips through is skipped at its mentions.
  if (value.length > SUSPICIOUS && (value.includes("{") || value.includes("="))) {
    const name = node.parentNode?.nodeName;
    if (name === "SCRIPT" || name === "STYLE" || name === "script" || name === "style") return false;
  }
  // Pronunciation above a character parts no word.
  return !(hasRuby && /^r[tp]$/i.test(node.parentNode?.nodeName ?? ""));
}

const isLineBreak = (node: Node | null): boolean => node?.nodeName === "BR" || node?.nodeName === "br";

function ancestors(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode) path.push(at);
  return path;
}

/** The page took the node away while we rested: go on in what is left of its surroundings. What is read twice is replaced, not doubled. */
function resume(walker: TreeWalker, path: readonly Node[]): Node | null {
  const left = path.find((node) => node.isConnected);
  if (!left) return null;
  walker.currentNode = left;
  return walker.nextNode();
}
