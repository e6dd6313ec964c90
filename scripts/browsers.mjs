import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { MINIMUM } from "./minimum.mjs";

const OLDEST = { chromium: MINIMUM.chrome, firefox: MINIMUM.firefox };

/** Environment variables that name a browser. */
export const VARIABLE = { chromium: "CHROMIUM_BIN", firefox: "FIREFOX_BIN" };

/** Names on the PATH, best first. */
const COMMANDS = {
  chromium: ["chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable", "google-chrome"],
  firefox: ["firefox", "firefox-esr", "firefox-devedition"],
};

const MAC = {
  chromium: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  firefox: [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox",
  ],
};

const WINDOWS = {
  chromium: ["Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"],
  firefox: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
};

const CHROME_FOR_TESTING = {
  linux: ["chrome-linux64/chrome"],
  darwin: [
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ],
  win32: ["chrome-win64/chrome.exe"],
};

/** Where `npx @puppeteer/browsers install` and puppeteer keep Chrome for Testing, newest first. */
function chromesForTesting() {
  const cache = join(process.env["PUPPETEER_CACHE_DIR"] ?? join(homedir(), ".cache", "puppeteer"), "chrome");
  if (!existsSync(cache)) return [];
  const newestFirst = readdirSync(cache).sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return newestFirst.flatMap((folder) =>
    (CHROME_FOR_TESTING[process.platform] ?? []).map((inside) => join(cache, folder, inside)),
  );
}

function candidates(name, asked) {
  if (asked) return [asked];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  const cached = name === "chromium" ? chromesForTesting() : [];
  if (process.platform === "darwin") return [...onPath, ...cached, ...MAC[name]];
  if (process.platform !== "win32") return [...onPath, ...cached];
  const roots = [
    process.env["ProgramFiles"],
    process.env["ProgramFiles(x86)"],
    process.env["LOCALAPPDATA"],
  ].filter((root) => root !== undefined);
  return [...cached, ...WINDOWS[name].flatMap((inside) => roots.map((root) => join(root, inside)))];
}

/** First number of the version, or NaN where the program does not start. Windows browsers print none: taken on trust. */
function majorVersion(path) {
  if (process.platform === "win32") return Number.POSITIVE_INFINITY;
  try {
    const said = execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/(\d+)\.\d/.exec(said)?.[1]);
  } catch {
    // A launcher without its browser (Ubuntu's transitional packages): as good as absent.
    return Number.NaN;
  }
}

/**
 * The browser to use, or why there is none.
 *
 * @param {"chromium" | "firefox"} name
 * @returns {{ path: string } | { missing: string }}
 */
export function findBrowser(name) {
  const asked = process.env[VARIABLE[name]];
  if (asked && !existsSync(asked)) return { missing: `${VARIABLE[name]} names ${asked}, which is not there` };
  const tooOld = [];
  for (const path of candidates(name, asked).filter(existsSync)) {
    const major = majorVersion(path);
    if (major >= OLDEST[name]) return { path };
    tooOld.push(Number.isNaN(major) ? `${path} does not start` : `${path} is version ${major}`);
  }
  const reason = tooOld.length > 0 ? ` (${tooOld.join("; ")})` : "";
  return {
    missing: `no ${name} of version ${OLDEST[name]} or newer${reason}; ${VARIABLE[name]} can name one`,
  };
}
