import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { binary } from "./binary.ts";
import type { Root } from "./card.ts";
import { Driver, type Media, type Popup } from "./driver.ts";
import { openFirefoxPopup } from "./firefox-popup.ts";
import type { Target } from "./frames.ts";
import { bidi, contextOf } from "./internals.ts";
import { type Privileged, privileged, type Untyped } from "./privileged.ts";
import { HOSTS } from "./serve.ts";
import { snapshot } from "./snapshot.ts";

declare const document: Untyped;
declare const gBrowser: Untyped;
declare const gURLBar: Untyped;
declare const Services: Untyped;
declare const Ci: Untyped;
declare const ChromeUtils: Untyped;
declare const WebExtensionPolicy: Untyped;

/** Fixed, so that pages of the extension have a known address. */
const UUID = "11111111-2222-4333-8444-555555555555";

const PREFS = {
  "services.settings.server": "data:,#remote-settings-dummy/v1", // Firefox's own traffic
  "app.normandy.enabled": false,
  "browser.newtabpage.enabled": false,
  "network.dns.localDomains": HOSTS.join(","),
};

const TOUCH = { "ui.primaryPointerCapabilities": 1, "ui.allPointerCapabilities": 1 };

/** Firefox by WebDriver BiDi; its own window is driven where BiDi has no word for it. */
export class Firefox extends Driver {
  readonly name = "firefox";
  private id = "";
  private own: Privileged | undefined;

