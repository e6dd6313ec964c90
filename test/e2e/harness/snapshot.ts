import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A copy of an unpacked extension: browsers read its files when they need them, and a build may come in
 * between. Gone when the process ends.
 */
export function snapshot(folder: string): string {
  const home = mkdtempSync(join(tmpdir(), "sidelight-extension-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  const copy = join(home, "extension");
  cpSync(folder, copy, { recursive: true });
  return copy;
}
