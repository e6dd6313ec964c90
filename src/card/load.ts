import type { EntryId } from "../core/pack.ts";
import type { Ask } from "../messages/channel.ts";
import type { CardContent, Requests } from "../messages/contract.ts";

/** What is known of an entry that a card wants to show. */
export type Answer =
  | { readonly state: "loading" }
  | { readonly state: "shown"; readonly content: CardContent }
  /** No such entry in the enabled packs. */
  | { readonly state: "unknown" }
  /** Nobody answered, twice. */
  | { readonly state: "failed" };

/** A background that was just stopped answers the second time, ms. */
const AGAIN_AFTER = 250;
/** Waking takes a background a tenth of a second; who says nothing for this long never will, ms. */
const PATIENCE = 4000;

export async function load(id: EntryId, ask: Ask<Requests>): Promise<Answer> {
  for (const pause of [0, AGAIN_AFTER]) {
    try {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const content = await within(PATIENCE, ask("entry.get", { id }));
      return content ? { state: "shown", content } : { state: "unknown" };
    } catch {
      // Asleep, updated or removed: the second try tells, and the card says it.
    }
  }
  return { state: "failed" };
}

function within<T>(most: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, most);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
