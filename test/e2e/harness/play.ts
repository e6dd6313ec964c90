import { setTimeout as wait } from "node:timers/promises";
import type { Frame, Page } from "puppeteer-core";
import { expect } from "vitest";
import { bundledEntry } from "./bundled.ts";
import type { Driver } from "./driver.ts";
import { type Point, topPoint } from "./frames.ts";
import type { Step } from "./gallery.ts";
import { pointOf } from "./highlights.ts";
import { poll } from "./poll.ts";
import { registered } from "./registered.ts";

/** Longer than the intent delay (250 ms) with all that follows. */
const NOTHING_COMES = 600;

interface Calm {
  /** Pages with traps in their prototypes let a test look around between two calls of this. */
  calm?(on: boolean): void;
  markup?(): unknown;
}

/** Runs something that looks at the page while its traps are off. */
async function calmly<T>(frame: Frame, work: () => Promise<T>): Promise<T> {
  await frame.evaluate(() => (globalThis as Calm).calm?.(true));
  try {
    return await work();
  } finally {
    await frame.evaluate(() => (globalThis as Calm).calm?.(false)).catch(() => {}); // the frame may have gone
  }
}

/** What the page's documents consist of, and how large they are. */
export async function markupOf(page: Page): Promise<readonly string[]> {
  return Promise.all(
    page.frames().map((frame) =>
      calmly(frame, () =>
        frame.evaluate(() => {
          const { documentElement } = document;
          const markup = (globalThis as Calm).markup?.() ?? documentElement.outerHTML;
          return `${documentElement.scrollWidth}×${documentElement.scrollHeight} ${markup}`;
        }),
      ),
    ),
  );
}

const registeredIn = (frame: Frame) => calmly(frame, () => registered(frame));

const marksOf = async (frame: Frame): Promise<readonly string[]> =>
  (await registeredIn(frame)).filter(({ name }) => name !== "sidelight-quiet").map(({ text }) => text);

