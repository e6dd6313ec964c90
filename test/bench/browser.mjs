/**
 * One Chromium with the contenders in it, and the product where it is built.
 *
 * @param harness the end-to-end tests' harness, loaded
 * @param {string} bench folder of the bench extension
 */
export async function openBrowser({ createDriver }, bench) {
  const driver = createDriver("chromium", { extension: bench, viewport: { width: 1200, height: 900 } });
  await driver.start();
  const target = await driver.browser.waitForTarget(
    (one) => one.type() === "service_worker" && one.url().endsWith("/worker.js"),
  );
  const worker = await target.worker();

  /** Runs files of the bench extension in the tab in front; gives what the last one ends with. */
  const inject = (files) =>
    worker.evaluate(async (files) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [done] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files });
      return done.result;
    }, files);

  const compile = (size) => worker.evaluate((file) => benchCompile(file), `entries-${size}.json`);

  return { browser: driver.browser, inject, compile, close: () => driver.close() };
}
