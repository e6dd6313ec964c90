import { expect, test } from "vitest";
import { createMotion } from "./motion.ts";

test("a pointer that crosses the page is fast, and slow once it has stood still", () => {
  const motion = createMotion();
  motion.moved(0, 0, 1000);
  motion.moved(100, 0, 1016);
  expect(motion.isSlow(1016)).toBe(false);
  expect(motion.isSlow(1060)).toBe(true);
});

test("half a pixel a millisecond is slow enough", () => {
  const motion = createMotion();
  motion.moved(0, 0, 1000);
  motion.moved(8, 0, 1016);
  expect(motion.isSlow(1016)).toBe(true);
  motion.moved(17, 0, 1032);
  expect(motion.isSlow(1032)).toBe(false);
});

test("a jump after a pause counts as fast: the pause says nothing about the way", () => {
  const motion = createMotion();
  motion.moved(0, 0, 1000);
  motion.moved(300, 0, 9000);
  expect(motion.isSlow(9000)).toBe(false);
});
