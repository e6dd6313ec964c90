import type { Page } from "puppeteer-core";

/** What `src/platform/log.ts` begins its lines with: it writes to no louder level than "debug". */
const OURS = /^Sidelight \d/;

/** Collects what a page's console says went wrong: errors, warnings and uncaught exceptions, in any world, and all that we log ourselves. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn" || OURS.test(message.text()))
      errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) =>
    errors.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`),
  );
  return errors;
}
