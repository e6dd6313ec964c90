import { own } from "./own.ts";

/** Elements between two texts across which a sentence goes on. */
const TRANSPARENT = new Set(["wbr", "script", "style", "template", "link", "meta", "rp", "rt"]);

/** Ask how an element is laid out; remembered, so that a job asks each element once. */
export interface Layout {
  /** "flow": part of the line. "atom": in the line, but a box of its own. "break": ends the line. */
  of(element: Element): "flow" | "atom" | "break";
}

/** The nearest node, from this one upwards, which no line of the text in it leaves: a block, or the root of its tree. */
export function lineHolder(around: Node | null, layout: Layout): Node | null {
  let node = around;
  while (node && own.isElement(node) && layout.of(node) !== "break") node = own.parent(node);
  return node;
}

export function createLayout(): Layout {
  const known = new Map<Element, "flow" | "atom" | "break">();
  return {
    of(element) {
      let kind = known.get(element);
      if (kind === undefined) {
        const display = own.display(element);
        if (display === "inline" || display === "contents" || display.startsWith("ruby")) kind = "flow";
        else kind = display.startsWith("inline-") ? "atom" : "break";
        known.set(element, kind);
      }
      return kind;
    },
  };
}

/**
 * Whether text flows from `a` to `b`, the next text node in document order, by what the page shows.
 *
 * @param glued no white space stands between them: then a box of its own or a line break parts two words
 */
export function flowsTo(a: Text, b: Text, glued: boolean, layout: Layout): boolean {
  const passes = (element: Element): boolean => {
    const kind = layout.of(element);
    return kind === "flow" || (kind === "atom" && !glued);
  };

  // Texts have their own properties on them; and most stand side by side, or one of them in a link beside the other.
  const above = a.parentNode;
  const over = b.parentNode;
  if (!above || !over) return false;
  let left: Node = a;
  let right: Node = b;
  if (above !== over) {
    if (own.parent(over) === above && own.isElement(over)) {
      if (!passes(over)) return false;
      right = over;
    } else if (own.parent(above) === over && own.isElement(above)) {
      if (!passes(above)) return false;
      left = above;
    } else {
      const branches = branchesOf(a, b, passes);
      if (!branches) return false;
      left = branches[0];
      right = branches[1];
    }
  }
  for (let between = own.next(left); between && between !== right; between = own.next(between)) {
    if (!own.isElement(between)) continue;
    const name = own.name(between);
    if (TRANSPARENT.has(name)) continue;
    if (name === "br" ? glued : !(passes(between) && between.firstElementChild === null && isEmpty(between)))
      return false;
  }
  return true;
}

/** The children of the nearest common ancestor that hold `a` and `b`; `null` where an element around one of them does not let text pass. */
function branchesOf(
  a: Node,
  b: Node,
  passes: (element: Element) => boolean,
): readonly [left: Node, right: Node] | null {
  let left = a;
  let common = own.parent(left);
  while (common && !own.contains(common, b)) {
    if (!own.isElement(common) || !passes(common)) return null;
    left = common;
    common = own.parent(left);
  }
  let right = b;
  for (let parent = own.parent(right); parent !== common; parent = own.parent(right)) {
    if (!parent || !own.isElement(parent) || !passes(parent)) return null;
    right = parent;
  }
  return [left, right];
}

/** An inline element without text between two texts is an anchor or a mark; an image is a thing of its own. */
function isEmpty(element: Element): boolean {
  return !/^(img|picture|video|audio|canvas|iframe|object|embed|input|button|select|textarea|svg|math|hr)$/.test(
    own.name(element),
  );
}
