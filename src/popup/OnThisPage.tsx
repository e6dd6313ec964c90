import type { EntryId } from "../core/pack.ts";
import type { TabState } from "../messages/contract.ts";
import { useSpeech } from "../ui/words-context.ts";
import { FoundRow } from "./FoundRow.tsx";
import { PageNote } from "./PageNote.tsx";
import { ScanCost } from "./ScanCost.tsx";

interface OnThisPageProps {
  readonly tab: TabState | null;
  readonly failed: boolean;
  readonly onJump: (id: EntryId, step: 1 | -1, stays: boolean) => void;
  readonly onOpen: (id: EntryId) => void;
  readonly onGrant: (host: string | null) => void;
  readonly onRetry: () => void;
  /** The arrow key left the list at its upper end. */
  readonly onLeave: () => void;
}

/** The entries found in the tab, or why there are none. */
export function OnThisPage({ tab, failed, onJump, onOpen, onGrant, onRetry, onLeave }: OnThisPageProps) {
  const { words, formats } = useSpeech();
  const rows = tab?.rows ?? [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const list = event.currentTarget as HTMLElement;
    const buttons = [...list.querySelectorAll<HTMLElement>("[data-row]")];
    const row = (event.target as HTMLElement).closest("li");
    const at = buttons.findIndex((button) => row?.contains(button));
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) onLeave();
    else buttons[next]?.focus();
    event.preventDefault();
  };
  return (
    <section class="here" aria-labelledby="here-title">
      <div class="row-heading">
        <h2 id="here-title">{words.say("popup_here")}</h2>
        {rows.length > 0 ? <span class="count">{formats.number(rows.length)}</span> : null}
      </div>
      <PageNote tab={tab} failed={failed} onGrant={onGrant} onRetry={onRetry} />
      {rows.length > 0 ? (
        <ul class="found" aria-labelledby="here-title" onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <FoundRow key={row.entry} row={row} onJump={onJump} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
      {tab && tab.silence === null && !tab.paused ? <ScanCost report={tab.report} /> : null}
    </section>
  );
}
