import type { Aim } from "../messages/card-port.ts";

/** Distance between a mention and its card, and between the card and the edges of the view, CSS px. */
const GAP = 6;
const MARGIN = 8;
/** Less height than this on the preferred side is not worth staying there. */
const ROOMY = 300;
const USEFUL = 140;
/** Of a floating card, as `frame.css` has it. */
const WIDTH = 380;
/** A card is never squeezed below this height. */
const LEAST = 96;
/** Below these sizes of the view a floating card has no room: the sheet takes the whole width. */
const NARROW = 400;
const LOW = 240;

export type Layout = "float" | "sheet";
type Side = "top" | "bottom";

/** A box in viewport CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Fingers and small views get a sheet along an edge. */
export const layoutFor = (way: Aim["way"], view: Pick<Window, "innerWidth" | "innerHeight">): Layout =>
  way === "touch" || view.innerWidth < NARROW || view.innerHeight < LOW ? "sheet" : "float";

/** The line box under the point, else the nearest one. */
export function lineAt<B extends Box>(
  boxes: readonly B[],
  { x, y }: { readonly x: number; readonly y: number },
): B | null {
  const far = (low: number, at: number, high: number) => Math.max(low - at, 0, at - high);
  const distance = (box: Box) => far(box.top, y, box.bottom) * 1000 + far(box.left, x, box.right);
  return boxes.reduce<B | null>((best, box) => (best && distance(best) <= distance(box) ? best : box), null);
}

/**
 * Above or below the mention. Stays where it was as long as that is useful, so that a card does not jump
 * while it is read.
 */
export function sideFor(mention: Box, line: Box, height: number, before: Side | null): Side {
  const above = mention.top - GAP - MARGIN;
  const below = height - mention.bottom - GAP - MARGIN;
  if (before === "bottom" && below >= USEFUL) return before;
  if (before === "top" && above >= USEFUL) return before;
  // In a mention of several lines the nearer edge is the shorter way.
  if (line.bottom < mention.bottom && line.top <= mention.top && above >= ROOMY) return "top";
  return below >= ROOMY || below >= above ? "bottom" : "top";
}

/** The box around all line boxes. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Where a card touches the line between it and its mention: its sides, and the edge that faces the mention. */
export interface Spot {
  readonly left: number;
  readonly right: number;
  readonly edge: number;
}

/** Where a floating card goes: beside the mention, along the line, within the view. */
export function spotFor(line: Box, mention: Box, width: number, side: Side, rtl: boolean): Spot {
  const start = rtl ? line.right - WIDTH : line.left;
  const left = Math.round(Math.max(Math.min(start, width - WIDTH - MARGIN), MARGIN));
  const edge = Math.round(side === "bottom" ? mention.bottom + GAP : mention.top - GAP);
  return { left, right: left + WIDTH, edge };
}

/** What the page has to be asked before a card is placed: at once, for asking between changes costs a layout each time. */
export interface Sight {
  readonly boxes: readonly Box[];
  readonly width: number;
  readonly height: number;
}

export const sightOf = (aim: Aim, view: Window): Sight => ({
  boxes: aim.rects(),
  // Without scroll bars: a card under one cannot be read.
  width: view.document.documentElement.clientWidth,
  height: view.innerHeight,
});

/**
 * Keeps the card by its mention, never over it, while the page scrolls and sizes change. Ends with the signal;
 * a mention that is gone leaves the card where it was. Does not measure the card: its edge towards the mention is
 * what is set, so it may grow away from it.
 *
 * @param sight of the page as it was before the card was drawn
 */
export function place(
  panel: HTMLElement,
  bridge: HTMLElement | null,
  aim: Aim,
  layout: Layout,
  sight: Sight,
  signal: AbortSignal,
): void {
  const view = panel.ownerDocument.defaultView ?? window;
  const isFloat = layout === "float";
  let side: Side | null = null;
  let last: readonly Box[] = [];
  const update = ({ boxes, width, height }: Sight, isNew: boolean) => {
    if (boxes.length > 0) last = boxes;
    const { x, y } = aim.point;
    const line = lineAt(last, aim.point) ?? { left: x, right: x, top: y, bottom: y };
    const mention = around([line, ...last]);
    side = sideFor(mention, line, height, side);
    const room = (side === "bottom" ? height - mention.bottom : mention.top) - GAP - MARGIN;
    panel.dataset["side"] = side;
    panel.style.maxHeight = `min(${Math.max(room, LEAST)}px, ${isFloat ? "560px" : "75vh"})`;
    let spot: Spot;
    if (isFloat) {
      spot = spotFor(line, mention, width, side, panel.dir === "rtl");
      panel.style.left = `${spot.left}px`;
      panel.style.top = `${spot.edge}px`;
      panel.style.translate = side === "top" ? "0 round(-100%, 1px)" : "";
    } else {
      // A sheet is where it is; until it has been laid out nobody knows how high.
      if (isNew || !bridge) return;
      const { left, right, top, bottom } = panel.getBoundingClientRect();
      spot = { left, right, edge: side === "bottom" ? top : bottom };
    }
    if (bridge) cover(bridge, spot, line, side);
  };
  let frame = 0;
  const soon = () => {
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(() => update(sightOf(aim, view), false));
  };
  const grown = new ResizeObserver(soon);
  grown.observe(panel);
  view.addEventListener("scroll", soon, { signal, capture: true });
  view.addEventListener("resize", soon, { signal });
  signal.addEventListener("abort", () => {
    grown.disconnect();
    view.cancelAnimationFrame(frame);
  });
  update(sight, true);
}

/** Lays the invisible bridge between line box and card, so that no way from one to the other leaves both. */
function cover(bridge: HTMLElement, card: Spot, line: Box, side: Side): void {
  const isBelow = side === "bottom";
  const [top, bottom] = isBelow ? [line.bottom, card.edge] : [card.edge, line.top];
  const left = Math.min(card.left, line.left);
  const edge = (of: Spot | Box, y: string) => [`${of.left - left}px ${y}`, `${of.right - left}px ${y}`];
  const [a, b] = edge(isBelow ? line : card, "0");
  const [d, c] = edge(isBelow ? card : line, "100%");
  Object.assign(bridge.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${Math.max(card.right, line.right) - left}px`,
    height: `${Math.max(bottom - top, 0)}px`,
    clipPath: `polygon(${a}, ${b}, ${c}, ${d})`,
  });
}
