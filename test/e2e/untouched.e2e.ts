import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createDriver } from "./harness/create-driver.ts";
import type { BrowserName, LaunchOptions } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";
import { startProxy } from "./harness/proxy.ts";
import { servePages } from "./harness/serve.ts";

const markup = () => document.documentElement.outerHTML;

/** A second browser, for this test alone. */
async function launch(name: BrowserName, options: LaunchOptions) {
  const browser = createDriver(name, options);
  onTestFinished(() => browser.close());
  await browser.start();
  return browser;
}

/** What browsers ask for by themselves, extension or not. */
const BROWSERS_OWN =
  /\b(clients\d?\.google\.com|accounts\.google\.com|update\.googleapis\.com|content-autofill\.googleapis\.com|firefox\.settings\.services\.mozilla\.com)\b/;

/** Reads as a reader does, in a browser whose every request goes through a proxy; what it asked for. */
async function requestsWhileReading(name: BrowserName, extension: string | undefined): Promise<string[]> {
  const pages = await servePages();
  const proxy = await startProxy(({ hostname, pathname }) =>
    hostname === "news.test" ? pages.url(pathname) : null,
  );
  onTestFinished(() => {
    proxy.close();
    pages.close();
  });
  const browser = await launch(name, { proxy, ...(extension === undefined ? {} : { extension }) });
  const page = await browser.page("http://news.test/demo.html");
  await browser.waitMention(page, "sovereign AI");
  await browser.hover(page, "sovereign AI");
  await browser.waitCard(page);
  const popup = await browser.popup(page);
  await popup.type("[role=combobox], [role=searchbox]", "qwen");
  await expect
    .poll(() => popup.evaluate(() => document.querySelectorAll("[role=option]").length))
    .toBeGreaterThan(0);
  await popup.close();
  const options = await browser.extensionPage("options.html");
  await poll("the settings page", () => options.evaluate(() => document.body.innerText.length > 0));
  return proxy.log.filter((line) => !BROWSERS_OWN.test(line));
}

/** A copy of the built extension that does what ours never may: the proof that the proxy would see it. */
function leakyCopy(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "sidelight-leaky-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(`dist/${name}`, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const { content_security_policy: _policy, ...manifest } = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify(manifest));
  appendFileSync(join(folder, "content.js"), `;fetch("http://news.test/leak-content").catch(() => {});`);
  appendFileSync(join(folder, "background.js"), `;fetch("https://leak.test/background").catch(() => {});`);
  return folder;
}

inBothBrowsers("The page", (use, name) => {
  test("has the same markup with and without Sidelight until a card opens, then one element more", async () => {
    const { browser, pages } = use();
    const address = pages.url("demo.html");
    const without = await launch(name, { extension: null });
    const bare = await (await without.page(address)).evaluate(markup);

    const page = await browser.page(address);
    await browser.waitMention(page, "sovereign AI");
    await page.evaluate(() => document.querySelector("[href='#qwen']")?.scrollIntoView({ block: "center" }));
    await browser.waitMention(page, "Qwen");
    expect(await page.evaluate(markup)).toBe(bare);

    await browser.hover(page, "Qwen");
    await browser.waitCard(page);
    expect(await page.evaluate(markup)).not.toBe(bare);
    const besidesHost = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      const hosts = copy.querySelectorAll("sidelight-card");
      for (const host of hosts) host.remove();
      return { hosts: hosts.length, rest: copy.outerHTML };
    });
    expect(besidesHost).toEqual({ hosts: 1, rest: bare });
  });

  test("copies without a trace of marks", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("bad-input/short.html"));
    await browser.waitMention(page, "Qwen");
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      const inside = document.createElement("div");
      inside.append(getSelection()?.getRangeAt(0).cloneContents() ?? "");
      return { text: getSelection()?.toString().trim(), markup: inside.innerHTML.trim() };
    });
    const text = "One line about Qwen and sovereign AI.";
    expect(copied).toEqual({ text, markup: `<p>${text}</p>` });
  });

  test("and the reader stay alone: no request leaves the browser", async () => {
    const asked = await requestsWhileReading(name, undefined);
    expect(
      asked.filter((line) => !/^GET http:\/\/news\.test\/(demo\.html|favicon\.ico)$/.test(line)),
    ).toEqual([]);
    expect(asked).toContain("GET http://news.test/demo.html");
  }, 90_000);

  test("would not stay alone unseen: a leaky copy shows up in the proxy", async () => {
    const asked = await requestsWhileReading(name, leakyCopy(name));
    expect(asked).toContain("GET http://news.test/leak-content");
    expect(asked).toContain("CONNECT leak.test:443");
  }, 90_000);
});
