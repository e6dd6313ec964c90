import type { Page } from "puppeteer-core";
import { HOST } from "./card.ts";
import type { Driver } from "./driver.ts";
import { frameOf, type Target } from "./frames.ts";
import { poll } from "./poll.ts";

/** Viewport CSS px of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One card; several can be open in one host. */
export interface PanelSeen {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly role: string | null;
  /** By what it is labelled, as a screen reader says it. */
  readonly name: string;
  readonly box: Box;
  readonly pinned: boolean;
  readonly layout: string;
  readonly theme: string;
  readonly dir: string;
  readonly depth: string | null;
  readonly tabs: readonly { readonly name: string; readonly chosen: boolean }[];
  readonly hasFocus: boolean;
}

/** Every card of the frame, pinned ones first. */
export async function panels(browser: Driver, target: Target): Promise<PanelSeen[]> {
  const hosts = await browser.findRoots(target, HOST);
  const seen = await Promise.all(
    hosts.map((host) =>
      host.evaluate((root) =>
        [...root.querySelectorAll<HTMLElement>("[data-card]")].map((panel) => {
          const { left, top, right, bottom } = panel.getBoundingClientRect();
          const label = panel.getAttribute("aria-labelledby");
          const { card, pinned, layout, theme } = panel.dataset;
          return {
            id: Number(card),
            title: panel.querySelector("h2")?.textContent ?? "",
            text: panel.innerText,
            role: panel.getAttribute("role"),
            name:
              (label && root.getElementById(label)?.textContent) || panel.getAttribute("aria-label") || "",
            box: { left, top, right, bottom },
            pinned: pinned === "true",
            layout: layout ?? "",
            theme: theme ?? "",
            dir: panel.dir,
            depth: panel.querySelector<HTMLElement>("[data-depth]")?.dataset["depth"] ?? null,
            tabs: [...panel.querySelectorAll("[role=tab]")].map((tab) => ({
              name: tab.textContent,
              chosen: tab.getAttribute("aria-selected") === "true",
            })),
            hasFocus: panel.contains(root.activeElement),
          };
        }),
      ),
    ),
  );
  return seen.flat();
}

/** The pinned ones among them. */
export const pinned = async (browser: Driver, target: Target): Promise<PanelSeen[]> =>
  (await panels(browser, target)).filter((panel) => panel.pinned);

/** The card that is not pinned. @throws where there is none */
export async function openPanel(browser: Driver, target: Target): Promise<PanelSeen> {
  const open = (await panels(browser, target)).filter(({ pinned }) => !pinned);
  if (open.length !== 1) throw new Error(`${open.length} cards are open and not pinned`);
  return open[0]!;
}

/** Waits for a card with this title. */
export const waitPanel = (browser: Driver, target: Target, title: string): Promise<PanelSeen> =>
  poll(`the card "${title}"`, async () => {
    const all = await panels(browser, target);
    const found = all.find((panel) => panel.title === title && panel.depth !== null);
    if (!found) throw new Error(`cards: ${all.map((panel) => panel.title).join(", ") || "none"}`);
    return found;
  });

/** Runs in the root of the cards; no closures, JSON in and out. */
export async function inCard<A extends unknown[], R>(
  browser: Driver,
  target: Target,
  work: (root: ShadowRoot, host: HTMLElement, ...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const host = (await browser.findRoots(target, HOST)).at(-1);
  if (!host) throw new Error("no card is open");
  return host.evaluate(work, ...args);
}

/** Clicks on the title of a card, where a click has no other work. */
export async function pressTitle(browser: Driver, target: Target, title: string): Promise<void> {
  const { id } = await waitPanel(browser, target, title);
  await browser.clickInCard(target, `[data-card="${id}"] h2`);
}

/** What has the focus in the cards, by the name a reader knows it by; `null`: nothing of ours. */
export const focusInCard = (browser: Driver, target: Target): Promise<string | null> =>
  inCard(browser, target, (root) => {
    const at = root.activeElement;
    return at ? (at.getAttribute("aria-label") ?? at.textContent.trim()) : null;
  }).catch(() => null);

/** Line boxes of a registered text. */
export const mentionBoxes = (target: Target, text: string): Promise<Box[]> =>
  frameOf(target).evaluate((text) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("sidelight-")) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (range.toString().replace(/\s+/gu, " ") !== text) continue;
        return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
          left,
          top,
          right,
          bottom,
        }));
      }
    }
    throw new Error(`"${text}" is not registered`);
  }, text);

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The part of the frame that can be seen. */
export const viewOf = (target: Target): Promise<Box> =>
  frameOf(target).evaluate(() => ({
    left: 0,
    top: 0,
    right: document.documentElement.clientWidth,
    bottom: innerHeight,
  }));

/**
 * Presses the key for the next mention, once the background has been told what stands on the page: before that
 * it has nowhere to go.
 */
export async function nextMention(driver: Driver, page: Page): Promise<void> {
  await poll("the report of the page", () =>
    driver.inExtension(async (url) => {
      const tabs = await browser.tabs.query({});
      const tab = tabs.find((one) => one.url === url);
      return tab?.id === undefined ? "" : browser.action.getBadgeText({ tabId: tab.id });
    }, page.url()),
  );
  await driver.command(page, "mention-next");
}

/** Steps to the next mention and pins its card, all by key. */
export async function pinByKey(driver: Driver, page: Page): Promise<void> {
  await nextMention(driver, page);
  await poll("the focus in the card", () => focusInCard(driver, page));
  await page.keyboard.press("p");
  await poll("a pinned card", async () => (await pinned(driver, page)).length > 0);
}

/** Opens a page with these settings in force, does the work, and forgets them. */
export async function withSettings(
  browser: Driver,
  patch: Readonly<Record<string, unknown>>,
  url: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  await browser.settings(patch);
  try {
    await work(await browser.page(url));
  } finally {
    await browser.rawSettings(undefined);
  }
}
