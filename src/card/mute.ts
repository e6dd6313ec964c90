import type { EntryId } from "../core/pack.ts";
import type { Mute } from "../settings/schema.ts";

/** "Not this term", from the narrowest to the widest. */
export type Scope = "here" | "site" | "alias" | "everywhere";

/** What can be offered: without an alias or a site there is nothing narrower to name. */
export function scopes(alias: string | null, site: string | null): readonly Scope[] {
  return [
    ...(alias !== null && site !== null ? (["here"] as const) : []),
    ...(site !== null ? (["site"] as const) : []),
    ...(alias !== null ? (["alias"] as const) : []),
    "everywhere",
  ];
}

export function muteOf(scope: Scope, entry: EntryId, alias: string | null, site: string | null): Mute {
  return {
    entry,
    alias: scope === "here" || scope === "alias" ? alias : null,
    site: scope === "here" || scope === "site" ? site : null,
  };
}

const isSame = (a: Mute, b: Mute) => a.entry === b.entry && a.alias === b.alias && a.site === b.site;

export const withMute = (muted: readonly Mute[], mute: Mute): readonly Mute[] => [
  ...withoutMute(muted, mute),
  mute,
];
export const withoutMute = (muted: readonly Mute[], mute: Mute): readonly Mute[] =>
  muted.filter((each) => !isSame(each, mute));
