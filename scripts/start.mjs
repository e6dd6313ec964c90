#!/usr/bin/env node
/**
 * Builds Sidelight and opens the demo article in a real browser with it. With no display: hovers three terms
 * and opens the popup in a headless browser, and leaves pictures in demo/.
 *
 *   npm start
 *   npm start -- --browser firefox
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "./browsers.mjs";
import { ROOT } from "./root.mjs";
import { installBrowsers, installDependencies } from "./setup.mjs";

const { values } = parseArgs({
  options: { browser: { type: "string" }, headless: { type: "boolean", default: false } },
});

/** The browser asked for, or whichever is there. */
async function chooseBrowser() {
  const { browser } = values;
  if (browser !== undefined && browser !== "chromium" && browser !== "firefox") {
    throw new Error(`--browser takes chromium or firefox, not ${browser}`);
  }
  const name = browser ?? ["chromium", "firefox"].find((one) => "path" in findBrowser(one)) ?? "chromium";
  await installBrowsers([name]);
  return name;
}

const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);

function save(name, picture) {
  const folder = join(ROOT, "demo");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, picture);
  console.log(relative(ROOT, file));
}

/** What a reader would do, in pictures. */
async function photograph(driver, address) {
  const page = await driver.page(address);
  await driver.waitMention(page);
  save("article.png", await page.screenshot());
  for (const term of ["sovereign AI", "Stargate UAE", "Qwen"]) {
    await driver.hover(page, term);
    await driver.waitCard(page, term);
    save(`card-${term.toLowerCase().replaceAll(" ", "-")}.png`, await page.screenshot());
    await page.keyboard.press("Escape");
    await driver.waitNoCard(page);
  }
  const popup = await driver.popup(page);
  await popup.type("[role=combobox], [role=searchbox], input[type=search]", "qwen");
  await poll("results in the popup", () =>
    popup.evaluate(() => document.querySelector("[role=option]") !== null),
  );
  save("popup.png", await popup.screenshot());
  await popup.close();
}

installDependencies();
const { status } = spawnSync(process.execPath, ["build.mjs"], { cwd: ROOT, stdio: "inherit" });
if (status !== 0) process.exit(1);

const name = await chooseBrowser();
const { loadHarness } = await import("./harness.mjs");
const { createDriver, poll, servePages } = await loadHarness();
const pages = await servePages();
const headless = values.headless || !hasDisplay();
const driver = createDriver(name, {
  headless,
  extension: join(ROOT, "dist", name),
  ...(headless ? { viewport: { width: 1200, height: 800 } } : { viewport: null }),
});
await driver.start();
const address = pages.url("demo.html");
try {
  if (headless) {
    console.log(`No display: pictures from a headless ${name} instead.`);
    await photograph(driver, address);
  } else {
    await driver.page(address);
    console.log(
      `${name} shows ${address}. Rest the pointer on a marked term. Closing the browser ends this.`,
    );
    await new Promise((closed) => driver.browser.once("disconnected", closed));
  }
} finally {
  await driver.close();
  pages.close();
}
