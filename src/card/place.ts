import type { Aim } from "../messages/card-port.ts";

/** Distance between a mention and its card, and between the card and the edges of the view, CSS px. */
const GAP = 6;
const MARGIN = 8;
/** Less height than this on the preferred side is not worth staying there. */
const ROOMY = 300;
const USEFUL = 140;
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

/** Where a card of the size of `card` goes: beside the mention, along the line, within the view. */
export function positionFor(
  line: Box,
  mention: Box,
  card: Box,
  view: { readonly width: number; readonly height: number },
  side: Side,
  rtl: boolean,
): Box {
  const width = card.right - card.left;
  const height = card.bottom - card.top;
  const start = rtl ? line.right - width : line.left;
  const left = Math.round(Math.max(Math.min(start, view.width - width - MARGIN), MARGIN));
  const top = Math.round(side === "bottom" ? mention.bottom + GAP : mention.top - GAP - height);
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * Keeps the card by its mention, never over it, while the page scrolls and sizes change. Ends with the signal;
 * a mention that is gone leaves the card where it was.
 */
export function place(
  panel: HTMLElement,
  bridge: HTMLElement | null,
  aim: Aim,
  layout: Layout,
  signal: AbortSignal,
): void {
  const view = panel.ownerDocument.defaultView ?? window;
  let side: Side | null = null;
  let last: readonly Box[] = [];
  const update = () => {
    const boxes = aim.rects();
    if (boxes.length > 0) last = boxes;
    const { x, y } = aim.point;
    const line = lineAt(last, aim.point) ?? { left: x, right: x, top: y, bottom: y };
    const mention = around([line, ...last]);
    // Without scroll bars: a card under one cannot be read.
    const size = { width: panel.ownerDocument.documentElement.clientWidth, height: view.innerHeight };
    side = sideFor(mention, line, size.height, side);
    const room = (side === "bottom" ? size.height - mention.bottom : mention.top) - GAP - MARGIN;
    panel.dataset["side"] = side;
    panel.style.setProperty("--room", `${Math.max(room, LEAST)}px`);
    let card: Box = panel.getBoundingClientRect();
    if (layout === "float") {
      card = positionFor(line, mention, card, size, side, panel.dir === "rtl");
      panel.style.left = `${card.left}px`;
      panel.style.top = `${card.top}px`;
    }
    if (bridge) cover(bridge, card, line, side);
  };
  let frame = 0;
  const soon = () => {
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(update);
  };
  const grown = new ResizeObserver(soon);
  grown.observe(panel);
  view.addEventListener("scroll", soon, { signal, capture: true, passive: true });
  view.addEventListener("resize", soon, { signal, passive: true });
  signal.addEventListener(
    "abort",
    () => {
      grown.disconnect();
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
  update();
}

/** Lays the invisible bridge between line box and card, so that no way from one to the other leaves both. */
function cover(bridge: HTMLElement, card: Box, line: Box, side: Side): void {
  const isBelow = side === "bottom";
  const [top, bottom] = isBelow ? [line.bottom, card.top] : [card.bottom, line.top];
  const left = Math.min(card.left, line.left);
  const edge = (box: Box, y: string) => [`${box.left - left}px ${y}`, `${box.right - left}px ${y}`];
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
