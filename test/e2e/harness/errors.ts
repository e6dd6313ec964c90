import type { Page } from "puppeteer-core";

/** Collects what a page's console says went wrong: errors, warnings and uncaught exceptions, in any world. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn")
      errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) =>
    errors.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`),
  );
  return errors;
}
