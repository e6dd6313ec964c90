import type { FrameReport } from "../messages/contract.ts";

/** ms between two reports to the background; where nothing but the cost of reading is new. */
const EVERY = 250;
const COST_EVERY = 5000;

export interface ReporterDeps {
  /** What there is to say now. */
  current(): FrameReport;
  send(report: FrameReport): Promise<unknown>;
  isAlive(): boolean;
  onError(error: unknown): void;
}

/** Tells the background what was found, seldom, and only what it does not know. */
export interface Reporter {
  /** Something may have changed. */
  report(): void;
  /** The background may have forgotten. */
  again(): void;
}

export function createReporter(deps: ReporterDeps, signal: AbortSignal): Reporter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The last report but for its cost, and when it went. */
  let told = "";
  let toldAt = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const tell = (): void => {
    if (signal.aborted || !deps.isAlive()) return;
    const current = deps.current();
    // As rows: it is kept for as long as the page is open.
    const news = JSON.stringify({
      ...current,
      found: current.found.map(Object.values),
      characters: 0,
      cost: 0,
    });
    const wait = news === told ? toldAt + COST_EVERY - performance.now() : 0;
    if (wait > 0) {
      timer = setTimeout(tell, wait);
      return;
    }
    told = news;
    toldAt = performance.now();
    deps.send(current).catch((error: unknown) => {
      told = "";
      deps.onError(error);
    });
  };
  const report = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, EVERY);
  };
  return {
    report,
    again() {
      told = "";
      report();
    },
  };
}
