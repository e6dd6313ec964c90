import type { MessageKey, Words } from "../core/words.ts";
import type { Silence, TabState } from "../messages/contract.ts";
import { useWords } from "../ui/words-context.ts";

interface PageNoteProps {
  readonly tab: TabState | null;
  readonly failed: boolean;
  readonly onGrant: (host: string | null) => void;
  readonly onRetry: () => void;
}

const SILENCES: Readonly<Record<Silence, MessageKey>> = {
  store: "silence_store",
  "browser-page": "silence_browser_page",
  pdf: "silence_pdf",
  "reader-view": "silence_reader_view",
  "view-source": "silence_view_source",
  "file-access": "silence_file_access",
  hidden: "silence_hidden",
  "no-permission": "silence_no_permission",
  orphaned: "silence_orphaned",
  quarantined: "silence_quarantined",
  unknown: "silence_unknown",
};

/** One sentence on what is going on, where the list alone would leave one wondering. */
export function PageNote({ tab, failed, onGrant, onRetry }: PageNoteProps) {
  const words = useWords();
  const text = failed && !tab ? words.say("popup_no_answer") : note(tab, words);
  return (
    <div role="status" class="page-note">
      {text ? <p class="note">{text}</p> : null}
      {tab?.silence === "no-permission" ? (
        <button type="button" class="main-act" onClick={() => onGrant(tab.host)}>
          {tab.host ? words.say("popup_grant", tab.host) : words.say("popup_grant_all")}
        </button>
      ) : null}
      {failed && !tab ? (
        <button type="button" onClick={onRetry}>
          {words.say("popup_retry")}
        </button>
      ) : null}
    </div>
  );
}

function note(tab: TabState | null, words: Words): string | null {
  if (!tab) return words.say("popup_asking");
  if (tab.silence) return words.say(SILENCES[tab.silence]);
  if (tab.paused === "everywhere") return words.say("popup_paused_everywhere");
  if (tab.paused === "site") return words.say("popup_paused_site", tab.site ?? "");
  if (tab.paused === "snooze") return words.say("popup_paused_snooze");
  if (tab.report.state === "heavy") return words.say("popup_heavy");
  if (tab.report.state === "reading") return words.say("popup_reading");
  return tab.rows.length === 0 ? words.say("popup_nothing") : null;
}
