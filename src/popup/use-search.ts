import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import { createSearch, type Hit, type Search, searchIn } from "../core/search.ts";
import { restoreIndex } from "../core/search-stored.ts";
import type { SearchIndex, SearchRow } from "../messages/contract.ts";
import type { Ports } from "./ports.ts";

const LIMIT = 20;

export interface Searching {
  readonly hits: readonly Hit<SearchRow>[];
  /** The look-ups of before, while nothing is asked. */
  readonly areRecents: boolean;
  /** The index has not come yet, or never will. */
  readonly state: "loading" | "ready" | "failed";
  readonly noteRecent: (id: EntryId) => void;
  /** Rejects where they could not be erased; then they are still shown. */
  readonly eraseRecents: () => Promise<void>;
}

/** One index message on opening; from then on every keystroke is answered here. */
export function useSearch(ports: Ports, query: string, keepsRecents: boolean): Searching {
  const [whole, setWhole] = useState<SearchIndex | null>(null);
  const [failed, setFailed] = useState(false);
  const [recents, setRecents] = useState<readonly EntryId[]>([]);
  // Before the first frame, not after it: a background that sleeps takes longer to wake than the popup to be drawn.
  useLayoutEffect(() => {
    ports.ask("search.index", null).then(setWhole, () => setFailed(true));
    ports.recents.read().then(setRecents, () => undefined); // unreadable recents are no recents
  }, [ports]);
  const rows = whole?.rows;
  const search = useMemo(() => whole && searchOf(whole, ports.fold), [whole, ports]);
  useLayoutEffect(() => {
    if (search) performance.mark("search-usable"); // for `npm run bench`
  }, [search]);
  const asks = query.trim() !== "";
  const hits = useMemo(() => {
    if (asks) return search?.(query, LIMIT) ?? [];
    if (!keepsRecents || !rows) return [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return recents.flatMap((id) => {
      const row = byId.get(id);
      return row ? [{ row, alias: null, sure: true }] : [];
    });
  }, [search, rows, recents, query, asks, keepsRecents]);
  return {
    hits,
    areRecents: !asks,
    state: rows ? "ready" : failed ? "failed" : "loading",
    noteRecent(id) {
      if (!keepsRecents) return;
      // A look-up that cannot be remembered is still a look-up.
      ports.recents.note(id).catch(() => undefined);
      setRecents((before) => [id, ...before.filter((other) => other !== id)].slice(0, 8));
    },
    async eraseRecents() {
      await ports.recents.erase();
      setRecents([]);
    },
  };
}

function searchOf({ rows, index }: SearchIndex, fold: Ports["fold"]): Search<SearchRow> {
  return index === null ? createSearch(rows, fold) : searchIn(rows, restoreIndex(index), fold);
}
