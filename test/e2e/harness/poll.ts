import { setTimeout as wait } from "node:timers/promises";

/** What `look` returns once it is truthy; a throwing look counts as "not yet". @throws after `timeout` ms, naming `what` */
export async function poll<T>(
  what: string,
  look: () => T | Promise<T>,
  { timeout = 8000, every = 30 } = {},
): Promise<Exclude<T, null | undefined | false | 0 | "">> {
  const end = performance.now() + timeout;
  for (;;) {
    let last: unknown;
    try {
      last = await look();
      if (last) return last as Exclude<T, null | undefined | false | 0 | "">;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(
        `waited ${timeout} ms for ${what}; last seen: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
      );
    }
    await wait(every);
  }
}
