import type { EntryId } from "../core/pack.ts";
import { useWords } from "../ui/words-context.ts";

interface MeaningsProps {
  readonly ids: readonly EntryId[];
  readonly shown: EntryId;
  readonly nameOf: (id: EntryId) => string;
  readonly onChoose: (id: EntryId) => void;
}

/** The entries that these words could mean, as tabs; arrows walk them. */
export function Meanings({ ids, shown, nameOf, onChoose }: MeaningsProps) {
  const words = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const forward = words.dir === "rtl" ? -way : way;
    const next = ids.at((ids.indexOf(shown) + forward) % ids.length);
    if (next !== undefined) onChoose(next);
  };
  return (
    <div class="meanings" role="tablist" aria-label={words.say("card_could_mean")} onKeyDown={onKeyDown}>
      {ids.map((id) => (
        <button
          type="button"
          key={id}
          role="tab"
          aria-selected={id === shown}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          <bdi>{nameOf(id)}</bdi>
        </button>
      ))}
    </div>
  );
}
