import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of an unpacked extension: browsers read its files when they need them, and a build may come in between. */
export function snapshot(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), "sidelight-extension-")), "extension");
  cpSync(folder, copy, { recursive: true });
  return copy;
}
