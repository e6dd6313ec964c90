import { shadowOf } from "../../../src/content/shadow-of.ts";
import { readKeys } from "../../../src/core/keys.ts";
import { createReading, type Reading } from "../../../src/page/reading.ts";
import { matcher } from "./match.ts";
import { keysText, type Outcome, settled } from "./run.ts";

interface Base64 {
  fromBase64(text: string): Uint8Array;
}

/**
 * The product's own reading of the page, as `content/visit.ts` starts it, with every part of it on the clock:
 * the first run (collect, passages, question, answer, choose) without the time in which the worker matches, and the
 * browser's word on what is near, after which ranges are registered. The search for shadow roots waits for idle time
 * there and is a stage of its own here; `until` is the time to the last mark, the worker's included.
 */
async function run(): Promise<Outcome> {
  await settled();
  const began = performance.now();
  const keys = readKeys((Uint8Array as unknown as Base64).fromBase64(keysText()));
  const ready = performance.now() - began;

  const match = matcher();
  // The worker may have been put to sleep: how long it takes to wake is no work of the page.
  await match({ flows: [], order: [], title: "", lang: "" });

  const stages = { read: 0, paint: 0, shadows: 0, until: 0 };
  timeObservers((ms) => (stages.paint += ms));
  let rouse = (): void => undefined;
  const idle = new Promise<void>((resolve) => (rouse = resolve));
  let read = (): void => undefined;
  const done = new Promise<void>((resolve) => (read = resolve));
  const end = new AbortController();
  const started = performance.now();
  const reading: Reading = createReading(
    {
      keys: () => keys,
      match,
      pace: { now: () => performance.now(), rest: () => Promise.resolve() },
      idle: () => idle,
      taste: () => ({ density: "section", markEveryday: false, everything: false, isMuted: () => false }),
      mayShow: () => true,
      shadowOf,
      sheet: null,
      isAlive: () => true,
      changed() {
        if (stages.until > 0 || reading.busy) return;
        stages.read = reading.totals.cost;
        stages.until = performance.now() - started;
        read();
      },
      onError: (error) => {
        throw error;
      },
    },
    end.signal,
  );
  await done;
  await settled();
  const before = reading.totals.cost;
  rouse();
  await settled();
  stages.shadows = reading.totals.cost - before;
  const found = reading.table.passages.reduce((sum, { mentions }) => sum + mentions.length, 0);
  return { ms: stages.read + stages.paint, ready, layout: 0, found, stages };
}

/** Intersection observers made from now on tell how long their callbacks took. */
function timeObservers(spent: (ms: number) => void): void {
  globalThis.IntersectionObserver = class extends IntersectionObserver {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super((entries, observer) => {
        const started = performance.now();
        callback(entries, observer);
        spent(performance.now() - started);
      }, options);
    }
  };
}

export const outcome = run();
