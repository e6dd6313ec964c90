import type { EntryId } from "../core/pack.ts";
import type { Words } from "../core/words.ts";
import type { CardSite } from "../messages/card-port.ts";
import { type Ask, isRemote } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import type { Mute } from "../settings/schema.ts";
import type { Speech } from "../ui/words-context.ts";
import type { Citation } from "./cite.ts";
import type { Flavour } from "./clipboard.ts";
import type { Host } from "./host.ts";
import type { Cites, More } from "./more-port.ts";
import { withoutMute } from "./mute.ts";

/** What a reader does with an entry beyond reading it; each answers with what to tell, in words, and rejects with `Error`. */
export interface Deeds {
  copy(write: (cites: Cites) => Citation, flavour: Flavour): Promise<string>;
  /** Registrable domain of the page; `null` where it has none. */
  site(): Promise<string | null>;
  setMuted(mute: Mute, muted: boolean): Promise<string>;
  pause(): Promise<string>;
  openPage(entry: EntryId): Promise<string>;
}

export function makeDeeds(
  site: CardSite,
  ask: Ask<Requests>,
  { words }: Speech,
  host: () => Host | null,
  more: () => Promise<More>,
): Deeds {
  return {
    async copy(write, flavour) {
      const where = host();
      try {
        const { cites, copy } = await more();
        const done = where && (await copy(write(cites), flavour, where.root.ownerDocument));
        const told = words.say(done ? "card_copied" : "card_copy_failed");
        where?.say(told);
        return told;
      } catch (error) {
        return reasonOf(error, words);
      }
    },
    site: async () => (await ask("frame.leave", null)).site,
    async setMuted(mute, muted) {
      const others = withoutMute(site.settings().muted, mute);
      await ask("settings.patch", { muted: muted ? [...others, mute] : others });
      return words.say(muted ? "card_muted" : "card_unmuted");
    },
    async pause() {
      await ask("site.pause", { tabId: null, paused: true });
      return words.say("card_paused");
    },
    async openPage(id) {
      await ask("entry.open", { id });
      return "";
    },
  };
}

/** Why an act failed: in the words of who refused it; nobody answered where there was nobody. */
export const reasonOf = (error: unknown, words: Words): string =>
  isRemote(error) && error.name !== "NoAnswer"
    ? words.say("card_failed_change", error.message)
    : words.say("card_failed");
