export type Stored = Readonly<Record<string, unknown>>;

export interface Step {
  /** The version this step arrives at. */
  readonly to: number;
  readonly change: (old: Stored) => Stored;
}

/** Version of the stored object. A missing one means the current. */
export const VERSION = 1;

/** Append only. Each version left behind keeps a golden file of real old data in ./golden. */
export const steps: readonly Step[] = [];

/** Stored data of any version → the shape of `version`. A newer one passes as it is, and is read as far as it fits. */
export function migrate(stored: Stored, version = VERSION, through: readonly Step[] = steps): Stored {
  const from = typeof stored["version"] === "number" ? stored["version"] : version;
  let raw = stored;
  for (const { to, change } of through) if (to > from && to <= version) raw = { ...change(raw), version: to };
  return raw;
}
