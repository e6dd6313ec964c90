import type { Box, Exclusive } from "../../src/settings/box.ts";

export interface FakeBox extends Box {
  readonly held: Map<string, unknown>;
  /** From now on writing fails like a full disk. */
  fill(): void;
  /** Called after each write, with the key. */
  onWrite: (key: string) => void;
}

/** A storage area in memory. Like the real one it hands out copies, later, and only of JSON. */
export function fakeBox(start: Readonly<Record<string, unknown>> = {}): FakeBox {
  const held = new Map(Object.entries(start));
  let isFull = false;
  const copy = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  const box: FakeBox = {
    held,
    fill: () => {
      isFull = true;
    },
    onWrite: () => undefined,
    get: async (key) => copy(held.get(key)),
    async set(key, value) {
      await Promise.resolve();
      if (isFull) throw new Error("QUOTA_BYTES quota exceeded");
      held.set(key, copy(value));
      box.onWrite(key);
    },
    async remove(key) {
      if (held.delete(key)) box.onWrite(key);
    },
  };
  return box;
}

/** Locks by name within this process. */
export function fakeExclusive(): Exclusive {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const run = (tails.get(name) ?? Promise.resolve()).then(work, work);
    tails.set(name, run);
    return run;
  };
}
