import type { Aim, Way } from "../messages/card-port.ts";
import { parentElementOf } from "../page/composed.ts";
import type { Place } from "../page/marks.ts";
import { measuringRange, nodeAt } from "../page/passage.ts";

/** What the card gets to know of a mention in the page. */
export function createAim(
  { passage, mention }: Place,
  way: Way,
  point: { readonly x: number; readonly y: number } | null,
  place: Aim["place"] = null,
  at = performance.now(),
): Aim {
  const node = passage.nodes[nodeAt(passage.starts, mention.start)];
  const rects = (): readonly DOMRect[] =>
    [...(measuringRange(passage, mention)?.getClientRects() ?? [])].filter(
      ({ width, height }) => width > 0 && height > 0,
    );
  return {
    mention,
    way,
    at,
    point: point ? { x: point.x, y: point.y } : middle(rects()[0]),
    element: (node && parentElementOf(node)) ?? passage.block,
    rects,
    place,
  };
}

function middle(box: DOMRect | undefined): { x: number; y: number } {
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}
