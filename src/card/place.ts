import { autoUpdate, computePosition, offset, shift, size, type VirtualElement } from "@floating-ui/dom";
import type { Aim } from "../messages/card-port.ts";

/** Distance between a mention and its card, and between the card and the edges of the view, CSS px. */
const GAP = 6;
const MARGIN = 8;
/** Less height than this on the preferred side is not worth staying there. */
const ROOMY = 300;
const USEFUL = 140;
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

/**
 * Keeps the card by its mention, never over it, while the page scrolls and sizes change. Ends with the signal;
 * a mention that is gone leaves the card where it was.
 */
export function place(
  panel: HTMLElement,
  bridge: HTMLElement,
  aim: Aim,
  layout: Layout,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const view = panel.ownerDocument.defaultView ?? window;
  let side: Side | null = null;
  let last: readonly Box[] = [];
  const update = () => {
    const boxes = aim.rects();
    if (boxes.length > 0) last = boxes;
    const line = lineAt(last, aim.point) ?? pointBox(aim.point);
    const mention = around([line, ...last]);
    side = sideFor(mention, line, view.innerHeight, side);
    const room = side === "bottom" ? view.innerHeight - mention.bottom : mention.top;
    panel.dataset["side"] = side;
    panel.style.setProperty("--room", `${Math.max(room - GAP - MARGIN, 96)}px`);
    if (layout === "sheet") return cover(bridge, panel.getBoundingClientRect(), line, side);
    const reference = virtual({ ...mention, left: line.left, right: line.right }, aim.element);
    computePosition(reference, panel, {
      strategy: "fixed",
      placement: `${side}-start`,
      middleware: [
        offset(GAP),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            panel.style.setProperty("--room", `${Math.max(availableHeight, 96)}px`),
        }),
      ],
    }).then(
      ({ x, y }) => {
        if (signal.aborted) return;
        panel.style.left = `${Math.round(x)}px`;
        panel.style.top = `${Math.round(y)}px`;
        const { width, height } = panel.getBoundingClientRect();
        cover(bridge, { left: x, top: y, right: x + width, bottom: y + height }, line, side ?? "bottom");
      },
      () => {}, // the document is going away
    );
  };
  const stop = autoUpdate(virtual(pointBox(aim.point), aim.element), panel, update, { layoutShift: false });
  signal.addEventListener("abort", stop, { once: true });
}

/** Stands in for a mention that has no box any more. */
const pointBox = ({ x, y }: Aim["point"]): Box => ({ left: x, right: x, top: y, bottom: y });

function virtual(box: Box, contextElement: Element): VirtualElement {
  const { left, top, right, bottom } = box;
  const rect = { left, top, right, bottom, x: left, y: top, width: right - left, height: bottom - top };
  return { contextElement, getBoundingClientRect: () => rect, getClientRects: () => [rect] };
}

/** Lays the invisible bridge between line box and card, so that no way from one to the other leaves both. */
function cover(bridge: HTMLElement, card: Box, line: Box, side: Side): void {
  const from = side === "bottom" ? line.bottom : card.bottom;
  const to = side === "bottom" ? card.top : line.top;
  const left = Math.min(card.left, line.left);
  const width = Math.max(card.right, line.right) - left;
  const near = [line.left - left, line.right - left].map((at) => `${at}px`);
  const far = [card.left - left, card.right - left].map((at) => `${at}px`);
  const [a, b] = side === "bottom" ? [near, far] : [far, near];
  Object.assign(bridge.style, {
    left: `${left}px`,
    top: `${from}px`,
    width: `${width}px`,
    height: `${Math.max(to - from, 0)}px`,
    clipPath: `polygon(${a[0]} 0, ${a[1]} 0, ${b[1]} 100%, ${b[0]} 100%)`,
  });
}
