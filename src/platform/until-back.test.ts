// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { untilBack } from "./until-back.ts";

const comeBack = (persisted: boolean) => dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

/** Of these the first is never answered. */
function dropped() {
  let asked = 0;
  return {
    ask: () => (++asked === 1 ? new Promise<string>(() => {}) : Promise.resolve(`answer ${asked}`)),
    times: () => asked,
  };
}

test("a question whose answer was dropped is asked again when the page comes back, and only then", async () => {
  const { ask, times } = dropped();
  const answer = untilBack(ask);
  comeBack(false);
  expect(times()).toBe(1);
  comeBack(true);
  expect(await answer).toBe("answer 2");
});

test("what was answered or has failed is not asked again", async () => {
  let asked = 0;
  const ask = async () => {
    asked++;
    if (asked === 2) throw new Error("asleep");
    return asked;
  };
  expect(await untilBack(ask)).toBe(1);
  await expect(untilBack(ask)).rejects.toThrow("asleep");
  comeBack(true);
  expect(asked).toBe(2);
});
