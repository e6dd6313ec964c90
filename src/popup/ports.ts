import type { EntryId } from "../core/pack.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import type { Settings } from "../settings/schema.ts";

/** What the popup asks of the world outside; `main.tsx` hands in the browser, tests a fake. */
export interface Ports {
  readonly ask: Ask<Requests>;
  readonly fold: (text: string) => string;
  readonly readSettings: () => Promise<Settings>;
  readonly onSettings: (changed: (settings: Settings) => void, signal: AbortSignal) => void;
  /** What the background knows of a tab may have changed. */
  readonly onTab: (tabId: number, changed: () => void, signal: AbortSignal) => void;
  readonly recents: {
    read(): Promise<readonly EntryId[]>;
    note(id: EntryId): Promise<void>;
    erase(): Promise<void>;
  };
  /** The popup itself stands in a private window: nothing may reach the disk. */
  readonly isPrivate: boolean;
  /** Ask the reader for access to a host, or to all pages. Must be called in the click itself. */
  readonly grant: (host: string | null) => Promise<boolean>;
  readonly openOptions: () => void;
  /** Closes a popup; a popup opened as a tab stays. */
  readonly close: () => void;
}
