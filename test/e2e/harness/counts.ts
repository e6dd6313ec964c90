import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName } from "./driver.ts";
import { sessionOf } from "./internals.ts";

/** What the content script holds in a page right now. */
export interface Counts {
  /** Event listeners, those of ended signals and those that fired once left out. */
  readonly listeners: number;
  /** Timers, frames and idle callbacks that wait. */
  readonly timers: number;
  readonly mutationObservers: number;
  readonly intersectionObservers: number;
  /** Elements watched by these. */
  readonly watched: number;
}

/**
 * Stands at the head of `early.js` in a copy of the extension: counts what its world starts and ends. Sent as text.
 * The page asks with an event and gets the answer as text.
 */
function instrument(): void {
  const world = globalThis as unknown as Record<string, unknown>;
  if (world["counting"]) return;
  world["counting"] = true;
  type Listener = { type: string; capture: boolean };
  const listeners = new Map<EventTarget, Map<unknown, Listener[]>>();
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const captures = (options: unknown): boolean =>
    typeof options === "object"
      ? Boolean((options as AddEventListenerOptions | null)?.capture)
      : options === true;
  const forget = (target: EventTarget, type: string, listener: unknown, capture: boolean): void => {
    const of = listeners.get(target);
    const left = (of?.get(listener) ?? []).filter((one) => one.type !== type || one.capture !== capture);
    if (left.length > 0) of?.set(listener, left);
    else of?.delete(listener);
    if (of?.size === 0) listeners.delete(target);
  };
  const counted = (target: EventTarget, type: string, listener: unknown, options: unknown): void => {
    const { signal, once } = (
      typeof options === "object" && options ? options : {}
    ) as AddEventListenerOptions;
    // Listeners of a signal go with it.
    if (!listener || signal?.aborted || target instanceof AbortSignal) return;
    const capture = captures(options);
    forget(target, type, listener, capture);
    const of = listeners.get(target) ?? new Map<unknown, Listener[]>();
    listeners.set(target, of);
    of.set(listener, [...(of.get(listener) ?? []), { type, capture }]);
    const gone = () => forget(target, type, listener, capture);
    if (signal) add.call(signal, "abort", gone, { once: true });
    if (once) add.call(target, type, gone, { once: true, capture });
  };
  const wrappedAdd = function (this: EventTarget | undefined, ...given: Parameters<typeof add>): void {
    counted(this ?? window, given[0], given[1], given[2]);
    add.apply(this ?? window, given);
  };
  const wrappedRemove = function (this: EventTarget | undefined, ...given: Parameters<typeof remove>): void {
    forget(this ?? window, given[0], given[1], captures(given[2]));
    remove.apply(this ?? window, given);
  };
  EventTarget.prototype.addEventListener = wrappedAdd;
  EventTarget.prototype.removeEventListener = wrappedRemove;
  world["addEventListener"] = wrappedAdd.bind(window);
  world["removeEventListener"] = wrappedRemove.bind(window);

  const waiting = new Set<string>();
  const timer = (start: string, stop: string, repeats: boolean): void => {
    const begin = (world[start] as (work: (...args: unknown[]) => void, ...rest: unknown[]) => number).bind(
      window,
    );
    const end = (world[stop] as (id: number) => void).bind(window);
    world[start] = (work: (...args: unknown[]) => void, ...rest: unknown[]): number => {
      const id = begin(
        (...args) => {
          if (!repeats) waiting.delete(`${stop}${id}`);
          work(...args);
        },
        ...rest,
      );
      waiting.add(`${stop}${id}`);
      return id;
    };
    world[stop] = (id: number): void => {
      waiting.delete(`${stop}${id}`);
      end(id);
    };
  };
  timer("setTimeout", "clearTimeout", false);
  timer("setInterval", "clearInterval", true);
  timer("requestAnimationFrame", "cancelAnimationFrame", false);
  timer("requestIdleCallback", "cancelIdleCallback", false);

  // Firefox gives page objects in an own wrapping: a subclass of such a class makes no instances of itself.
  const mutations = new Set<MutationObserver>();
  const construct = <T extends object>(
    adapt: (made: T) => T,
  ): ProxyHandler<new (...given: never[]) => T> => ({
    construct: (native, given) => adapt(Reflect.construct(native, given) as T),
  });
  const adaptMutation = (observer: MutationObserver): MutationObserver => {
    const { observe, disconnect } = observer;
    observer.observe = (...given) => {
      mutations.add(observer);
      observe.apply(observer, given);
    };
    observer.disconnect = () => {
      mutations.delete(observer);
      disconnect.call(observer);
    };
    return observer;
  };
  const intersections = new Map<IntersectionObserver, Set<Element>>();
  const adaptIntersection = (observer: IntersectionObserver): IntersectionObserver => {
    const { observe, unobserve, disconnect } = observer;
    observer.observe = (element) => {
      intersections.set(observer, (intersections.get(observer) ?? new Set()).add(element));
      observe.call(observer, element);
    };
    observer.unobserve = (element) => {
      const watched = intersections.get(observer);
      watched?.delete(element);
      if (watched?.size === 0) intersections.delete(observer);
      unobserve.call(observer, element);
    };
    observer.disconnect = () => {
      intersections.delete(observer);
      disconnect.call(observer);
    };
    return observer;
  };

  world["MutationObserver"] = new Proxy(MutationObserver, construct(adaptMutation));
  world["IntersectionObserver"] = new Proxy(IntersectionObserver, construct(adaptIntersection));

  add.call(window, "sidelight-test:count", () => {
    let held = 0;
    for (const of of listeners.values()) for (const each of of.values()) held += each.length;
    const counts = {
      listeners: held,
      timers: waiting.size,
      mutationObservers: mutations.size,
      intersectionObservers: intersections.size,
      watched: [...intersections.values()].reduce((sum, { size }) => sum + size, 0),
    };
    window.dispatchEvent(new CustomEvent("sidelight-test:counts", { detail: JSON.stringify(counts) }));
  });
}

/** A copy of the built extension whose content scripts can be counted. The caller removes it. */
export function countedCopy(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "sidelight-counted-"));
  cpSync(`dist/${name}`, folder, { recursive: true });
  const early = join(folder, "early.js");
  writeFileSync(early, `(${instrument})();\n${readFileSync(early, "utf8")}`);
  return folder;
}

/** @throws where no counted content script answers */
export const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => {
    let answer: string | undefined;
    const hear = (event: Event) => {
      answer = (event as CustomEvent<string>).detail;
    };
    addEventListener("sidelight-test:counts", hear);
    dispatchEvent(new CustomEvent("sidelight-test:count"));
    removeEventListener("sidelight-test:counts", hear);
    if (answer === undefined) throw new Error("nobody counts in this page");
    return JSON.parse(answer) as Counts;
  });

/** Bytes of JavaScript objects in the page's process that are still in use (Chromium). */
export async function heapOf(page: Page): Promise<number> {
  const session = sessionOf(page);
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}
