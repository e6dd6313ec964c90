import { expect, test } from "vitest";
import { fakeExtension } from "../../test/fakes/extension.ts";
import { originOf, type Probe, probe, reason, silenceOf } from "./silence.ts";

test.each([
  ["https://chromewebstore.google.com/detail/x", false, "store"],
  ["https://chrome.google.com/webstore/detail/x", false, "store"],
  ["https://microsoftedge.microsoft.com/addons/detail/x", false, "store"],
  ["https://addons.mozilla.org/en/firefox/", true, "store"],
  ["https://accounts.firefox.com/", true, "store"],
  ["https://addons.mozilla.org/en/firefox/", false, null],
  ["https://chromewebstore.google.com/detail/x", true, null],
  ["https://www.mozilla.org/", true, null],
  ["https://notaddons.mozilla.org.example/", true, null],
  ["chrome://extensions/", false, "browser-page"],
  ["about:config", true, "browser-page"],
  ["chrome-extension://abc/popup.html", false, "browser-page"],
  ["view-source:https://example.com/", false, "view-source"],
  ["about:reader?url=https%3A%2F%2Fexample.com", true, "reader-view"],
  ["https://example.com/", false, null],
  ["file:///a.html", false, null],
  [undefined, false, null],
] as const)("%s tells (Firefox: %s) %s", (url, isFirefox, silence) => {
  expect(silenceOf(url, isFirefox)).toBe(silence);
});

const asked = (more: Partial<Probe>): Probe => ({
  url: "https://example.com/",
  isFirefox: false,
  answers: false,
  document: null,
  mayRun: true,
  mayReadFiles: false,
  ...more,
});
const html = { type: "text/html", isLoading: false };

test.each([
  ["a page that answers is not silent", asked({ answers: true, document: html }), null],
  ["a page still loading will answer", asked({ document: { ...html, isLoading: true } }), null],
  ["a page without our script after an update", asked({ document: html }), "orphaned"],
  ["a PDF that a script can see", asked({ document: { type: "application/pdf", isLoading: false } }), "pdf"],
  ["a PDF that no script can see", asked({ url: "https://example.com/a.PDF?x=1", isFirefox: true }), "pdf"],
  [
    "a page let in by a press alone",
    asked({ answers: true, document: html, mayRun: false }),
    "no-permission",
  ],
  ["a host that was not granted", asked({ mayRun: false }), "no-permission"],
  [
    "a page whose address is hidden, hosts not granted",
    asked({ url: undefined, mayRun: false }),
    "no-permission",
  ],
  [
    "a page whose address is hidden, all hosts and files granted",
    asked({ url: undefined, mayReadFiles: true }),
    "browser-page",
  ],
  ["a page whose address is hidden, files not granted", asked({ url: undefined }), "hidden"],
  ["the same in Firefox", asked({ url: undefined, isFirefox: true }), "browser-page"],
  ["a file without access to files", asked({ url: "file:///a.html" }), "file-access"],
  ["a domain that Firefox protects", asked({ isFirefox: true }), "quarantined"],
  ["a domain that a policy protects", asked({}), "unknown"],
] as const)("%s", (_, probed, silence) => {
  expect(reason(probed)).toBe(silence);
});

test("the browser is asked only where the page does not answer", async () => {
  const { deps, granted } = fakeExtension();
  granted.hosts = false;
  const tab = { id: 1, url: "https://example.com/", isFirefox: false };
  const silent = () => Promise.reject(new Error("nobody there"));
  expect(await probe(deps.api, tab, async () => 3)).toBeNull();
  expect(await probe(deps.api, tab, silent)).toBe("no-permission");
  granted.hosts = true;
  granted.document = html;
  expect(await probe(deps.api, tab, silent)).toBe("orphaned");
  expect(await probe(deps.api, tab, async () => 0)).toBeNull();
});

test("a page that never answers is not waited for", async () => {
  const { deps } = fakeExtension();
  const tab = { id: 1, url: undefined, isFirefox: false };
  expect(await probe(deps.api, tab, () => new Promise(() => undefined))).toBe("hidden");
});

test("a page at work is busy, whether it lets a script in meanwhile or not; one that refuses scripts is not", async () => {
  const { deps, granted } = fakeExtension();
  const tab = { id: 1, url: "https://example.com/", isFirefox: true };
  const never = () => new Promise<never>(() => undefined);
  const asleep = { ...deps.api, scripting: { ...deps.api.scripting, executeScript: never } };
  expect(await probe(asleep, tab, never)).toBe("busy");
  expect(await probe(deps.api, tab, never)).toBe("quarantined");
  granted.document = html;
  expect(await probe(deps.api, tab, never)).toBe("busy");
  granted.document = { type: "application/pdf", isLoading: false };
  expect(await probe(deps.api, tab, never)).toBe("pdf");
});

test("the page around Chromium's PDF viewer answers, and is still a PDF", async () => {
  const { deps, granted } = fakeExtension();
  granted.document = { type: "application/pdf", isLoading: false };
  const tab = { id: 1, url: "https://example.com/paper", isFirefox: false };
  expect(await probe(deps.api, tab, async () => 0)).toBe("pdf");
});

test.each([
  ["https://example.com:8443/a?b", "https://example.com/*"],
  ["http://[::1]:80/", "http://[::1]/*"],
  ["about:blank", null],
  [undefined, null],
])("the origin of %s is %s", (url, origin) => {
  expect(originOf(url)).toBe(origin);
});
