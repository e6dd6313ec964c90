import { guarded } from "./guarded.ts";
import { own } from "./own.ts";
import { type Pace, pauseAfter } from "./pace.ts";

/** Rounds that may fail one after the other before it is left to the next change. */
const TRIES = 3;

/** ms to pause at most after the first rounds: a page that is still being built is not left alone for as long as one that never rests. */
const EARLY = [200, 400, 800];

export interface RoundsDeps {
  readonly pace: Pace;
  /** One round: ms of work, and whether there was nothing to read. */
  run(): Promise<{ readonly spent: number; readonly isBarren: boolean }>;
  /** After each round: is there more to do already? */
  ended(): boolean;
  isAlive(): boolean;
  onError(error: unknown): void;
}

/** Rounds of work, one at a time, and when the next one is due. */
export interface Rounds {
  start(): void;
  /** There will be something to do. */
  later(): void;
  readonly busy: boolean;
}

export function createRounds(deps: RoundsDeps, signal: AbortSignal): Rounds {
  const { pace } = deps;
  let running = false;
  let waiting = false;
  let failed = 0;
  let ended = 0;
  let due = Number.NEGATIVE_INFINITY;

  const start = (): void => {
    waiting = false;
    if (running || signal.aborted || !deps.isAlive()) return;
    running = true;
    let pause = 0;
    deps
      .run()
      .then(({ spent, isBarren }) => {
        pause = Math.min(pauseAfter(spent, isBarren), EARLY[ended++] ?? Number.POSITIVE_INFINITY);
        failed = 0;
      })
      .catch((error: unknown) => {
        pause = pauseAfter(Number.POSITIVE_INFINITY);
        failed++;
        if (!own.isOfTheDead(error)) deps.onError(error);
      })
      .finally(() => {
        running = false;
        due = pace.now() + pause;
        if (deps.ended() || (failed > 0 && failed < TRIES)) later();
      });
  };
  /** Once a frame is drawn, styles and boxes are known: asked earlier, the page would have to work them out twice. */
  const afterFrame = (): void => {
    requestAnimationFrame(guarded(() => void pace.rest().then(start).catch(deps.onError), deps.onError));
  };
  const later = (): void => {
    if (waiting || running || signal.aborted) return;
    waiting = true;
    setTimeout(guarded(afterFrame, deps.onError), due - pace.now());
  };

  return {
    start,
    later,
    get busy() {
      return running || waiting;
    },
  };
}
