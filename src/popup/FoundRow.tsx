import type { EntryId } from "../core/pack.ts";
import type { TabState } from "../messages/contract.ts";
import { family } from "../ui/family.ts";
import { useSpeech } from "../ui/words-context.ts";

interface FoundRowProps {
  readonly row: TabState["rows"][number];
  readonly onJump: (id: EntryId, step: 1 | -1, stays: boolean) => void;
  readonly onOpen: (id: EntryId) => void;
}

/** An entry on the page: its name jumps to the next mention, the small buttons step and read. */
export function FoundRow({ row, onJump, onOpen }: FoundRowProps) {
  const { words, formats } = useSpeech();
  const { entry, name, line, count } = row;
  return (
    <li data-family={family(row.kind)} data-everyday={row.everyday || undefined}>
      <button type="button" data-row class="found-main" onClick={() => onJump(entry, 1, false)}>
        <span class="found-head">
          <bdi class="entry-name">{name}</bdi>
          <span class="count" aria-hidden="true">
            {formats.number(count)}
          </span>
          <span class="unseen">{words.count("popup_mentions", count)}</span>
        </span>
        <span class="one-line">
          <bdi>{line}</bdi>
        </span>
      </button>
      <span class="found-acts">
        {count > 1 ? (
          <>
            <button
              type="button"
              aria-label={words.say("popup_previous", name)}
              onClick={() => onJump(entry, -1, true)}
            >
              <Arrow isUp />
            </button>
            <button
              type="button"
              aria-label={words.say("popup_next", name)}
              onClick={() => onJump(entry, 1, true)}
            >
              <Arrow />
            </button>
          </>
        ) : null}
        <button type="button" aria-label={words.say("popup_read", name)} onClick={() => onOpen(entry)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 4h10M3 8h10M3 12h6" />
          </svg>
        </button>
      </span>
    </li>
  );
}

function Arrow({ isUp = false }: { readonly isUp?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={isUp ? "M4 10l4-4 4 4" : "M4 6l4 4 4-4"} />
    </svg>
  );
}
