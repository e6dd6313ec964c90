import { readFileSync } from "node:fs";
import { ROOT } from "./root.mjs";

const ALLOWED = new Set(
  [
    "0BSD",
    "Apache-2.0",
    "BSD", // two old packages that only the tools use name no number
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Python-2.0",
    "Unlicense",
    "Zlib",
  ].map((name) => name.toLowerCase()),
);

/** Of "A OR B" one has to be allowed, of "A AND B" both. */
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((part) => ALLOWED.has(part.toLowerCase())));

/** @returns one line for every package of the lockfile whose licence nobody has looked at */
export function checkLicences() {
  const { "": _project, ...packages } = JSON.parse(
    readFileSync(`${ROOT}/package-lock.json`, "utf8"),
  ).packages;
  const lines = Object.entries(packages)
    .filter(([, { license }]) => typeof license !== "string" || !isAllowed(license))
    .map(([path, { license }]) => `${path}: ${license ?? "no licence given"}`);
  return { ok: lines.length === 0, lines };
}