async function middleOf(frame: Frame, selector: string): Promise<Point> {
  const point = await calmly(frame, () =>
    frame.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector} here`);
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { x, y, width, height } = element.getBoundingClientRect();
      // Whole pixels: Chromium selects nothing in a drag that begins between two.
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    }, selector),
  );
  return topPoint(frame, point);
}

/** Moves there as a hand does: near first, then slowly on. */
async function rest({ mouse }: Page, { x, y }: Point): Promise<void> {
  await mouse.move(Math.max(0, x - 3), Math.max(0, y - 1));
  await mouse.move(x, y);
}

/** Whether our highlights change a single pixel around a registered text. */
async function isPainted(page: Page, frame: Frame, text: string): Promise<boolean> {
  const { x, y } = await pointOf(frame, text);
  const clip = { x: Math.max(0, x - 40), y: Math.max(0, y - 30), width: 80, height: 60 };
  const before = await page.screenshot({ clip });
  await frame.evaluate(() => {
    const taken = [...CSS.highlights].filter(([name]) => name.startsWith("sidelight-"));
    for (const [name] of taken) CSS.highlights.delete(name);
    Object.assign(globalThis, { taken });
  });
  const after = await page.screenshot({ clip });
  await frame.evaluate(() => {
    const { taken } = globalThis as unknown as { taken: [string, Highlight][] };
    for (const [name, highlight] of taken) CSS.highlights.set(name, highlight);
  });
  return !Buffer.from(before).equals(Buffer.from(after));
}

function frameAt(page: Page, path: readonly number[]): Frame | undefined {
  let frame: Frame | undefined = page.mainFrame();
  for (const index of path) frame = frame?.childFrames()[index];
  return frame;
}

/** Plays one step; `untouched` is asked between its marks and its pointer. */
export async function play(
  browser: Driver,
  page: Page,
  url: (path: string) => string,
  step: Step,
  untouched: () => Promise<void> = async () => {},
): Promise<void> {
  const frame = await poll(`frame ${step.frame}`, () => frameAt(page, step.frame ?? []));
  const holds = (expression: string) =>
    calmly(frame, () => frame.evaluate(expression).then((value) => value === true));
  const { mouse } = page;

  if (step.visit !== undefined) await browser.goto(page, url(step.visit));
  if (step.media) await browser.media(page, step.media === "print" ? { medium: "print" } : {});
  if (step.do !== undefined) await calmly(frame, () => frame.evaluate(step.do as string));
  if (step.click !== undefined) {
    const { x, y } = await middleOf(frame, step.click);
    await mouse.click(x, y);
  }
  if (step.drag) {
    const [from, to] = [await middleOf(frame, step.drag[0]), await middleOf(frame, step.drag[1])];
    await mouse.move(from.x, from.y);
    await wait(60);
    await mouse.down();
    await wait(60);
    for (let part = 1; part <= 10; part++) {
      await mouse.move(from.x + ((to.x - from.x) * part) / 10, from.y + ((to.y - from.y) * part) / 10);
      await wait(20); // a hand leaves the browser time to select
    }
    await wait(NOTHING_COMES);
    await mouse.up();
  }
  if (step.press !== undefined) await page.keyboard.press(step.press);
  if (step.type !== undefined) await page.keyboard.type(step.type);
  if (step.ready !== undefined) {
    const { ready } = step;
    await poll(ready, () => holds(ready), { timeout: 15_000 });
  }
  if (step.wait !== undefined) await wait(step.wait);
  if (step.point !== undefined) await rest(page, await middleOf(frame, step.point));
  if (step.marks) {
    const { marks } = step;
    await expect.poll(() => marksOf(frame), { timeout: 4000, message: "marks" }).toEqual(marks);
  }
  // A text that was just hidden keeps its ranges, which nobody sees, until the browser tells.
  for (const text of step.noMarks ?? [])
    await expect
      .poll(async () => (await registeredIn(frame)).map((one) => one.text), { message: "no mark" })
      .not.toContain(text);
  await untouched();
  if (step.painted !== undefined)
    await expect
      .poll(() => isPainted(page, frame, step.painted as string), { message: "painted" })
      .toBe(true);
  if (step.unpainted !== undefined) expect(await isPainted(page, frame, step.unpainted)).toBe(false);
  const { hover } = step;
  let at: Point | null = null;
  if (hover !== undefined) at = await calmly(frame, () => pointOf(frame, hover));
  if (step.rest !== undefined) at = await middleOf(frame, step.rest);
  if (at) await rest(page, at);
  if (step.meanwhile !== undefined) await frame.evaluate(step.meanwhile);
  if (step.card === null) {
    await wait(NOTHING_COMES);
    expect(await calmly(frame, () => browser.readCard(frame))).toBeNull();
  } else if (step.card !== undefined) {
    const { line } = bundledEntry(step.card);
    let moved = performance.now();
    const card = await poll(`the card of ${step.card}`, async () => {
      if (at && performance.now() - moved > 700) {
        // A hand is never quite still.
        moved = performance.now();
        await mouse.move(at.x + (Math.round(moved) % 2), at.y);
      }
      const cards = await calmly(frame, () => browser.readCards(frame));
      return (
        cards.find(({ text }) => text.includes(line)) ?? fail(cards.map(({ text }) => text.slice(0, 80)))
      );
    });
    const room = await frame.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(card.rect.width, "width of the card").toBeGreaterThan(100);
    expect(card.rect.x, "left of the card").toBeGreaterThanOrEqual(0);
    expect(card.rect.y, "top of the card").toBeGreaterThanOrEqual(0);
    expect(card.rect.x + card.rect.width, "right of the card").toBeLessThanOrEqual(room.width + 1);
    expect(card.rect.y + card.rect.height, "foot of the card").toBeLessThanOrEqual(room.height + 1);
    if (!step.keep) {
      await page.keyboard.press("Escape");
      await poll(
        "Escape to close the card",
        async () => (await calmly(frame, () => browser.readCards(frame))).length === 0,
      );
      await mouse.move(2, 2);
    }
  }
  if (step.true !== undefined)
    expect(await calmly(frame, () => frame.evaluate(step.true as string)), step.true).toBe(true);
}

function fail(seen: unknown): never {
  throw new Error(`cards: ${JSON.stringify(seen)}`);
}
