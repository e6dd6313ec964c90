import { frameOf, type Point, pageOf, type Target, topPoint } from "./frames.ts";
import { poll } from "./poll.ts";

/** One registered range. `name` is the highlight's ("sidelight-person", "sidelight-quiet"). */
export interface Seen {
  readonly name: string;
  /** White space of any kind and length reads as one space. */
  readonly text: string;
  /** Local names of the elements around it, outermost first: "html body main article p". */
  readonly path: string;
  readonly inShadow: boolean;
  readonly connected: boolean;
}

export interface Which {
  /** 0 is the first with this text. */
  readonly nth?: number;
  /** Only ranges of this highlight. */
  readonly name?: string;
}

/** Every range of ours in the document's registry: marks and quiet mentions, in the registry's order. */
export const highlights = (target: Target, name?: string): Promise<Seen[]> =>
  frameOf(target).evaluate((only) => {
    const seen: Seen[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (only ? name !== only : !name.startsWith("sidelight-")) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange(); // a StaticRange has no text of its own
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const path: string[] = [];
        for (let at = startContainer.parentElement; at; at = at.parentElement) path.unshift(at.localName);
        seen.push({
          name,
          text: range.toString().replace(/\s+/gu, " "),
          path: path.join(" "),
          inShadow: startContainer.getRootNode() instanceof ShadowRoot,
          connected: startContainer.isConnected,
        });
      }
    }
    return seen;
  }, name ?? null);

/** The marks alone: what a reader sees. */
export const marks = async (target: Target): Promise<Seen[]> =>
  (await highlights(target)).filter(({ name }) => name !== "sidelight-quiet");

/** Waits until a mention with this text (any at all, if none is named) is registered; gives all there are. */
export const waitMention = (target: Target, text?: string, timeout?: number): Promise<Seen[]> =>
  poll(
    `a mention of ${text ?? "anything"}`,
    async () => {
      const seen = await highlights(target);
      return seen.some((one) => text === undefined || one.text === text) && seen;
    },
    timeout === undefined ? {} : { timeout },
  );

/**
 * Middle of the first line of a registered range, in the top page's viewport; scrolled into view first. Only
 * ranges near the viewport are registered: where none is found for a second, the page is leafed through.
 */
export async function pointOf(target: Target, text: string, { nth = 0, name }: Which = {}): Promise<Point> {
  const patience = performance.now() + 1000;
  const look = () =>
    frameOf(target).evaluate(
      (text, nth, only, leaf) => {
        let at = 0;
        for (const [name, highlight] of CSS.highlights) {
          if (only ? name !== only : !name.startsWith("sidelight-")) continue;
          for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            if (range.toString().replace(/\s+/gu, " ") !== text) continue;
            if (!range.getClientRects()[0]?.width || at++ < nth) continue;
            const around = startContainer.parentElement;
            around?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
            let line = range.getClientRects()[0];
            if (line && (line.bottom < 0 || line.top > innerHeight)) {
              // The element is larger than the viewport, and its middle is elsewhere.
              scrollBy({ top: line.top - innerHeight / 2, behavior: "instant" });
              line = range.getClientRects()[0];
            }
            return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
          }
        }
        const bottom = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        if (leaf) scrollTo({ top: bottom ? 0 : scrollY + innerHeight, behavior: "instant" });
        return null;
      },
      text,
      nth,
      name ?? null,
      performance.now() > patience,
    );
  const point = await poll(`a painted mention of "${text}"`, look, { every: 100, timeout: 12_000 });
  return topPoint(target, point);
}

/** A real, slow pointer that comes to rest on the mention. */
export async function hover(target: Target, text: string, which: Which = {}) {
  const point = await pointOf(target, text, which);
  const { mouse } = pageOf(target);
  await mouse.move(Math.max(0, point.x - 3), Math.max(0, point.y - 1));
  await mouse.move(point.x, point.y);
  return point;
}

export async function click(target: Target, text: string, which: Which = {}) {
  const point = await pointOf(target, text, which);
  await pageOf(target).mouse.click(point.x, point.y);
  return point;
}

export async function tap(target: Target, text: string, which: Which = {}) {
  const point = await pointOf(target, text, which);
  await pageOf(target).touchscreen.tap(point.x, point.y);
  return point;
}
