import type { Frame, Page } from "puppeteer-core";

/** A document: a page means its top frame. */
export type Target = Page | Frame;

export const frameOf = (target: Target): Frame => ("mainFrame" in target ? target.mainFrame() : target);
export const pageOf = (target: Target): Page => ("mainFrame" in target ? target : target.page());

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of a frame's viewport → the same in the top page's viewport, which is what the mouse knows. */
export async function topPoint(target: Target, point: Point): Promise<Point> {
  let { x, y } = point;
  for (let frame: Frame | null = frameOf(target); frame?.parentFrame(); frame = frame.parentFrame()) {
    const corner = await (await frame.frameElement())?.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        x: box.x + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft),
        y: box.y + Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop),
      };
    });
    x += corner?.x ?? 0;
    y += corner?.y ?? 0;
  }
  return { x, y };
}
