#!/usr/bin/env node
/**
 * icons/*.svg → the PNGs of the toolbar and the stores. Needs Chromium: CHROMIUM_BIN, or the system's.
 *
 *   node scripts/icons.mjs [--preview file.png]
 *
 * The preview shows the small sizes on light and dark toolbars, enlarged: look at it before committing.
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const ICONS = join(dirname(fileURLToPath(import.meta.url)), "../icons");
const SIZES = { sidelight: [16, 32, 48, 128], paused: [16, 32] };
const TOOLBARS = ["#ffffff", "#dee1e6", "#f0f0f4", "#3c3c3c", "#2b2a33", "#1c1b22"];

const preview = process.argv.includes("--preview")
  ? process.argv[process.argv.indexOf("--preview") + 1]
  : null;
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  const dataUrl = (type, data) => `data:${type};base64,${data.toString("base64")}`;
  const small = [];
  for (const [name, sizes] of Object.entries(SIZES)) {
    const svg = dataUrl("image/svg+xml", await readFile(join(ICONS, `${name}.svg`)));
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${svg}">`,
        { waitUntil: "load" },
      );
      const png = Buffer.from(await page.screenshot({ omitBackground: true }));
      await writeFile(join(ICONS, `${name}-${size}.png`), png);
      if (size <= 32) small.push(dataUrl("image/png", png));
    }
  }
  if (preview) {
    await page.setViewport({ width: 900, height: TOOLBARS.length * 150 });
    const row = (colour) =>
      `<div style="background:${colour};padding:10px">${small
        .map(
          (url) =>
            `<img src="${url}" style="margin:8px"><img src="${url}" style="margin:8px;width:112px;image-rendering:pixelated">`,
        )
        .join("")}</div>`;
    await page.setContent(`<style>body{margin:0}</style>${TOOLBARS.map(row).join("")}`, {
      waitUntil: "load",
    });
    await page.screenshot({ path: preview });
  }
} finally {
  await browser.close();
}
