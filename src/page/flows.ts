import { own } from "./own.ts";

/** Elements between two texts across which a sentence goes on. */
const TRANSPARENT = new Set(["wbr", "script", "style", "template", "link", "meta", "rp", "rt"]);

/** Ask how an element is laid out; remembered, so that a job asks each element once. */
export interface Layout {
  /** "flow": part of the line. "atom": in the line, but a box of its own. "break": ends the line. */
  of(element: Element): "flow" | "atom" | "break";
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

  let left: Node = a;
  for (;;) {
    const parent = own.parent(left);
    if (!parent) return false;
    if (own.contains(parent, b)) break;
    if (!own.isElement(parent) || !passes(parent)) return false;
    left = parent;
  }
  const common = own.parent(left);
  let right: Node = b;
  for (let parent = own.parent(right); parent !== common; parent = own.parent(right)) {
    if (!parent || !own.isElement(parent) || !passes(parent)) return false;
    right = parent;
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

/** An inline element without text between two texts is an anchor or a mark; an image is a thing of its own. */
function isEmpty(element: Element): boolean {
  return !/^(img|picture|video|audio|canvas|iframe|object|embed|input|button|select|textarea|svg|math|hr)$/.test(
    own.name(element),
  );
}
