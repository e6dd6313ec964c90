import type { Mention } from "../core/mention.ts";
import type { Mute } from "../settings/schema.ts";

/** Whether the reader does not want this mention on this site. */
export function isMuted(mention: Mention, muted: readonly Mute[], site: string | null): boolean {
  return muted.some(
    (mute) =>
      mute.entry === mention.entry &&
      (mute.alias === null || mute.alias === mention.alias) &&
      (mute.site === null || mute.site === site),
  );
}
