import type { Silence } from "../messages/contract.ts";
import type { Api } from "./deps.ts";

/** Where no extension may run, whatever the reader grants. Chromium and Edge keep their shops, Firefox its own sites. */
const SHOPS = [
  /^https:\/\/chromewebstore\.google\.com(\/|$)/,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
];
/** Firefox's preference `extensions.webextensions.restrictedDomains`. */
const MOZILLA =
  /^https:\/\/(addons|discovery|support|addons\.cdn|content\.cdn|accounts-static\.cdn)\.mozilla\.(org|net)(\/|$)|^https:\/\/((api|oauth|profile)\.)?accounts\.firefox\.com(\/|$)|^https:\/\/sync\.services\.mozilla\.com(\/|$)/;

/** What the address alone tells; `null`: nothing against it. */
export function silenceOf(url: string | undefined, isFirefox: boolean): Silence | null {
  if (!url) return null;
  if (/^view-source:/i.test(url)) return "view-source";
  if (/^(about:reader|chrome-distiller:|read:)/i.test(url)) return "reader-view";
  if (SHOPS.some((shop) => shop.test(url))) return isFirefox ? null : "store";
  if (isFirefox && MOZILLA.test(url)) return "store";
  if (/^(https?|file|blob):/i.test(url)) return null;
  return "browser-page";
}

/** What answered when a tab was asked. */
export interface Probe {
  readonly url: string | undefined;
  readonly isFirefox: boolean;
  /** Our script in the page answered. */
  readonly answers: boolean;
  /** Document type and readiness as a script put there sees them; `null`: the browser let no script in. */
  readonly document: { readonly type: string; readonly isLoading: boolean } | null;
  readonly mayRun: boolean;
  readonly mayReadFiles: boolean;
}

/** Why a tab stays without marks; `null`: it does not, or will not once it has loaded. */
export function reason({ url, isFirefox, answers, document, mayRun, mayReadFiles }: Probe): Silence | null {
  const known = silenceOf(url, isFirefox);
  if (known) return known;
  // Chromium runs our script in the page around its viewer, where it finds nothing.
  if (document?.type === "application/pdf") return "pdf";
  // A press on the button lets our script into the page for once, where it has no leave to mark anything.
  if (answers && mayRun) return null;
  if (url?.startsWith("file:") && !mayReadFiles) return "file-access";
  if (!mayRun) return isFile(url, "pdf") && !isFirefox ? "pdf" : "no-permission";
  if (document) return document.isLoading ? null : "orphaned";
  // Firefox tells where a file is, also one that may not be read.
  if (url === undefined) return mayReadFiles || isFirefox ? "browser-page" : "hidden";
  if (isFile(url, "pdf")) return "pdf";
  return isFirefox ? "quarantined" : "unknown";
}

function isFile(url: string | undefined, ending: string): boolean {
  return url !== undefined && new RegExp(`^[^?#]*\\.${ending}([?#]|$)`, "i").test(url);
}

/** Some of the browser's pages leave a question open for ever instead of refusing it, ms. */
const PATIENCE = 600;
const LATE = Symbol("late");

/**
 * Ask the browser and the page. Costs some ms, and more only where the page does not answer.
 *
 * @param count mentions in the page; rejects where no script of ours is
 * @returns "busy": an ordinary page that is at work and will answer later
 */
export async function probe(
  api: Api,
  tab: { readonly id: number; readonly url: string | undefined; readonly isFirefox: boolean },
  count: () => Promise<number>,
): Promise<Silence | "busy" | null> {
  const { id, url, isFirefox } = tab;
  const known = silenceOf(url, isFirefox);
  if (known) return known;
  const found = await inTime(count()).catch(() => null);
  if (typeof found === "number" && found > 0) return null;
  const [seen, mayRun, mayReadFiles] = await Promise.all([
    look(api, id),
    mayRunOn(api, url),
    api.extension.isAllowedFileSchemeAccess(),
  ]);
  const document = seen === LATE ? null : seen;
  // Where nobody listens, or no script may run, the browser refuses at once.
  const isOpen =
    found === LATE && (document !== null || (seen === LATE && /^(https?|file):/i.test(url ?? "")));
  const silence = reason({ url, isFirefox, answers: isOpen || found === 0, document, mayRun, mayReadFiles });
  return silence ?? (isOpen ? "busy" : null);
}

/** `LATE` when it takes too long. */
export async function inTime<T>(work: Promise<T>): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function look(api: Api, tabId: number): Promise<Probe["document"] | typeof LATE> {
  try {
    const script = api.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      func: () => ({ type: document.contentType, isLoading: document.readyState === "loading" }),
    });
    const done = await inTime(script);
    return done === LATE ? LATE : ((done[0]?.result as Probe["document"] | undefined) ?? null);
  } catch {
    return null; // refused: that is the answer
  }
}

/** The pattern of hosts that a grant for this page would name. */
export function originOf(url: string | undefined): string | null {
  const match = url?.match(/^(https?):\/\/(\[[^\]]+\]|[^/?#:[]+)/i);
  return match ? `${match[1]}://${match[2]}/*` : null;
}

const EVERYWHERE = ["http://*/*", "https://*/*"];

export async function mayRunOn(api: Pick<Api, "permissions">, url: string | undefined): Promise<boolean> {
  if (url?.startsWith("file:")) return true;
  const origin = originOf(url);
  // Browsers hide the address of a page we have no access to. With access to all sites, what is hidden is
  // none of them.
  return api.permissions.contains({ origins: origin === null ? EVERYWHERE : [origin] });
}

export function isFirefox(api: Pick<Api, "runtime">): boolean {
  return api.runtime.getURL("").startsWith("moz-extension:");
}
