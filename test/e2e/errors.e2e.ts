import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BrowserName } from "./harness/driver.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";

const PLANTED = `
setTimeout(function planted() { throw new Error("planted"); }, 0);
(async function rejected() { throw new Error("forgotten"); })();
`;

/** Sidelight with two mistakes at the end of its content script. */
function withMistakes(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "sidelight-mistakes-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(`dist/${name}`, folder, { recursive: true });
  const script = join(folder, "content.js");
  writeFileSync(script, readFileSync(script, "utf8") + PLANTED);
  return folder;
}

inBothBrowsers(
  "What goes wrong in the extension",
  (use) => {
    test("is found by the tests, with the place it happened at", async () => {
      const { browser, pages } = use();
      const seen: string[] = [];
      await browser.page(pages.url("demo.html"));
      await poll("both errors", async () => {
        seen.push(...(await browser.extensionErrors()));
        return ["planted", "forgotten"].every((what) => seen.some((text) => text.includes(what)));
      });
      for (const what of ["planted", "forgotten"])
        expect(seen.find((text) => text.includes(`Error: ${what}`))).toMatch(/content\.js:\d+:\d+/);
      // Firefox knows no stack of a promise that nobody waited for.
      expect(seen.join("\n")).toMatch(/planted@.*content\.js:\d+:\d+/);
    });
  },
  (name) => ({ extension: withMistakes(name) }),
);
