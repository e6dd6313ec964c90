import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { binary } from "./binary.ts";
import type { Root } from "./card.ts";
import { Driver, type Media, type Popup } from "./driver.ts";
import { enterInBar, itemInMenu, suggestionsOf } from "./firefox-bars.ts";
import { openFirefoxPopup } from "./firefox-popup.ts";
import type { Target } from "./frames.ts";
import { bidi, contextOf } from "./internals.ts";
import { type Privileged, privileged, type Untyped } from "./privileged.ts";
import { HOSTS } from "./serve.ts";
import { snapshot } from "./snapshot.ts";

declare const document: Untyped;
declare const gBrowser: Untyped;
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
    await itemInMenu(this.firefox, this.id, page, item, true);
  }

  async menuTitle(page: Page, item: string): Promise<string> {
    await page.bringToFront();
    return itemInMenu(this.firefox, this.id, page, item, false);
  }

  async omnibox(text: string): Promise<void> {
    await enterInBar(this.firefox, text);
  }

  async suggestions(text: string): Promise<string[]> {
    return suggestionsOf(this.firefox, text);
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
    await this.allow("internal:privateBrowsingAllowed", true);
  }

  async allowFiles(allowed: boolean): Promise<void> {
    await this.allow("internal:fileSchemeAllowed", allowed);
  }

  /** What about:addons calls by switches of its own. */
  private async allow(permission: string, allowed: boolean): Promise<void> {
    await this.firefox.run(
      async (id: string, permission: string, allowed: boolean) => {
        const path = "resource://gre/modules/ExtensionPermissions.sys.mjs";
        const { ExtensionPermissions } = ChromeUtils.importESModule(path);
        const asked = { permissions: [permission], origins: [], data_collection: [] };
        const { extension } = WebExtensionPolicy.getByID(id);
        await ExtensionPermissions[allowed ? "add" : "remove"](id, asked, extension);
      },
      this.id,
      permission,
      allowed,
    );
    await this.reload();
  }

  async icon(page: Page): Promise<string> {
    await page.bringToFront();
    return this.firefox.run((id: string) => {
      const { ExtensionParent } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionParent.sys.mjs",
      );
      const { browserActionFor } = ExtensionParent.apiManager.global;
      const { action } = browserActionFor(WebExtensionPolicy.getByID(id).extension);
      return JSON.stringify(action.getContextData(gBrowser.selectedTab).icon);
    }, this.id);
  }

  async extensionErrors(): Promise<string[]> {
    return this.firefox.run((base: string) => {
      const all: Untyped[] = Services.console.getMessageArray();
      Services.console.reset();
      return (
        all
          .filter((message) => message instanceof Ci.nsIScriptError) // asking is what gives it its fields
          .filter(({ sourceName = "", errorMessage = "" }) => `${sourceName} ${errorMessage}`.includes(base))
          // A page was left or closed while it waited for an answer, or while its script ran: nobody's fault.
          .filter(
            ({ errorMessage }) =>
              !/after context unloaded|while context is inactive|terminated by timeout/.test(errorMessage),
          )
          .map(({ sourceName, lineNumber, columnNumber, errorMessage, stack }) =>
            // What a script of the browser rejects has no place of its own, but who called it stands in the stack.
            [`${sourceName}:${lineNumber}:${columnNumber}: ${errorMessage}`, stack && String(stack).trim()]
              .filter(Boolean)
              .join("\n"),
          )
      );
    }, this.extensionUrl(""));
  }
}

function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  return manifest.browser_specific_settings.gecko.id;
}
