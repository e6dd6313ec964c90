#!/usr/bin/env node
/**
 * Draws the card, the popup and the settings page in all their states, in both browsers, to `docs/gallery/`.
 *
 *   npm run gallery [-- --browser firefox] [-- --only NAME] [-- --all FOLDER]
 *
 * There stands every scene as Chromium draws it, in light, and some as Firefox does; `--all` writes all of both
 * browsers, popup and settings in dark as well, to another folder.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { loadPack } from "./load-pack.mjs";
import { ROOT } from "./root.mjs";

const { values } = parseArgs({
  options: {
    browser: { type: "string" },
    only: { type: "string" },
    all: { type: "string" },
  },
});
const BIN = {
  firefox: process.env["FIREFOX_BIN"] ?? "/usr/bin/firefox-esr",
  chromium: process.env["CHROMIUM_BIN"] ?? "/usr/bin/chromium",
};
const folder = values.all ?? join(ROOT, "docs/gallery");

/** Loads TypeScript of this project into this script. */
async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "src", entry)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
    external: ["webextension-polyfill"],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "test/gallery", entry)],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".css": "text" },
  });
  return outputFiles[0].text;
}

const { SCENES } = await load("../test/gallery/scenes.ts");
const { createEntries } = await load("background/entries.ts");
const entries = createEntries(await loadPack(ROOT, load));
const { VIEWS } = await load("../test/gallery/views.ts");
const script = await bundle("main.tsx");
const viewScript = await bundle("view-main.tsx");
const html = await readFile(join(ROOT, "test/gallery/page.html"), "utf8");
const arabic = JSON.parse(
  await readFile(join(ROOT, "src/_locales/ar/messages.json"), "utf8").catch(() => "null"),
);

await mkdir(folder, { recursive: true });
for (const name of values.browser ? [values.browser] : ["chromium", "firefox"]) {
  const chosen = SCENES.filter((scene) =>
    values.only ? scene.name === values.only : values.all || scene.both || name === "chromium",
  );
  // Firefox takes forced colours as a setting of the whole browser.
  for (const forced of [false, true]) {
    const scenes = chosen.filter((scene) => Boolean(scene.forced) === forced);
    if (scenes.length > 0) await drawAll(name === "firefox", scenes, forced);
  }
  const views = VIEWS.filter((view) =>
    values.only ? view.name === values.only : values.all || name === "chromium",
  );
  if (views.length > 0) await drawViews(name === "firefox", views);
}

function launch(isFirefox, prefs = {}) {
  const asRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    browser: isFirefox ? "firefox" : "chrome",
    executablePath: isFirefox ? BIN.firefox : BIN.chromium,
    args: isFirefox || !asRoot ? [] : ["--no-sandbox"],
    extraPrefsFirefox: prefs,
  });
}

/** Popup and settings page, in light and, by `--all`, in dark. */
async function drawViews(isFirefox, views) {
  for (const scheme of values.all ? ["light", "dark"] : ["light"]) {
    const browser = await launch(isFirefox, {
      "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
    });
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    if (!isFirefox) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setContent('<!doctype html><meta name="color-scheme" content="light dark"><body></body>');
    await page.addScriptTag({ content: viewScript });
    for (const view of views) {
      const width = view.page === "popup" ? 380 : 800;
      await page.setViewport({ width, height: 600 });
      await page.evaluate((...all) => globalThis.showView(...all), view, arabic ?? {});
      await pause(100);
      const name = `${view.page}-${view.name}${scheme === "dark" ? "-dark" : ""}${isFirefox ? "-firefox" : ""}.png`;
      // As high as its content: what a browser calls the whole page is shifted where it reads from the right.
      const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      await page.setViewport({ width, height });
      await pause(100);
      const png = await page.screenshot({ type: "png" });
      await writeFile(join(folder, name), png);
      console.log(`${name} ${Math.round(png.length / 1024)} KB`);
    }
    await browser.close();
  }
}

async function drawAll(isFirefox, scenes, forced) {
  const browser = await launch(isFirefox, forced ? { "browser.display.document_color_use": 2 } : {});
  try {
    for (const scene of scenes) await draw(scene, browser, isFirefox);
  } finally {
    await browser.close();
  }
}

async function draw(scene, browser, isFirefox) {
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && console.error(scene.name, message.text()));
  page.on("pageerror", (error) => console.error(scene.name, String(error)));
  const { width = 470, height = scene.full ? 900 : 660, zoom = 1 } = scene;
  const view = {
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
    deviceScaleFactor: zoom,
    ...(scene.way === "touch" && !isFirefox ? { hasTouch: true, isMobile: true } : {}),
  };
  await page.setViewport(view);
  if (scene.forced && !isFirefox) {
    await page.createCDPSession().then((session) =>
      session.send("Emulation.setEmulatedMedia", {
        features: [{ name: "forced-colors", value: "active" }],
      }),
    );
  }
  await page.setContent(html);
  await page.addScriptTag({ content: script });
  const ids = [scene.entry, "stargate-uae", ...(scene.others ?? [])];
  const real = Object.fromEntries(ids.flatMap((id) => (entries.get(id) ? [[id, entries.get(id)]] : [])));
  await page.evaluate((...all) => globalThis.show(...all), scene, real, arabic);
  await pause(scene.state === "failed" ? 700 : 250);
  const root = await cardRoot(page);
  for (const text of scene.press ?? []) await press(root, text);
  if (scene.pin) await press(root, "Pin");
  if (scene.tables)
    await root.evaluate((r) => {
      for (const each of r.querySelectorAll("details")) each.open = true;
    });
  if (scene.scroll) await root.evaluate((r, by) => r.querySelector(".body")?.scrollBy(0, by), scene.scroll);
  if (scene.full) {
    // A sheet grows upwards from the lower edge.
    const needed = await root.evaluate((r) => {
      const { top, bottom } = r.querySelector(".panel").getBoundingClientRect();
      return Math.max(bottom + 24, bottom - Math.min(top, 0) + 80);
    });
    await page.setViewport({ ...view, height: Math.ceil(needed) });
  }
  await pause(200);
  const suffix = isFirefox ? "-firefox" : "";
  const png = await page.screenshot({ type: "png", optimizeForSpeed: false });
  await writeFile(join(folder, `${scene.name}${suffix}.png`), png);
  console.log(`${scene.name}${suffix}.png ${Math.round(png.length / 1024)} KB`);
  await page.close();
}

/** The gallery opens the card's root on purpose: it runs in the page's own world. */
async function cardRoot(page) {
  return page.evaluateHandle(() => globalThis.galleryRoot);
}

async function press(root, text) {
  const done = await root.evaluate((r, wanted) => {
    const named = (e) => e.textContent.trim() === wanted || e.getAttribute("aria-label") === wanted;
    const button = [...r.querySelectorAll("button")].find(named);
    button?.click();
    return Boolean(button);
  }, text);
  if (!done) throw new Error(`no button "${text}"`);
  await pause(100);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
