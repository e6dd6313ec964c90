import type { EntryId } from "../core/pack.ts";
import type { Settings } from "../settings/schema.ts";

/** A command as the browser has it now; "" where it has no key. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** What the settings page asks of the world outside; `main.tsx` hands in the browser, tests a fake. */
export interface Ports {
  readonly readSettings: () => Promise<Settings>;
  readonly onSettings: (changed: (settings: Settings) => void, signal: AbortSignal) => void;
  /** @throws what kept it from being stored; the old state stands */
  readonly patch: (patch: Partial<Settings>) => Promise<void>;
  readonly nameOf: (id: EntryId) => Promise<string | null>;
  readonly eraseRecents: () => Promise<void>;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  /** `null` where the browser has no page for it that an extension may open. */
  readonly changeShortcuts: (() => void) | null;
  /** Give the reader a file. */
  readonly save: (name: string, text: string) => void;
  readonly version: string;
  /** This page stands in a private window: what is changed here is kept in memory only. */
  readonly isPrivate: boolean;
}
