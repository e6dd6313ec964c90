import type { Point } from "./frames.ts";
import { poll } from "./poll.ts";

/** What to press: a CSS selector, or the name a reader knows a control by. */
export type Control = string | { readonly name: string };

/**
 * Middle of the control, in its frame's viewport, scrolled into view; `null` while there is none that can be
 * pressed. Sent to the page as text: it may use nothing from outside of itself.
 *
 * @param root where to look; `null`: the document
 */
export function pointOfControl(root: ShadowRoot | null, _host: unknown, control: Control): Point | null {
  const place = root ?? document;
  const nameOf = (element: Element): string => {
    const labelled = element.getAttribute("aria-labelledby");
    const texts = labelled?.split(" ").map((id) => place.getElementById(id)?.textContent ?? "");
    return (texts?.join(" ") ?? element.getAttribute("aria-label") ?? element.textContent).trim();
  };
  const element =
    typeof control === "string"
      ? place.querySelector(control)
      : [...place.querySelectorAll("a, button, input, select, summary, label, [role]")].find(
          (one) => nameOf(one) === control.name,
        );
  element?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const box = element?.getBoundingClientRect();
  return box && box.width > 0 && box.height > 0
    ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    : null;
}

/** Where a control has come to rest: popups and cards grow while their content arrives. */
export function restingPoint(
  control: Control,
  look: () => Promise<Point | null | undefined>,
): Promise<Point> {
  let before: Point | null | undefined;
  return poll(
    `a control ${JSON.stringify(control)} at rest`,
    async () => {
      const now = await look();
      const rests = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return rests && now;
    },
    { every: 120 },
  );
}
