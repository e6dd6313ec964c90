import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer, { type Page, type Protocol, type Target as Tab } from "puppeteer-core";
import { binary } from "./binary.ts";
import { iconSetFor, menuTitleSet } from "./chromium-noted.ts";
import { popupOf } from "./chromium-popup.ts";
import { Driver, type Media, type Popup } from "./driver.ts";
import { frameOf, type Target } from "./frames.ts";
import { sessionOf } from "./internals.ts";
import { poll } from "./poll.ts";
import { HOSTS } from "./serve.ts";
import { snapshot } from "./snapshot.ts";

const SWITCHES = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-default-browser-check",
  `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host} 127.0.0.1`).join(", ")}`,
];

/** Chromium by the DevTools protocol over a pipe: the only way it lets an extension in. */
export class Chromium extends Driver {
  readonly name = "chromium";
  private profile = "";
  private id = "";
  private withheld: boolean = false;
  /** Workers of before a reload: puppeteer lists them for ever. */
  private readonly ghosts = new WeakSet<Tab>();

  async start(): Promise<void> {
    this.profile = mkdtempSync(join(tmpdir(), "sidelight-chromium-"));
    mkdirSync(join(this.profile, "Default"));
    // Without developer mode an extension that is loaded anew comes back disabled, silently.
    const preferences = { extensions: { ui: { developer_mode: true } } };
    writeFileSync(join(this.profile, "Default", "Preferences"), JSON.stringify(preferences));
    process.once("exit", this.removeProfile); // Ctrl+C ends a script without asking us to close
    const { headless = true, args = [], proxy, extension } = this.options;
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    this.running = await puppeteer.launch({
      executablePath: binary(this.name),
      headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: this.profile,
      defaultViewport: null,
      args: [...SWITCHES, ...sandbox, ...(proxy?.chromiumArgs ?? []), ...args],
    });
    if (extension === null) return;
    this.id = await this.running.installExtension(snapshot(resolve(extension ?? "dist/chromium")));
    // A page opened while the extension still looks for open tabs would get its scripts twice.
    await poll("the service worker", async () => {
      const worker = await this.browser.targets().find(this.isWorker)?.worker();
      return worker?.evaluate(() => browser.tabs.query({}));
    });
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  async goto(page: Page, url: string): Promise<void> {
    await page.goto(url);
  }

  findRoots = async (target: Target, selector: string) => {
    const session = sessionOf(target);
    const list = await frameOf(target).evaluateHandle((all) => [...document.querySelectorAll(all)], selector);
    const found = [...(await list.getProperties()).values()].map((handle) => handle.remoteObject());
    const roots = await Promise.all(
      found.map(async ({ objectId, subtype }) => {
        if (!objectId || subtype !== "node") return null;
        const { node } = await session.send("DOM.describeNode", { objectId, depth: 1, pierce: true });
        const root = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType !== "user-agent");
        if (!root) return null;
        const { object } = await session.send("DOM.resolveNode", { backendNodeId: root.backendNodeId });
        return object.objectId ?? null;
      }),
    );
    return roots
      .filter((root) => root !== null)
      .map((objectId) => ({
        async evaluate(work: (...args: never[]) => unknown, ...args: unknown[]) {
          const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
            objectId,
            functionDeclaration: `function (...args) { return (${work})(this, this.host, ...args); }`,
            arguments: args.map((value) => ({ value })),
            returnByValue: true,
            awaitPromise: true,
          });
          if (exceptionDetails) throw new Error(describe(exceptionDetails));
          return result.value;
        },
      }));
  };

  protected async openPopup(page: Page): Promise<Popup> {
    await page.bringToFront();
    if (this.withheld) await this.inExtension(() => 0); // its own tab must not count as the popup
    const before = new Set(this.browser.targets());
    const extension = (await this.browser.extensions()).get(this.id);
    if (!extension) throw new Error("the extension is not there");
    // Where the reader withheld access, a press only brings up the browser's own "reload to allow" bubble.
    if (this.withheld) await this.inExtension(() => browser.action.openPopup());
    else await page.triggerExtensionAction(extension);
    const isPopup = (tab: Tab) => !before.has(tab) && tab.url().startsWith(this.extensionUrl(""));
    const tab = await poll("the popup", () => this.browser.targets().find(isPopup));
    const popup = await tab.asPage();
    await popup.waitForSelector("body");
    return popupOf(popup);
  }

  private readonly isWorker = (tab: Tab): boolean =>
    tab.type() === "service_worker" && tab.url().startsWith(this.extensionUrl("")) && !this.ghosts.has(tab);

  /** Runs in the service worker, waking it. */
  private async inWorker<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const running = () => this.browser.targets().find(this.isWorker);
    if (!running()) await this.inExtension(() => void browser.runtime.sendMessage({}).catch(() => {}));
    const worker = await poll("the service worker", () => running()?.worker());
    return (await worker.evaluate(work as never, ...args)) as Awaited<R>;
  }

  async stopBackground(): Promise<void> {
    const close = async () => {
      const worker = await this.browser.targets().find(this.isWorker)?.worker();
      await worker?.close();
    };
    await close();
    // Closed while it starts or is told something, it may stay, deaf: then once more.
    let again = performance.now() + 2000;
    await poll("the service worker to stop", async () => {
      if (!this.browser.targets().some(this.isWorker)) return true;
      if (performance.now() < again) return false;
      again = Number.POSITIVE_INFINITY;
      await close();
      return false;
    });
  }

  async backgroundRuns(): Promise<boolean> {
    return this.browser.targets().some(this.isWorker);
  }

  async reload(): Promise<void> {
    await this.inWorker(() => null);
    // Before: the new one may be there as soon as the old one is told.
    const old = this.browser.targets().filter(this.isWorker);
    await this.inWorker(() => void setTimeout(() => browser.runtime.reload(), 0)).catch(() => {}); // its answer dies with it
    for (const tab of old) this.ghosts.add(tab);
    this.forgetExtensionTab();
    // One that came back disabled starts no worker. (What puppeteer says of it may be what was true in between.)
    await poll("the extension after a reload", () => this.browser.targets().some(this.isWorker));
  }

  async uninstall(): Promise<void> {
    this.forgetExtensionTab();
    await this.browser.uninstallExtension(this.id);
  }

  async command(page: Page, name: string): Promise<void> {
    await page.bringToFront();
    await this.inWorker(async (name) => {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      (browser.commands.onCommand as unknown as Dispatcher).dispatch(name, tab);
    }, name);
  }

  async contextMenu(page: Page, item: string, info = {}): Promise<void> {
    await page.bringToFront();
    await this.inWorker(
      async (item, info) => {
        const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
        const said = { menuItemId: item, editable: false, frameId: 0, pageUrl: tab?.url, ...info };
        (browser.contextMenus.onClicked as unknown as Dispatcher).dispatch(said, tab);
      },
      item,
      info,
    );
  }

  async omnibox(text: string): Promise<void> {
    await this.inWorker((text) => {
      (browser.omnibox.onInputEntered as unknown as Dispatcher).dispatch(text, "currentTab");
    }, text);
  }

  async suggestions(text: string): Promise<string[]> {
    return this.inWorker(
      (text) =>
        new Promise<string[]>((done) => {
          const { omnibox } = browser;
          const set = omnibox.setDefaultSuggestion;
          let first = "";
          omnibox.setDefaultSuggestion = (suggestion) => {
            first = suggestion.description;
            set.call(omnibox, suggestion);
          };
          const event = omnibox.onInputChanged as unknown as Dispatcher;
          event.dispatch(text, (others: { description: string }[]) => {
            omnibox.setDefaultSuggestion = set;
            done([first, ...others.map(({ description }) => description)]);
          });
        }),
      text,
    );
  }

  async media(page: Page, { colorScheme, reducedMotion, forcedColors, medium }: Media): Promise<void> {
    const features = [
      { name: "prefers-color-scheme", value: colorScheme ?? "" },
      { name: "prefers-reduced-motion", value: reducedMotion ?? "" },
      { name: "forced-colors", value: forcedColors ?? "" },
    ];
    await sessionOf(page).send("Emulation.setEmulatedMedia", { media: medium ?? "", features });
  }

  /** Runs on chrome://extensions, whose own API does what its buttons do. */
  private async onExtensionsPage<R, G>(work: (id: string, given: G) => R, given: G): Promise<Awaited<R>> {
    const page = await this.browser.newPage();
    try {
      await page.goto("chrome://extensions");
      return (await page.evaluate(work as never, this.id, given)) as Awaited<R>;
    } finally {
      await page.close();
    }
  }

  async hostAccess(granted: boolean): Promise<void> {
    this.withheld = !granted;
    await this.onExtensionsPage(async (extensionId, granted) => {
      const hostAccess = granted ? "ON_ALL_SITES" : "ON_CLICK";
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
    }, granted);
  }

  async allowPrivate(): Promise<void> {
    await this.configure({ incognitoAccess: true }, () => browser.extension.isAllowedIncognitoAccess());
  }

  /** Changes what the reader allows on chrome://extensions; the extension is loaded anew by that. */
  private async configure<A extends unknown[]>(
    change: object,
    holds: (...args: A) => Promise<boolean>,
    ...args: A
  ): Promise<void> {
    const old = this.browser.targets().filter(this.isWorker);
    await this.onExtensionsPage((extensionId, change) => {
      return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, ...change });
    }, change);
    for (const tab of old) this.ghosts.add(tab);
    this.forgetExtensionTab();
    await poll("the extension with what it is allowed", () => this.inExtension(holds, ...args));
  }

  async allowFiles(allowed: boolean): Promise<void> {
    const isSo = (allowed: boolean) =>
      browser.extension.isAllowedFileSchemeAccess().then((is) => is === allowed);
    await this.configure({ fileAccess: allowed }, isSo, allowed);
  }

  async icon(page: Page): Promise<string> {
    return this.inWorker(iconSetFor, await this.tabId(page));
  }

  async menuTitle(page: Page, item: string): Promise<string> {
    await page.bringToFront();
    return this.inWorker(menuTitleSet, item);
  }

  async extensionErrors(): Promise<string[]> {
    return this.onExtensionsPage(async (id) => {
      const { runtimeErrors, manifestErrors } = await chrome.developerPrivate.getExtensionInfo(id);
      await chrome.developerPrivate.deleteExtensionErrors({ extensionId: id });
      return [...runtimeErrors, ...manifestErrors]
        .filter(({ message }) => !message.includes("No tab with id")) // closed under our feet: nobody's fault
        .map(({ source, message, stackTrace = [] }) =>
          [
            `${source}: ${message}`,
            ...stackTrace.map((at) => `${at.functionName}@${at.url}:${at.lineNumber}:${at.columnNumber}`),
          ].join("\n"),
        );
    }, null);
  }

  override async close(): Promise<void> {
    await super.close();
    process.off("exit", this.removeProfile);
    this.removeProfile();
  }

  private readonly removeProfile = (): void => {
    if (this.profile !== "") rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** Chromium's events can be fired from inside the extension: the handler is real, the key press or menu is not. */
interface Dispatcher {
  dispatch(...args: unknown[]): void;
}

const describe = ({ exception, text }: Protocol.Runtime.ExceptionDetails): string =>
  exception?.description ?? text;
