import type { EntryId } from "../core/pack.ts";
import type { Box } from "./box.ts";

const KEY = "recents";
const KEEP = 8;

/** The entries last looked up, newest first. Bad stored data reads as none. */
export async function readRecents(box: Box): Promise<readonly EntryId[]> {
  const stored = await box.get(KEY);
  return Array.isArray(stored) ? stored.filter((id) => typeof id === "string").slice(0, KEEP) : [];
}

export async function noteRecent(box: Box, id: EntryId): Promise<void> {
  const before = await readRecents(box);
  await box.set(KEY, [id, ...before.filter((other) => other !== id)].slice(0, KEEP));
}

export function eraseRecents(box: Box): Promise<void> {
  return box.remove(KEY);
}
