import type { Root } from "./composed.ts";
import { inSlices, type Pace, pauseAfter } from "./pace.ts";
import { findShadows } from "./shadows.ts";

export interface RootsDeps {
  readonly pace: Pace;
  /** Resolves when the browser has nothing better to do. */
  idle(): Promise<void>;
  /** Sees closed shadow roots, too. */
  shadowOf(element: Element): ShadowRoot | null;
  /** Style of the marks inside shadow roots. */
  readonly sheet: CSSStyleSheet | null;
  isAlive(): boolean;
  /** A shadow root nobody knew of. */
  found(root: ShadowRoot): void;
  /** ms of work. */
  spent(time: number): void;
  onError(error: unknown): void;
}

/** The trees of the page: its document, and every shadow root found so far, open or closed. */
export interface Roots {
  /** The document is the first. */
  readonly all: readonly Root[];
  readonly shadows: readonly ShadowRoot[];
  /** Look for shadow roots here and below, in idle time. */
  ask(below: Root | Element): void;
  /** Look at this element alone, now; whether it carries a root nobody knew of. */
  lookInto(element: Element): boolean;
  /** Give roots our sheet where the page has taken it away. */
  dress(): void;
  /** Let go of roots whose hosts are no longer in the page: they would keep its old parts alive. */
  sweep(): void;
}

/** A page without shadow roots seldom gets one, and to ask for them is dear; the one under the pointer is found at once. */
const BARREN = 3;
/** ms after which a page that asked for no more has come to rest: nothing is gained by waiting on. */
const AT_REST = 1000;

export function createRoots(deps: RootsDeps, signal: AbortSignal): Roots {
  const { sheet, pace } = deps;
  let all: Root[] = [document];
  let shadows: ShadowRoot[] = [];
  const unasked = new Set<Root | Element>();
  let asking = false;
  let due = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** Of what an app draws anew all the time, most is gone by the time it would be looked at. */
  const pause = async (): Promise<void> => {
    for (;;) {
      const ms = Math.min(due, asked + AT_REST) - pace.now();
      if (!(ms > 0)) return;
      await new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
    }
  };

  /** Chromium paints with the document's rules through the host, Firefox only with the root's own. */
  const adopt = (root: ShadowRoot): void => {
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
  const strip = (root: ShadowRoot): void => {
    if (sheet) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  signal.addEventListener("abort", () => {
    for (const root of shadows) strip(root);
    unasked.clear();
    clearTimeout(timer);
  });

  let anyNew = false;
  const enter = (root: ShadowRoot): void => {
    if (shadows.includes(root)) return;
    anyNew = true;
    shadows.push(root);
    all.push(root);
    adopt(root);
    ask(root);
    deps.found(root);
  };

  function* look(): Generator<void> {
    for (const below of unasked) {
      unasked.delete(below);
      if (below.isConnected) yield* findShadows(below, deps.shadowOf, enter);
    }
  }
  const work = async (): Promise<void> => {
    try {
      while (unasked.size > 0) {
        await pause();
        await deps.idle();
        if (signal.aborted || !deps.isAlive()) return;
        anyNew = false;
        const spent = await inSlices(look(), pace, signal);
        due = pace.now() + pauseAfter(spent) * (anyNew ? 1 : BARREN);
        deps.spent(spent);
      }
    } finally {
      asking = false;
    }
  };
  const ask = (below: Root | Element): void => {
    unasked.add(below);
    asked = pace.now();
    if (asking || signal.aborted) return;
    asking = true;
    work().catch(deps.onError);
  };

  return {
    get all() {
      return all;
    },
    get shadows() {
      return shadows;
    },
    ask,
    lookInto(element) {
      const root = deps.shadowOf(element);
      if (!root || shadows.includes(root)) return false;
      enter(root);
      return true;
    },
    dress() {
      for (const root of shadows) adopt(root);
    },
    sweep() {
      const gone = shadows.filter((root) => !root.isConnected);
      if (gone.length === 0) return;
      for (const root of gone) strip(root);
      shadows = shadows.filter((root) => root.isConnected);
      all = [document, ...shadows];
    },
  };
}
