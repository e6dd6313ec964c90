// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRoots } from "./roots.ts";

/** ms that each look at an element takes. */
const LOOK = 1;
/** ms between two changes of the page. */
const STEP = 100;

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  document.body.innerHTML = "<x-part></x-part><x-part></x-part>";
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Roots of a page, and when it was searched, ms. */
function open() {
  const searches: number[] = [];
  let extra = 0;
  const now = () => performance.now() + extra;
  const roots = createRoots(
    {
      pace: { now, rest: () => Promise.resolve() },
      async idle() {
        searches.push(performance.now());
      },
      shadowOf(element) {
        extra += LOOK;
        return element.shadowRoot;
      },
      sheet: null,
      isAlive: () => true,
      found: () => undefined,
      spent: () => undefined,
      onError(error) {
        throw error;
      },
    },
    end.signal,
  );
  return { roots, searches };
}

async function changesFor(
  ms: number,
  roots: ReturnType<typeof open>["roots"],
  change: () => void = () => undefined,
) {
  for (let time = 0; time < ms; time += STEP) {
    change();
    roots.ask(document);
    await vi.advanceTimersByTimeAsync(STEP);
  }
}
/** ms between one search and the next. */
const pauses = (times: readonly number[]) => times.slice(1).map((time, at) => time - (times[at] ?? 0));

test("a page that changes all the time is searched three times as seldom where nothing is found", async () => {
  const barren = open();
  await changesFor(6000, barren.roots);
  const fruitful = open();
  await changesFor(6000, fruitful.roots, () => {
    document.body.innerHTML = "<x-part></x-part><x-part></x-part>";
    document.body.firstElementChild?.attachShadow({ mode: "open" });
  });
  expect(pauses(barren.searches).length).toBeGreaterThan(1);
  expect(Math.min(...pauses(barren.searches))).toBeGreaterThan(2 * Math.max(...pauses(fruitful.searches)));
});

test("once the page is at rest a search waits no more than a second", async () => {
  const { roots, searches } = open();
  await changesFor(4000, roots);
  const { length } = searches;
  roots.ask(document);
  await vi.advanceTimersByTimeAsync(1000);
  expect(searches.length).toBe(length + 1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(searches.length).toBe(length + 1);
});
