import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundledEntry } from "./harness/bundled.ts";
import { Chromium } from "./harness/chromium.ts";
import { poll } from "./harness/poll.ts";
import { hasScreen, onScreen } from "./harness/screen.ts";
import { servePages } from "./harness/serve.ts";

interface Manifest {
  readonly commands: Readonly<Record<string, { readonly suggested_key?: { readonly default: string } }>>;
}

test("no two commands suggest the same keys", () => {
  const { commands } = JSON.parse(readFileSync("manifest.json", "utf8")) as Manifest;
  const keys = Object.values(commands).flatMap(({ suggested_key }) => suggested_key?.default ?? []);
  expect(keys.length).toBeGreaterThan(2);
  expect(new Set(keys).size).toBe(keys.length);
});

/*
 * Real keys, from the X server through the browser's own window to its shortcuts: what no debugger can show.
 * Without Xvfb and xdotool there is nothing to press them with, and no such test.
 */
const canPress = hasScreen() && spawnSync("which", ["xdotool"]).status === 0;
const xdotool = (...args: string[]) => execFileSync("xdotool", args, { encoding: "utf8" }).trim();

async function pressRealKeys(): Promise<void> {
  const pages = await servePages();
  const driver = new Chromium({ headless: false, viewport: null });
  try {
    await driver.start();
    const page = await driver.page(pages.url("demo.html"));
    await page.bringToFront();
    await driver.waitMention(page, "sovereign AI");
    // Without a window manager nobody gives the window the focus; a click does.
    const [window = ""] = xdotool("search", "--onlyvisible", "--name", "Harbour Record").split("\n");
    xdotool("windowfocus", "--sync", window);
    xdotool("mousemove", "60", "500", "click", "1");

    xdotool("key", "alt+shift+d");
    await driver.waitCard(page, bundledEntry("sovereign-ai").line);
    xdotool("key", "Escape");
    await driver.waitNoCard(page);

    xdotool("key", "alt+shift+s");
    const address = driver.extensionUrl("popup.html");
    const tab = await poll("the popup", () => driver.browser.targets().find((one) => one.url() === address));
    const popup = await tab.asPage();
    const text = () => popup.evaluate(() => document.body.innerText);
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.getAttribute("role")))
      .toBe("combobox");
    xdotool("type", "qwen");
    await expect.poll(text).toContain(bundledEntry("qwen").line);
    xdotool("key", "Return");
    await expect.poll(text).toContain(bundledEntry("qwen").summary.slice(0, 40));
  } finally {
    await driver.close();
    pages.close();
  }
}

if (canPress)
  test("the keys of the toolbar and of the mentions work in a real window", () =>
    onScreen(97, pressRealKeys));
