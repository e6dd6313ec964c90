import type { Figure } from "../core/pack.ts";
import { unitScale } from "../core/units.ts";

/** A figure in a drawing of parts of a whole. */
export interface Part {
  readonly figure: Figure;
  /** Of the whole drawing, 0–1. */
  readonly share: number;
  /** Where it begins in the whole drawing, 0–1: parts of one whole stand side by side. */
  readonly from: number;
  readonly depth: number;
}

export type FigureGroup =
  /** The whole comes first, then every part after what it is a part of. */
  | { readonly type: "nest"; readonly parts: readonly Part[] }
  /** Of one unit: `share` is of the largest. */
  | { readonly type: "bars"; readonly bars: readonly { readonly figure: Figure; readonly share: number }[] }
  | { readonly type: "plain"; readonly figure: Figure };

/** Below this share of the largest a bar is a hair line that says nothing. */
const LEAST_SHARE = 1 / 300;

/** What can be drawn together, in the order of the pack: parts in their whole, equal units on one scale. */
export function figureGroups(figures: readonly Figure[]): readonly FigureGroup[] {
  const groups: FigureGroup[] = [];
  const done = new Set<Figure>();
  for (const figure of figures) {
    if (done.has(figure)) continue;
    const nest = nestOf(rootOf(figure, figures), figures);
    const group = nest ?? barsOf(figure, figures);
    for (const each of members(group)) done.add(each);
    groups.push(group);
  }
  return groups;
}

const members = (group: FigureGroup): readonly Figure[] =>
  group.type === "plain"
    ? [group.figure]
    : (group.type === "nest" ? group.parts : group.bars).map((it) => it.figure);

const size = (figure: Figure) => figure.value * unitScale(figure.unit).factor;
const base = (figure: Figure) => unitScale(figure.unit).base;

/** The whole a figure belongs to; itself when it is no part, or when the parts run in a circle. */
function rootOf(figure: Figure, all: readonly Figure[]): Figure {
  let at = figure;
  for (let steps = 0; steps <= all.length; steps++) {
    const whole = at.of === undefined ? undefined : all.find(({ id }) => id === at.of);
    if (!whole) return at;
    at = whole;
  }
  return figure;
}

/** `null` when the figures do not fit into each other: then they are drawn apart. */
function nestOf(root: Figure, all: readonly Figure[]): FigureGroup | null {
  const parts: Part[] = [];
  const whole = size(root);
  const add = (figure: Figure, from: number, depth: number): boolean => {
    if (parts.some((part) => part.figure === figure) || base(figure) !== base(root)) return false;
    const share = size(figure) / whole;
    parts.push({ figure, share, from, depth });
    let next = from;
    for (const child of all.filter(({ of }) => of === figure.id)) {
      const width = size(child) / whole;
      if (!(width > 0) || next + width > from + share * 1.0001 || !add(child, next, depth + 1)) return false;
      next += width;
    }
    return true;
  };
  return whole > 0 && add(root, 0, 0) && parts.length > 1 ? { type: "nest", parts } : null;
}

function barsOf(figure: Figure, all: readonly Figure[]): FigureGroup {
  const alike = all.filter((each) => base(each) === base(figure) && each.value > 0 && isApart(each, all));
  const most = Math.max(...alike.map(size));
  const bars = alike.map((each) => ({ figure: each, share: size(each) / most }));
  const fits = bars.length > 1 && bars.includes(bars.find((bar) => bar.figure === figure)!);
  return fits && bars.every(({ share }) => share >= LEAST_SHARE)
    ? { type: "bars", bars }
    : { type: "plain", figure };
}

const isApart = (figure: Figure, all: readonly Figure[]) => nestOf(rootOf(figure, all), all) === null;
