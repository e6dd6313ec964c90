import type { Figure } from "../core/pack.ts";
import { unitScale } from "../core/units.ts";

/** A figure in a drawing of parts of a whole. */
export interface Part {
  readonly figure: Figure;
  /** Of the whole drawing, 0–1. */
  readonly share: number;
  /** Where it begins in the whole drawing, 0–1: parts of one whole stand side by side. */
  readonly from: number;
  /** 0 for the whole. */
  readonly depth: number;
}

export interface FigureGroup {
  /** Parts of a whole; equal units on one scale, `share` of the largest; or one figure alone. */
  readonly type: "nest" | "bars" | "plain";
  /** In a nest the whole comes first, then every part after what it is a part of. */
  readonly parts: readonly Part[];
}

/** Below this share of the largest a bar is a hair line that says nothing. */
const LEAST_SHARE = 1 / 300;

export const figuresOf = ({ parts }: FigureGroup): readonly Figure[] => parts.map(({ figure }) => figure);

/** What can be drawn together, in the order of the pack. */
export function figureGroups(figures: readonly Figure[]): readonly FigureGroup[] {
  const groups: FigureGroup[] = [];
  let left = figures;
  while (left[0]) {
    const parts = nestOf(rootOf(left[0], figures), figures);
    const group = parts ? ({ type: "nest", parts } as const) : barsOf(left[0], figures);
    const done = figuresOf(group);
    groups.push(group);
    left = left.filter((figure) => !done.includes(figure));
  }
  return groups;
}

const size = (figure: Figure) => figure.value * unitScale(figure.unit).factor;
const base = (figure: Figure) => unitScale(figure.unit).base;

/** The whole a figure belongs to; itself when it is no part, or when the parts run in a circle. */
function rootOf(figure: Figure, all: readonly Figure[]): Figure {
  let at = figure;
  for (const _ of all) {
    const whole = all.find(({ id }) => id === at.of);
    if (!whole) return at;
    at = whole;
  }
  return figure;
}

/** `null` when the figures do not fit into each other: then they are drawn apart. */
function nestOf(root: Figure, all: readonly Figure[]): readonly Part[] | null {
  const parts: Part[] = [];
  const add = (figure: Figure, from: number, depth: number): boolean => {
    const share = size(figure) / size(root);
    if (!(share > 0) || base(figure) !== base(root) || parts.some((part) => part.figure === figure))
      return false;
    parts.push({ figure, share, from, depth });
    let next = from;
    for (const child of all.filter(({ of }) => of === figure.id)) {
      if (!add(child, next, depth + 1)) return false;
      next += size(child) / size(root);
    }
    return next <= from + share * 1.0001; // what is measured twice rounds differently
  };
  // What is itself a part here is no whole: its chain runs in a circle.
  const isPart = all.some(({ id }) => id === root.of);
  return !isPart && add(root, 0, 0) && parts.length > 1 ? parts : null;
}

function barsOf(figure: Figure, all: readonly Figure[]): FigureGroup {
  const alike = all.filter((each) => base(each) === base(figure) && !nestOf(rootOf(each, all), all));
  const most = Math.max(...alike.map(size));
  const parts = alike.map((each) => ({ figure: each, share: size(each) / most, from: 0, depth: 0 }));
  const isScale = parts.length > 1 && parts.every(({ share }) => share >= LEAST_SHARE);
  return isScale
    ? { type: "bars", parts }
    : { type: "plain", parts: parts.filter((part) => part.figure === figure) };
}
