import { HOST, openTab } from "./product.mjs";
import { median } from "./stats.mjs";

/** Runs in the page: ms from the pointer's last movement until a frame with the card at this place was drawn. */
function whenShown(x, y) {
  return new Promise((resolve) => {
    let rested = performance.now();
    const moved = (event) => {
      rested = event.timeStamp;
    };
    addEventListener("pointermove", moved, { capture: true });
    const look = () => {
      const isShown = [y - 40, y + 40].some(
        (at) => document.elementFromPoint(x, at)?.localName === "sidelight-card",
      );
      if (!isShown) return requestAnimationFrame(look);
      removeEventListener("pointermove", moved, { capture: true });
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - rested);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Middle of a registered mention, found by its text. */
const pointOf = (tab, text) =>
  tab.waitForFunction(
    (text) => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith("sidelight-")) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          if (range.toString() !== text) continue;
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return null;
    },
    { timeout: 10_000 },
    text,
  );

/** From the resting pointer to the painted card, with the reader's own delay at zero. */
export async function hover({ browser }, server, id, rounds) {
  const target = await browser.waitForTarget(
    (one) => one.type() === "service_worker" && one.url().includes(id),
  );
  const worker = await target.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { hoverDelay: 0 } }));
  const first = [];
  const loaded = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await openTab(browser);
    await tab.goto(server.url("made/hover.html", HOST));
    for (const [text, samples] of [
      ["sovereign AI", first],
      ["Qwen", loaded],
      ["sovereign AI", loaded],
    ]) {
      const { x, y } = await (await pointOf(tab, text)).jsonValue();
      await tab.mouse.move(x - 2, y);
      const shown = tab.evaluate(whenShown, x, y);
      await tab.mouse.move(x, y);
      samples.push(await shown);
      await tab.keyboard.press("Escape");
      await tab.mouse.move(2, 2);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await tab.close();
  }
  await worker.evaluate(() => chrome.storage.local.remove("settings"));
  return { first: median(first), loaded: median(loaded), n: loaded.length };
}
