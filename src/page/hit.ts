import { holds, parentElementOf } from "./composed.ts";
import type { Marks, Place } from "./marks.ts";
import { own } from "./own.ts";
import { measuringRange, nodeAt, type Passage } from "./passage.ts";
import type { Table } from "./table.ts";

export interface HitDeps {
  readonly marks: Marks;
  readonly table: Table;
  readonly shadowRoots: readonly ShadowRoot[];
}

/** A position in the page's text, as `caretPositionFromPoint` answers. */
interface Caret {
  readonly offsetNode: Node;
  readonly offset: number;
}

interface HitHighlights {
  highlightsFromPoint(
    x: number,
    y: number,
    options: { shadowRoots: readonly ShadowRoot[] },
  ): readonly { highlight: Highlight; ranges: readonly AbstractRange[] }[];
}

/**
 * The mention that a reader sees at this viewport point; `null`: none, or it is covered.
 *
 * May force layout once (≈ 0.2 ms on a huge page when layout is clean), whatever the number of ranges.
 */
export function mentionAt(x: number, y: number, { marks, table, shadowRoots }: HitDeps): Place | null {
  const stack = elementsAt(x, y, shadowRoots);
  const registry = CSS.highlights as unknown as HitHighlights;
  for (const { highlight, ranges } of registry.highlightsFromPoint(x, y, { shadowRoots }))
    for (const range of ranges) {
      const place = marks.placeOf(highlight, range);
      if (place && isReachable(stack, range.startContainer)) return place;
    }
  return underCover(x, y, stack, { marks, table, shadowRoots });
}

/** Chromium finds nothing under a transparent overlay; its caret does, or else the boxes of the marks in what lies there. */
function underCover(x: number, y: number, stack: readonly Element[], deps: HitDeps): Place | null {
  const top = stack[0];
  if (!top || !isSeeThrough(top) || stack.length < 2) return null;
  return byCaret(x, y, stack, deps) ?? byBoxes(x, y, stack, deps);
}

function byBoxes(x: number, y: number, stack: readonly Element[], { marks }: HitDeps): Place | null {
  for (const place of marks.places())
    if (
      stack.includes(place.passage.block) &&
      isUnder(x, y, place) &&
      isReachable(stack, place.passage.nodes[nodeAt(place.passage.starts, place.mention.start)] as Text)
    )
      return place;
  return null;
}

function byCaret(x: number, y: number, stack: readonly Element[], deps: HitDeps): Place | null {
  const at = document.caretPositionFromPoint(x, y, { shadowRoots: [...deps.shadowRoots] }) as Caret | null;
  const node = at?.offsetNode;
  if (!node || !own.isText(node)) return null;
  const passage = deps.table.of(node);
  if (!passage || !isReachable(stack, node)) return null;
  const offset = offsetIn(passage, node) + (at?.offset ?? 0);
  for (const mention of passage.mentions) {
    if (offset < mention.start || offset > mention.end) continue;
    // The caret snaps to the nearest text: only a box under the point counts.
    if (isUnder(x, y, { passage, mention })) return { passage, mention };
  }
  return null;
}

function isUnder(x: number, y: number, { passage, mention }: Place): boolean {
  const boxes = [...(measuringRange(passage, mention)?.getClientRects() ?? [])];
  return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}

function offsetIn(passage: Passage, node: Text): number {
  return passage.starts[passage.nodes.indexOf(node)] ?? 0;
}

/** Elements at the point, topmost first, through the known shadow roots. */
function elementsAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Element[] {
  const expand = (root: Document | ShadowRoot): Element[] =>
    root
      .elementsFromPoint(x, y)
      .filter((element) => own.root(element) === root)
      .flatMap((element) => {
        const inner = shadowRoots.find(({ host }) => host === element);
        return inner ? [...expand(inner), element] : [element];
      });
  return expand(document);
}

/** Whether nothing that hides it lies over the text. Both browsers also find text that is transparent; Firefox finds it behind dialogs and covers. */
function isReachable(stack: readonly Element[], node: Node): boolean {
  const holder = parentElementOf(node);
  if (!holder) return false;
  for (const element of stack) {
    if (element === holder || holds(element, node)) return own.isVisible(holder);
    if (own.contains(holder, element)) continue; // an inline part of the same text
    if (!isSeeThrough(element)) return false;
  }
  return false;
}

const CLEAR = /^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/;
const SOLID = /^(img|video|canvas|iframe|embed|object|picture|svg|input|textarea|select|button)$/;

function isSeeThrough(element: Element): boolean {
  if (SOLID.test(own.name(element))) return false;
  const style = getComputedStyle(element);
  if (style.opacity === "0") return true;
  return (
    CLEAR.test(style.backgroundColor) && style.backgroundImage === "none" && style.backdropFilter === "none"
  );
}
