import { type Control, pointOfControl, restingPoint } from "./control.ts";
import { pageOf, type Target, topPoint } from "./frames.ts";
import { poll } from "./poll.ts";

/** A closed shadow root, reached through the browser's debugger. */
export interface Root {
  /** Runs in the page's world; no closures, JSON in and out. */
  evaluate<A extends unknown[], R>(
    work: (root: ShadowRoot, host: HTMLElement, ...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
}

/** Finds the shadow roots of the elements a selector names, open or closed. */
export type FindRoots = (target: Target, selector: string) => Promise<Root[]>;

/** Where a page has claimed `sidelight-card`, the host is a plain popover. */
export const HOST = "sidelight-card, body > div[popover], html > div[popover], dialog > div[popover]";

/** What an open card shows. */
export interface CardSeen {
  readonly host: string;
  readonly text: string;
  readonly html: string;
  readonly role: string | null;
  readonly label: string | null;
  readonly dir: string;
  /** Viewport CSS px of the frame. */
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Start of the markup of what has the focus inside. */
  readonly focused: string | null;
}

/** Every open card of the frame, oldest first. */
export async function readCards(findRoots: FindRoots, target: Target): Promise<CardSeen[]> {
  const cards = await Promise.all(
    (await findRoots(target, HOST)).map((found) =>
      found.evaluate((root, host) => {
        const isPopover = (element: Element) => element.matches("[popover], dialog");
        const poppable = [host, ...root.querySelectorAll<HTMLElement>("[popover], dialog")].filter(isPopover);
        const bodies = [...root.children].filter(
          (e) => !["style", "link", "script", "template"].includes(e.localName),
        );
        const isSeen = (element: Element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
        };
        const open =
          poppable.length > 0
            ? poppable.some((e) => e.matches(":popover-open") || (e as HTMLDialogElement).open)
            : bodies.some(isSeen);
        const box = root.querySelector("[role], article, dialog") ?? bodies[0];
        if (!open || !box) return null;
        const { x, y, width, height } = box.getBoundingClientRect();
        return {
          host: host.localName,
          text: bodies
            .map((body) => (body as HTMLElement).innerText)
            .join("\n")
            .trim(),
          html: bodies.map((body) => body.outerHTML).join("\n"),
          role: box.getAttribute("role"),
          label: box.getAttribute("aria-label") ?? box.getAttribute("aria-labelledby"),
          dir: getComputedStyle(box).direction,
          rect: { x, y, width, height },
          focused: root.activeElement?.outerHTML.slice(0, 160) ?? null,
        };
      }),
    ),
  );
  return cards.filter((card) => card !== null);
}

export const readCard = async (findRoots: FindRoots, target: Target): Promise<CardSeen | null> =>
  (await readCards(findRoots, target)).at(-1) ?? null;

/** Waits for a card, with this text in it if one is given. */
export const waitCard = (findRoots: FindRoots, target: Target, text?: string, timeout?: number) =>
  poll(
    `a card${text === undefined ? "" : ` with "${text}"`}`,
    async () => {
      const cards = await readCards(findRoots, target);
      const fits = cards.findLast((card) => text === undefined || card.text.includes(text));
      if (!fits && cards.length > 0)
        throw new Error(`a card with other text: ${cards.at(-1)?.text.slice(0, 200)}`);
      return fits;
    },
    timeout === undefined ? {} : { timeout },
  );

export const waitNoCard = (findRoots: FindRoots, target: Target, timeout?: number) =>
  poll(
    "the card to close",
    async () => (await readCards(findRoots, target)).length === 0,
    timeout === undefined ? {} : { timeout },
  );

/** Presses a control of the newest card with the real mouse. */
export async function clickInCard(findRoots: FindRoots, target: Target, control: Control): Promise<void> {
  const point = await restingPoint(control, async () =>
    (await findRoots(target, HOST)).at(-1)?.evaluate(pointOfControl, control),
  );
  const { x, y } = await topPoint(target, point);
  await pageOf(target).mouse.click(x, y);
}
