/** A storage area as far as settings and recents need it. `get` gives `undefined` for a missing key. */
export interface Box {
  get(key: string): Promise<unknown>;
  /** Rejects when the browser could not store it; then the old value stands. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Runs work alone among all holders of the name, in all contexts of the extension. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>;
