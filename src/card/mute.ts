import type { EntryId } from "../core/pack.ts";
import type { Mute } from "../settings/schema.ts";

/** What "not this term" can mean, from the narrowest to the widest: without an alias or a site there is less to choose. */
export function muteChoices(entry: EntryId, alias: string | null, site: string | null): readonly Mute[] {
  const all: readonly Mute[] = [
    { entry, alias, site },
    { entry, alias: null, site },
    { entry, alias, site: null },
    { entry, alias: null, site: null },
  ];
  return all.filter((mute, at) => all.findIndex((other) => isSame(mute, other)) === at);
}

/** Which words name it. */
export const muteKey = ({ alias, site }: Mute) =>
  alias === null
    ? (`card_mute_${site === null ? "everywhere" : "site"}` as const)
    : (`card_mute_${site === null ? "alias" : "here"}` as const);

export const withoutMute = (muted: readonly Mute[], mute: Mute): readonly Mute[] =>
  muted.filter((each) => !isSame(each, mute));

const isSame = (a: Mute, b: Mute) => a.entry === b.entry && a.alias === b.alias && a.site === b.site;
