/** When to rest: injected, so that tests count work instead of milliseconds. */
export interface Pace {
  /** ms, monotone. */
  now(): number;
  /** Resolves when the page has had its turn. */
  rest(): Promise<void>;
}

/** ms of work before the page gets its turn. What is done then may take as long again: together half a frame at 60 Hz. */
export const SLICE = 4;

/**
 * Run work that yields after each unit, resting whenever a slice is full.
 *
 * @returns ms spent working; ends early, without an error, when `signal` aborts
 */
export async function inSlices(work: Iterator<unknown>, pace: Pace, signal: AbortSignal): Promise<number> {
  let spent = 0;
  let started = pace.now();
  while (!signal.aborted) {
    if (work.next().done) return spent + pace.now() - started;
    const used = pace.now() - started;
    if (used < SLICE) continue;
    spent += used;
    await pace.rest();
    started = pace.now();
  }
  return spent;
}

/**
 * A page that keeps changing is seen to at most one part in so many of the time, and its shadow roots in as much again;
 * ms between two rounds of work, at least and at most. The first change after a pause is seen to at once.
 */
const SHARE = 400;
const CALM = 50;
/** At least, where the last changes held nothing for us: a clock goes on ticking. */
const BARREN = 200;
const LONGEST = 2000;

/** ms to leave a page alone after so many ms of work, which brought something to read or did not. */
export const pauseAfter = (spent: number, isBarren = false): number =>
  Math.min(Math.max(spent * SHARE, isBarren ? BARREN : CALM), LONGEST);

/** The page's own scheduler. */
export const realPace: Pace = {
  now: () => performance.now(),
  rest: () => scheduler.yield(),
};

declare const scheduler: { yield(): Promise<void> };
