import { HOST, openTab } from "./product.mjs";
import { median } from "./stats.mjs";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const html = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frames</title><main>${body}</main></html>`;
const SENTENCE = "<p>They chose Qwen, and OpenAI was asked why.</p>";

/** A page with three frames, each with mentions. */
export const popupPages = () =>
  new Map([
    ["made/leaf.html", { body: html(SENTENCE) }],
    [
      "made/frames.html",
      {
        body: html(
          `${SENTENCE}${'<iframe src="leaf.html" style="width:400px;height:120px"></iframe>'.repeat(3)}`,
        ),
      },
    ],
  ]);

async function until(look) {
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const found = await look();
    if (found) return found;
    await wait(10);
  }
  throw new Error("waited 10 s");
}

/** Presses the toolbar button; the popup, and when it was pressed. */
async function press(browser, id, tab) {
  await tab.bringToFront();
  const extension = (await browser.extensions()).get(id);
  const before = new Set(browser.targets());
  const pressed = Date.now();
  await tab.triggerExtensionAction(extension);
  const target = await until(() =>
    browser.targets().find((one) => !before.has(one) && one.url().includes(id)),
  );
  return { popup: await target.asPage(), pressed };
}

const marked = (frame) =>
  until(() => frame.evaluate(() => [...CSS.highlights].some(([, { size }]) => size > 0)));

/** When what a reader waits for was there, ms since the popup's document was begun; `before`: from the press until then. */
async function openings(browser, id, tab, rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const { popup, pressed } = await press(browser, id, tab);
    await until(() => popup.evaluate(() => performance.getEntriesByName("search-usable").length));
    await until(() => popup.evaluate(() => performance.getEntriesByName("first-contentful-paint").length));
    const run = await popup.evaluate(() => {
      const at = (name) => performance.getEntriesByName(name)[0].startTime;
      const hasFocus = document.activeElement?.getAttribute("role") === "combobox";
      return {
        begun: performance.timeOrigin,
        paint: at("first-contentful-paint"),
        usable: hasFocus ? at("search-usable") : Number.NaN,
      };
    });
    runs.push({ ...run, before: run.begun - pressed });
    await popup.close();
    await wait(200);
  }
  const over = (part) => median(runs.map((run) => run[part]));
  return { paint: over("paint"), usable: over("usable"), before: over("before"), n: runs.length };
}

/** Runs in the popup: types each text, and says how long each took until its results were drawn, ms. */
async function typed(texts) {
  const box = document.querySelector("[role=combobox]");
  const times = [];
  for (const text of texts) {
    const start = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // Results are drawn in a microtask; the next task sees them.
    await new Promise((drawn) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = drawn;
      port2.postMessage(null);
    });
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    // Nobody types quicker than the screen: the frame of one letter is no part of the next one's time.
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  }
  return times;
}

/** Runs before the popup's own script: the background's list of entries is this much longer. */
function manyRows(count) {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const send = runtime.sendMessage.bind(runtime);
  let state = 7;
  const any = (list) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return list[(state >> 8) % list.length];
  };
  const syllables = [..."bcdfghjklmnprstvwz"].flatMap((one) => [..."aeiou"].map((two) => one + two));
  const word = () => any(syllables) + any(syllables) + any(syllables);
  runtime.sendMessage = async (message) => {
    const answer = await send(message);
    if (message?.kind !== "search.index") return answer;
    const { rows } = answer.value;
    const [first] = rows;
    const made = Array.from({ length: count - rows.length }, (_, at) => ({
      ...first,
      id: `made-${at}`,
      name: `${word()} ${word()}`,
      aliases: at % 3 === 0 ? [word()] : [],
      line: `${word()} ${word()} ${word()} ${word()}`,
    }));
    return { ...answer, value: { rows: [...rows, ...made], index: null } };
  };
}

const begun = (text) => Array.from(text, (_, at) => text.slice(0, at + 1));
const QUERIES = [
  ..."abcdefghijklmnopqrstuvwxyz",
  ...begun("sovereign ai"),
  ...begun("clemnet delang"),
  ...begun("babu doge"),
  ...begun("xqzyw qq"),
  ...begun("主权"),
];

/** Each letter typed into the popup, opened as a page. */
async function keystrokes(browser, id, count) {
  const page = await openTab(browser);
  if (count) await page.evaluateOnNewDocument(manyRows, count);
  await page.goto(`chrome-extension://${id}/popup.html`);
  await page.waitForFunction(() => performance.getEntriesByName("search-usable").length > 0, {
    timeout: 60_000,
  });
  const times = await page.evaluate(typed, QUERIES);
  await page.close();
  return { ms: median(times), worst: Math.max(...times), n: times.length };
}

/** From the press on "on this site" until no frame has a mark, the slowest frame, ms. */
async function switchOff(browser, id, tab, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const frame of tab.frames()) await marked(frame);
    const { popup } = await press(browser, id, tab);
    const site = "#site-switch, [role=switch]:last-of-type";
    await popup.waitForSelector(".found");
    await Promise.all(
      tab.frames().map((frame) =>
        frame.evaluate(() => {
          delete globalThis.unmarked;
          const look = setInterval(() => {
            if ([...CSS.highlights].some(([, { size }]) => size > 0)) return;
            clearInterval(look);
            globalThis.unmarked = Date.now();
          }, 1);
        }),
      ),
    );
    const press_ = () =>
      popup.evaluate((site) => {
        const pressed = Date.now();
        [...document.querySelectorAll(site)].at(-1).click();
        return pressed;
      }, site);
    const pressed = await press_();
    const gone = await Promise.all(
      tab.frames().map((frame) => until(() => frame.evaluate(() => globalThis.unmarked))),
    );
    times.push(Math.max(...gone) - pressed);
    await press_();
    await popup.close();
  }
  return { ms: median(times), worst: Math.max(...times), n: times.length };
}

/** The toolbar popup: its opening, its keys, and how fast its switch is obeyed. */
export async function popup({ browser }, server, id, rounds) {
  const tab = await openTab(browser);
  await tab.goto(server.url("made/frames.html", HOST));
  for (const frame of tab.frames()) await marked(frame);
  await wait(500);
  const opened = await openings(browser, id, tab, rounds * 2);
  const off = await switchOff(browser, id, tab, rounds);
  await tab.close();
  return {
    opened,
    keys: await keystrokes(browser, id, 0),
    many: await keystrokes(browser, id, 100_000),
    off,
  };
}
