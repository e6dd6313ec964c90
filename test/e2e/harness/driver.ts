import type { Browser, Page } from "puppeteer-core";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import { type AxeReport, runAxe } from "./axe.ts";
import * as card from "./card.ts";
import type { Control } from "./control.ts";
import { collectErrors } from "./errors.ts";
import { pageOf, type Target } from "./frames.ts";
import * as highlights from "./highlights.ts";
import { poll } from "./poll.ts";
import type { LoggingProxy } from "./proxy.ts";

declare global {
  /** The extension API, in functions handed to `inExtension` and `inBackground`; both browsers call it so. */
  const browser: ExtensionApi;
}

export type BrowserName = "chromium" | "firefox";

export interface LaunchOptions {
  /** Unpacked extension; unset: `dist/<browser>`. `null`: a browser without Sidelight. */
  readonly extension?: string | null;
  /** `null`: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly proxy?: LoggingProxy;
  /** Coarse pointer and no hover, as on a phone. */
  readonly touch?: boolean;
  readonly headless?: boolean;
  /** Firefox preferences. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Chromium switches. */
  readonly args?: readonly string[];
}

export interface Media {
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly forcedColors?: "active" | "none";
  /** As on paper. */
  readonly medium?: "print";
}

/** The real toolbar popup. Functions are sent as text: no closures, JSON in and out. */
export interface Popup {
  evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  text(): Promise<string>;
  /** Presses a control with the mouse. */
  click(control: Control): Promise<void>;
  /** Puts the text into the element as typing does. */
  type(selector: string, text: string): Promise<void>;
  /** @param key as `KeyboardEvent.key` says it */
  press(key: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One browser with Sidelight in it. A test file starts it once; every test opens pages of its own. */
export abstract class Driver {
  abstract readonly name: BrowserName;
  protected readonly options: LaunchOptions;
  protected running: Browser | undefined;
  private readonly opened = new Map<Page, string[]>();
  private extensionTab: Page | undefined;
  private openedPopup: Popup | undefined;

  constructor(options: LaunchOptions) {
    this.options = options;
  }

  /** Launches the browser and puts the extension in. */
  abstract start(): Promise<void>;
  /** Address of a file of the extension. */
  abstract extensionUrl(path: string): string;
  /** Waits for the load event. Use this, never `page.goto`, which hangs in Firefox on extension pages and after going back. */
  abstract goto(page: Page, url: string): Promise<void>;
  abstract findRoots: card.FindRoots;
  protected abstract openPopup(page: Page): Promise<Popup>;
  abstract stopBackground(): Promise<void>;
  abstract backgroundRuns(): Promise<boolean>;
  /** Loads the extension anew, as an update does. Open pages stay. */
  abstract reload(): Promise<void>;
  /** Takes the extension out of the browser for good. */
  abstract uninstall(): Promise<void>;
  /** Runs a command of the manifest over this page. Firefox: its real key element; Chromium: the event itself. */
  abstract command(page: Page, name: string): Promise<void>;
  /** Chooses an item of ours from the context menu. Firefox: the real menu; Chromium: the event itself. */
  abstract contextMenu(page: Page, item: string, info?: { selectionText?: string }): Promise<void>;
  /** What an item of ours is called in the context menu over this page. Chromium tells only what was set since it was first asked. */
  abstract menuTitle(page: Page, item: string): Promise<string>;
  /** Enters this after the keyword. Firefox: in the real address bar; Chromium: the event itself. */
  abstract omnibox(text: string): Promise<void>;
  /** What the address bar suggests for this after the keyword, the line for the text as typed first. */
  abstract suggestions(text: string): Promise<string[]>;
  abstract media(page: Page, media: Media): Promise<void>;
  /** Takes the right to read any site from the extension, or gives it back, as the reader can in the browser's own pages. */
  abstract hostAccess(granted: boolean): Promise<void>;
  /** Lets the extension into private windows, as the reader can; it is loaded anew by that. */
  abstract allowPrivate(): Promise<void>;
  /** Whether the extension may read files of this computer, as the reader can decide; it is loaded anew by that. */
  abstract allowFiles(allowed: boolean): Promise<void>;
  /** Files of the toolbar's icon over this page. Chromium tells only what was set since it was first asked. */
  abstract icon(page: Page): Promise<string>;
  /** What the browser noted against the extension, in any context, since it was asked last. */
  abstract extensionErrors(): Promise<string[]>;

  get browser(): Browser {
    if (!this.running) throw new Error(`${this.name} is not running`);
    return this.running;
  }

  /** A new tab, loaded. */
  async page(url?: string): Promise<Page> {
    const page = await this.browser.newPage();
    this.opened.set(page, collectErrors(page));
    const { viewport = { width: 1000, height: 700 }, touch = false } = this.options;
    // Firefox has no such emulation; its preferences say "touch" instead.
    const emulated = touch && this.name === "chromium" ? { hasTouch: true, isMobile: true } : {};
    if (viewport) await page.setViewport({ ...viewport, ...emulated });
    if (url !== undefined) await this.goto(page, url);
    return page;
  }

  /** The browser's own number of the tab this page is in. */
  tabId(page: Page): Promise<number> {
    const url = page.url();
    return poll("the tab", () =>
      this.inExtension(
        async (url) => (await browser.tabs.query({})).find((tab) => tab.url === url)?.id ?? null,
        url,
      ),
    );
  }

  /** A private window with this page in it, in front. */
  async privatePage(url: string): Promise<Page> {
    const before = new Set(await this.browser.pages());
    await this.inExtension(async (url) => void (await browser.windows.create({ incognito: true, url })), url);
    const isNew = (page: Page) => !before.has(page) && page.url() === url;
    const page = await poll("the private window", async () => (await this.browser.pages()).find(isNew));
    this.opened.set(page, collectErrors(page));
    return page;
  }

  /** Presses the toolbar button of the extension over this page. */
  async popup(page: Page): Promise<Popup> {
    await this.closePopup();
    this.openedPopup = await this.openPopup(page);
    return this.openedPopup;
  }

  private async closePopup(): Promise<void> {
    await this.openedPopup?.close().catch(() => {}); // it may have closed itself
    this.openedPopup = undefined;
  }

  /** What the console of this page has complained about so far. */
  errors(page: Page): readonly string[] {
    return this.opened.get(page) ?? [];
  }

  /** Closes every tab a test opened, and the popup. */
  async closePages(): Promise<void> {
    await this.closePopup();
    await Promise.all([...this.opened.keys()].map((page) => page.close().catch(() => {})));
    this.opened.clear();
    this.extensionTab = undefined;
  }

  /** A page of the extension as a tab: "popup.html", "options.html". */
  extensionPage(path: string): Promise<Page> {
    return this.page(this.extensionUrl(path));
  }

  /** Runs in a page of the extension that is kept open behind the others; the tab in front stays in front. */
  async inExtension<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    if (!this.extensionTab || this.extensionTab.isClosed()) {
      const front = [...this.opened.keys()].findLast((page) => !page.isClosed());
      this.extensionTab = await this.extensionPage("options.html");
      await front?.bringToFront();
    }
    return (await this.extensionTab.evaluate(work as never, ...args)) as Awaited<R>;
  }

  /** The page behind `inExtension` is gone (the extension was loaded anew). */
  protected forgetExtensionTab(): void {
    this.extensionTab = undefined;
  }

  /** Zooms a page as the reader does, for its host; 1 is no zoom. */
  async zoom(page: Page, factor: number): Promise<void> {
    await this.inExtension(
      async (url, factor) => {
        const tabs = await browser.tabs.query({});
        await browser.tabs.setZoom(tabs.find((tab) => tab.url === url)?.id, factor);
      },
      page.url(),
      factor,
    );
  }

  /** Changes fields of the stored settings, as the background would. */
  async settings(patch: Readonly<Record<string, unknown>>): Promise<void> {
    await this.inExtension(async (patch) => {
      const { settings } = await browser.storage.local.get("settings");
      await browser.storage.local.set({ settings: { ...(settings as object | undefined), ...patch } });
    }, patch);
  }

  /** Puts any value at all where the settings belong; `undefined` removes it. */
  async rawSettings(value: unknown): Promise<void> {
    await this.inExtension(async (value) => {
      if (value === null) await browser.storage.local.remove("settings");
      else await browser.storage.local.set({ settings: value });
    }, value ?? null);
  }

  highlights(target: Target, name?: string) {
    return highlights.highlights(target, name);
  }
  marks(target: Target) {
    return highlights.marks(target);
  }
  waitMention(target: Target, text?: string, timeout?: number) {
    return highlights.waitMention(target, text, timeout);
  }
  hover(target: Target, text: string, which?: highlights.Which) {
    return highlights.hover(target, text, which);
  }
  click(target: Target, text: string, which?: highlights.Which) {
    return highlights.click(target, text, which);
  }
  tap(target: Target, text: string, which?: highlights.Which) {
    return highlights.tap(target, text, which);
  }
  /** Moves the real pointer to the page's top left corner, where no mention stands. */
  async pointAway(target: Target): Promise<void> {
    await pageOf(target).mouse.move(2, 2);
  }

  readCard(target: Target) {
    return card.readCard(this.findRoots, target);
  }
  readCards(target: Target) {
    return card.readCards(this.findRoots, target);
  }
  waitCard(target: Target, text?: string, timeout?: number) {
    return card.waitCard(this.findRoots, target, text, timeout);
  }
  waitNoCard(target: Target, timeout?: number) {
    return card.waitNoCard(this.findRoots, target, timeout);
  }
  clickInCard(target: Target, control: Control) {
    return card.clickInCard(this.findRoots, target, control);
  }

  /** What axe finds wrong on a page; `card`: in the open card alone. */
  axe(target: Target, { card: inCard = false } = {}): Promise<AxeReport> {
    return runAxe(target, inCard ? this.findRoots : null);
  }

  async close(): Promise<void> {
    await this.running?.close();
    this.running = undefined;
  }
}
