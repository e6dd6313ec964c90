import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { findBrowser, VARIABLE } from "./browsers.mjs";
import { ROOT } from "./root.mjs";

/** What each distribution calls the browsers, and the fonts that show Chinese and Arabic names. */
const APT = {
  debian: { chromium: "chromium", firefox: "firefox-esr" },
  ubuntu: { chromium: "chromium-browser", firefox: "firefox" },
};
const FONTS = ["fonts-noto-core", "fonts-noto-cjk"];

const BY_HAND = {
  chromium: "Chromium, Chrome for Testing (npx @puppeteer/browsers install chrome@stable) or Edge",
  firefox: "Firefox (https://www.mozilla.org/firefox/)",
};

function run(command, args, env = {}) {
  console.log(`> ${command} ${args.join(" ")}`);
  const shell = process.platform === "win32"; // npm is a .cmd there
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell,
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** Whether node_modules holds what the lockfile says, by npm's own record of what it installed. */
function dependenciesFresh() {
  const record = new URL("node_modules/.package-lock.json", `file://${ROOT}/`);
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const { "": _project, ...locked } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, "utf8")).packages;
  return Object.entries(locked).every(([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : optional === true,
  );
}

/** `npm ci` where node_modules is absent or stale. @throws when npm fails */
export function installDependencies() {
  if (dependenciesFresh()) return;
  if (!run("npm", ["ci"])) throw new Error("npm ci failed; see above");
}

/** Asks on a terminal; without one the answer is yes: whoever runs this unattended wants it done. */
async function agreed(question) {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [Y/n] `);
  terminal.close();
  return /^(y|yes|)$/i.test(answer.trim());
}

/** "debian", "ubuntu", or null where apt is not the way or not allowed. */
function aptFamily() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return null;
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=.?ubuntu/m.test(release) ? "ubuntu" : "debian";
}

/**
 * Makes sure of browsers, by the distribution's packages where this runs as root on Debian or Ubuntu.
 *
 * @param {readonly ("chromium" | "firefox")[]} names
 * @throws naming exactly what to install by hand
 */
export async function installBrowsers(names) {
  const absent = () => names.filter((name) => "missing" in findBrowser(name));
  if (absent().length === 0) return;
  const wrong = absent().filter((name) => process.env[VARIABLE[name]]);
  if (wrong.length > 0) throw new Error(wrong.map((name) => findBrowser(name).missing).join("\n"));
  const family = aptFamily();
  if (family) {
    const packages = [...absent().map((name) => APT[family][name]), ...FONTS];
    if (await agreed(`Install ${packages.join(", ")} with apt-get?`)) {
      const unattended = { DEBIAN_FRONTEND: "noninteractive" };
      run("apt-get", ["update"], unattended);
      run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], unattended);
    }
  }
  const wanting = absent();
  if (wanting.length === 0) return;
  const lines = wanting.map((name) => `  ${findBrowser(name).missing}\n    install ${BY_HAND[name]}`);
  const command = `apt-get install ${[...wanting.map((name) => APT.debian[name]), ...FONTS].join(" ")}`;
  throw new Error(`A browser is missing.\n${lines.join("\n")}\nOn Debian, as root: ${command}`);
}