  async start(): Promise<void> {
    const { headless = true, prefs = {}, proxy, touch, extension } = this.options;
    const folder = extension === null ? null : snapshot(resolve(extension ?? "dist/firefox"));
    if (folder) this.id = geckoId(folder);
    this.running = await puppeteer.launch({
      browser: "firefox",
      executablePath: binary(this.name),
      headless,
      defaultViewport: null,
      // Without it a release build ignores the preference that keeps Firefox from asking for its own settings.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        ...PREFS,
        ...(touch ? TOUCH : {}),
        "extensions.webextensions.uuids": JSON.stringify({ [this.id]: UUID }),
        ...proxy?.firefoxPrefs,
        ...prefs,
      },
    });
    if (folder) await this.running.installExtension(folder);
    this.own = await privileged(this.running);
  }

  private get firefox(): Privileged {
    if (!this.own) throw new Error("firefox is not running");
    return this.own;
  }

  extensionUrl(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  async goto(page: Page, url: string): Promise<void> {
    await bidi(this.browser, "browsingContext.navigate", { context: contextOf(page), url, wait: "complete" });
  }

  findRoots = async (target: Target, selector: string): Promise<Root[]> => {
    const where = { context: contextOf(target) };
    interface Listed {
      readonly result: {
        readonly value?: readonly {
          readonly value?: { readonly shadowRoot?: { readonly sharedId: string } | null };
        }[];
      };
    }
    const listed = await bidi<Listed>(this.browser, "script.callFunction", {
      functionDeclaration: "(selector) => [...document.querySelectorAll(selector)]",
      arguments: [{ type: "string", value: selector }],
      target: where,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 1, maxObjectDepth: 2 },
    });
    const ids = (listed.result.value ?? []).flatMap(({ value }) => value?.shadowRoot?.sharedId ?? []);
    return ids.map((sharedId) => ({
      evaluate: async (work: unknown, ...args: unknown[]) => {
        const called = await bidi<{
          type: string;
          result: { value: string };
          exceptionDetails: { text: string };
        }>(this.browser, "script.callFunction", {
          functionDeclaration: `async (root, json) => JSON.stringify((await (${work})(root, root.host, ...JSON.parse(json))) ?? null)`,
          arguments: [{ sharedId }, { type: "string", value: JSON.stringify(args) }],
          target: where,
          awaitPromise: true,
        });
        if (called.type === "exception") throw new Error(called.exceptionDetails.text);
        return JSON.parse(called.result.value);
      },
    }));
  };

  protected async openPopup(page: Page): Promise<Popup> {
    await page.bringToFront();
    return openFirefoxPopup(this.firefox, this.id);
  }

  async stopBackground(): Promise<void> {
    await this.firefox.run(async (id: string) => {
      await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
    }, this.id);
  }

  async backgroundRuns(): Promise<boolean> {
    const state = await this.firefox.run(
      (id: string) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      this.id,
    );
    return state === "running";
  }

  async reload(): Promise<void> {
    this.forgetExtensionTab();
    await this.firefox.run(async (id: string) => {
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID(id)).reload();
      for (let tries = 0; tries < 100; tries++) {
        const extension = WebExtensionPolicy.getByID(id)?.extension;
        if (extension && !extension.hasShutdown && extension.backgroundState === "running") return;
        await new Promise((later) => setTimeout(later, 50));
      }
      throw new Error("the extension did not come back");
    }, this.id);
  }

  async uninstall(): Promise<void> {
    this.forgetExtensionTab();
    await this.browser.uninstallExtension(this.id);
  }

  async command(page: Page, name: string): Promise<void> {
    const names = await this.inExtension(async () =>
      (await browser.commands.getAll()).map((command) => command.name),
    );
    await page.bringToFront();
    await this.firefox.run(
      (id: string, index: number) => {
        const keys = document.getElementById(
          `ext-keyset-id-${id.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}`,
        );
        const key = keys?.children[index];
        if (!key) throw new Error("the command has no key");
        key.doCommand();
      },
      this.id,
      names.indexOf(name),
    );
  }

  async contextMenu(page: Page, item: string): Promise<void> {
    await page.bringToFront();
    const selected = await page.evaluate(() => {
      const box = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getBoundingClientRect() : null;
      return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    });
    const { x, y } = selected ?? { x: 60, y: 30 };
    await page.mouse.click(x, y, { button: "right" });
    await this.firefox.run(
      async (id: string, item: string) => {
        const { document } = Services.wm.getMostRecentWindow("navigator:browser");
        const menu = document.getElementById("contentAreaContextMenu");
        for (let tries = 0; tries < 60 && menu.state !== "open"; tries++) {
          await new Promise((later) => setTimeout(later, 50));
        }
        const prefix = id.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
        const ours = [...menu.querySelectorAll(`[id^="${prefix}-menuitem-"]`)];
        const chosen = ours.find((one) => one.id.endsWith(`-_${item}`));
        if (chosen) return menu.activateItem(chosen);
        menu.hidePopup();
        throw new Error(
          `no menu item ${item} among ${ours.map((one) => one.id).join(", ") || "none of ours"}`,
        );
      },
      this.id,
      item,
    );
  }

  async omnibox(text: string): Promise<void> {
    await this.firefox.run(async (text: string) => {
      gURLBar.focus();
      gURLBar.search(`sl ${text}`);
      await new Promise((later) => setTimeout(later, 900)); // suggestions come by and by; Enter before them searches the web
      gURLBar.handleCommand(new KeyboardEvent("keydown", { key: "Enter" }));
    }, text);
  }

  async media(page: Page, media: Media): Promise<void> {
    await page.bringToFront();
    await this.firefox.run((media: Media) => {
      const { browsingContext } = gBrowser.selectedBrowser;
      browsingContext.prefersColorSchemeOverride = media.colorScheme ?? "none";
      browsingContext.prefersReducedMotionOverride = media.reducedMotion === "reduce" ? "reduce" : "none";
      browsingContext.forcedColorsOverride = media.forcedColors ?? "none";
      browsingContext.mediumOverride = media.medium ?? "";
    }, media);
  }

  async hostAccess(granted: boolean): Promise<void> {
    await this.firefox.run(
      async (id: string, granted: boolean) => {
        const path = "resource://gre/modules/ExtensionPermissions.sys.mjs";
        const { ExtensionPermissions } = ChromeUtils.importESModule(path);
        const { extension } = WebExtensionPolicy.getByID(id);
        const { manifest } = extension;
        const scripts = manifest.content_scripts.flatMap((script: Untyped) => script.matches);
        const origins = [...new Set([...manifest.host_permissions, ...scripts])];
        const sites = { permissions: [], origins, data_collection: [] };
        await ExtensionPermissions[granted ? "add" : "remove"](id, sites, extension);
      },
      this.id,
      granted,
    );
  }

  async allowPrivate(): Promise<void> {
    await this.firefox.run(async (id: string) => {
      const path = "resource://gre/modules/ExtensionPermissions.sys.mjs";
      const { ExtensionPermissions } = ChromeUtils.importESModule(path);
      const asked = { permissions: ["internal:privateBrowsingAllowed"], origins: [], data_collection: [] };
      await ExtensionPermissions.add(id, asked, WebExtensionPolicy.getByID(id).extension);
    }, this.id);
    await this.reload();
  }

  async extensionErrors(): Promise<string[]> {
    return this.firefox.run((base: string) => {
      const all: Untyped[] = Services.console.getMessageArray();
      Services.console.reset();
      return (
        all
          .filter((message) => message instanceof Ci.nsIScriptError) // asking is what gives it its fields
          .filter(({ sourceName = "", errorMessage = "" }) => `${sourceName} ${errorMessage}`.includes(base))
          // A tab was closed while it waited for an answer, or while its script ran: nobody's fault.
          .filter(({ errorMessage }) => !/after context unloaded|terminated by timeout/.test(errorMessage))
          .map(({ sourceName, errorMessage }) => `${sourceName}: ${errorMessage}`)
      );
    }, this.extensionUrl(""));
  }
}

function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  return manifest.browser_specific_settings.gecko.id;
}
