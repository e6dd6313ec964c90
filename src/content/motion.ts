/** Faster than this the pointer is on its way somewhere else (10ten's measure of intent), CSS px per ms. */
const TOO_FAST = 0.5;
/** ms without movement after which the pointer rests, however it came. */
const AT_REST = 40;

export interface Motion {
  moved(x: number, y: number, time: number): void;
  /** Whether the pointer has slowed down or stopped by this time. */
  isSlow(now: number): boolean;
  readonly x: number;
  readonly y: number;
}

/** Where the pointer is and how fast: the last two positions are enough. */
export function createMotion(): Motion {
  let [x, y, time, speed] = [0, 0, 0, 0];
  return {
    moved(toX, toY, at) {
      const passed = Math.max(1, at - time);
      // After a pause the first step says nothing about speed: it took as long as the pause.
      speed = Math.hypot(toX - x, toY - y) / Math.min(passed, AT_REST);
      [x, y, time] = [toX, toY, at];
    },
    isSlow: (now) => speed <= TOO_FAST || now - time >= AT_REST,
    get x() {
      return x;
    },
    get y() {
      return y;
    },
  };
}
