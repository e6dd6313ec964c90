import type { EntryId } from "../core/pack.ts";
import type { Ask } from "../messages/channel.ts";
import type { CardContent, Requests } from "../messages/contract.ts";
import { patiently } from "../platform/patiently.ts";

/** What is known of an entry that a card wants to show. */
export type Answer =
  | { readonly state: "loading" }
  | { readonly state: "shown"; readonly content: CardContent }
  /** No such entry in the enabled packs. */
  | { readonly state: "unknown" }
  /** Nobody answered, twice. */
  | { readonly state: "failed" };

export async function load(id: EntryId, ask: Ask<Requests>): Promise<Answer> {
  try {
    const content = await patiently(() => ask("entry.get", { id }));
    return content ? { state: "shown", content } : { state: "unknown" };
  } catch {
    return { state: "failed" };
  }
}
