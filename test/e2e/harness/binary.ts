import { findBrowser } from "../../../scripts/browsers.mjs";

/** Path of the browser. @throws naming what is missing: a test without its browser fails, it is never skipped */
export function binary(name: "chromium" | "firefox"): string {
  const found = findBrowser(name);
  if ("missing" in found) throw new Error(found.missing);
  return found.path;
}
