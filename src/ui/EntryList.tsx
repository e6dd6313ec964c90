import type { EntryId, Kind } from "../core/pack.ts";
import { KindLabel } from "./KindLabel.tsx";
import { useSpeech } from "./words-context.ts";

export interface EntryRow {
  readonly id: EntryId;
  readonly name: string;
  readonly kind: Kind;
  readonly line: string;
  readonly count?: number;
}

interface EntryListProps {
  readonly label: string;
  readonly rows: readonly EntryRow[];
  readonly onOpen: (id: EntryId) => void;
}

/** Entries to choose from, with what each is and how often it occurs. */
export function EntryList({ label, rows, onOpen }: EntryListProps) {
  const { formats } = useSpeech();
  return (
    <ul class="entries" aria-label={label}>
      {rows.map(({ id, name, kind, line, count }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <span class="entry-name">
              <bdi>{name}</bdi>
              {count === undefined ? null : <span class="entry-count">{formats.number(count)}</span>}
            </span>
            <KindLabel kind={kind} />
            <span class="meta">
              <bdi>{line}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
