import { startClock } from "./card-clock.mjs";
import { HOST, openTab } from "./product.mjs";
import { median } from "./stats.mjs";

/** ms a pointer rests before a card opens, as shipped. */
const DELAY = 250;
/** ms a quick hand holds a button down. */
const PRESS = 80;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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

const workerOf = (browser, id) =>
  browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(id));

/** The background as the browser leaves it after half a minute. */
async function stopBackground(browser, id) {
  const worker = await (await workerOf(browser, id)).worker();
  await worker.close();
  while (browser.targets().some((one) => one.type() === "service_worker" && one.url().includes(id)))
    await wait(10);
}

/** Puts these in force for pages opened from now on. */
async function settings(browser, id, values) {
  const worker = await (await workerOf(browser, id)).worker();
  while (!(await worker.evaluate(() => globalThis.chrome?.storage !== undefined))) await wait(50);
  await worker.evaluate(
    (values) =>
      values ? chrome.storage.local.set({ settings: values }) : chrome.storage.local.remove("settings"),
    values,
  );
}

/** The parts of one opening, ms from the pointer's last movement (or the click). */
function partsOf({ rested, asked, answered, there, filled, painted }) {
  const since = (time) => (time === undefined ? Number.NaN : time - rested);
  const hit = Math.min(asked["card.inject"] ?? Number.POSITIVE_INFINITY, asked["entry.get"]);
  return {
    "hit test": since(hit),
    injected: since(answered["card.inject"]),
    "entry asked": since(asked["entry.get"]),
    "entry here": since(answered["entry.get"]),
    "in the page": since(there),
    "with content": since(filled),
    painted: since(painted),
  };
}

const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((part) => [part, median(runs.map((run) => run[part]))]));

/**
 * From the resting pointer, or the click, to the painted card with its content. The intent delay is the reader's
 * choice and shown apart.
 */
export async function hover({ browser }, server, id, rounds) {
  const runs = { loaded: [], first: [], asleep: [], click: [], clickAsleep: [], clickAtOnce: [] };
  const opened = async (url, work) => {
    const tab = await openTab(browser);
    await tab.goto(url);
    const point = async (text) => (await pointOf(tab, text)).jsonValue();
    await point("Qwen");
    await wait(300); // until the page has reported
    await work(tab, await startClock(tab, id), point);
    await tab.close();
  };
  const url = server.url("made/hover.html", HOST);
  const come = async (tab, { x, y }) => {
    await tab.mouse.move(x - 6, y - 60);
    await tab.mouse.move(x, y, { steps: 4 });
  };
  for (let round = 0; round < rounds; round++) {
    await settings(browser, id, null);
    for (const isAsleep of [false, true])
      await opened(url, async (tab, clock, point) => {
        if (isAsleep) await stopBackground(browser, id);
        await come(tab, await point("sovereign AI"));
        runs[isAsleep ? "asleep" : "first"].push(partsOf(await clock.read()));
        if (isAsleep) return;
        for (const text of ["Qwen", "sovereign AI"]) {
          await tab.keyboard.press("Escape");
          await tab.mouse.move(2, 2);
          await wait(500);
          await clock.reset();
          await come(tab, await point(text));
          runs.loaded.push(partsOf(await clock.read()));
        }
      });
    await settings(browser, id, { trigger: "click" });
    for (const way of ["click", "clickAsleep", "clickAtOnce"])
      await opened(url, async (tab, clock, point) => {
        const { x, y } = await point("Qwen");
        if (way !== "click") await stopBackground(browser, id);
        if (way === "clickAtOnce") await tab.mouse.click(x, y);
        else {
          await come(tab, { x, y });
          await tab.mouse.down();
          await wait(PRESS);
          await tab.mouse.up();
        }
        runs[way].push(partsOf(await clock.read()));
      });
  }
  await settings(browser, id, null);
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        n: all.length,
        beyond: median(all.map(({ painted }) => painted)) - (/click/.test(name) ? 0 : DELAY),
        parts: medians(all),
      },
    ]),
  );
}
