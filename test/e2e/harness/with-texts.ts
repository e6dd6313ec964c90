import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./driver.ts";

/** JSON as it may stand within any string literal of script. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\\'"`$]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);

/**
 * A copy of the built extension in whose pack some texts say something else. Gone when the process ends.
 *
 * @param texts from → to; whole texts of the bundled pack
 * @throws where the build does not hold a text
 */
export function withTexts(name: BrowserName, texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "sidelight-texts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(`dist/${name}`, folder, { recursive: true });
  const background = join(folder, "background.js");
  let script = readFileSync(background, "utf8");
  for (const [from, to] of Object.entries(texts)) {
    const [before, after, ...more] = script.split(JSON.stringify(from));
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`the build does not hold this text once: ${from}`);
    script = before + quoted(to) + after;
  }
  writeFileSync(background, script);
  return folder;
}
