import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ROOT } from "./root.mjs";

/** Most bytes of what every page, or every hovered page, has to load: `early.js` as it is, the others gzipped. */
const LIMITS = [
  { file: "early.js", most: 1023, gzip: false },
  { file: "content.js", most: 30 * 1024, gzip: true },
  { file: "card.js", most: 24 * 1024, gzip: true },
  { file: "card-more.js", most: 12 * 1024, gzip: true },
];

/** @returns one line per file; those over their limit say so */
export function checkSizes() {
  const rows = ["chromium", "firefox"].flatMap((browser) =>
    LIMITS.map(({ file, most, gzip }) => {
      const bytes = readFileSync(`${ROOT}/dist/${browser}/${file}`);
      const size = gzip ? gzipSync(bytes, { level: 9 }).length : bytes.length;
      const over = size > most;
      const unit = gzip ? "bytes gzipped" : "bytes";
      return { over, line: `${browser}/${file} ${size} of ${most} ${unit}${over ? ": TOO BIG" : ""}` };
    }),
  );
  return { ok: rows.every(({ over }) => !over), lines: rows.map(({ line }) => line) };
}
