import { browser } from "./browser.ts";

/** Logged once per feature and message, with the version, never with text of a page. */
export function createLog(write: (line: string) => void = warn): (feature: string, error: unknown) => void {
  const seen = new Set<string>();
  return (feature, error) => {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const key = `${feature} ${what}`;
    if (seen.has(key) || seen.size > 100) return;
    seen.add(key);
    const version = versionHere();
    if (version !== null) write(`Sidelight ${version} ${key}`);
  };
}

/** `null` in a frame that is being taken out: Firefox throws at whatever is asked there, and nobody reads its log. */
function versionHere(): string | null {
  try {
    return browser.runtime?.getManifest?.().version ?? "";
  } catch {
    return null;
  }
}

function warn(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console
  console.debug(line);
}
