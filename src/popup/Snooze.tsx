import type { TabState } from "../messages/contract.ts";
import { useSpeech } from "../ui/words-context.ts";

const HOUR = 3_600_000; // ms

interface SnoozeProps {
  readonly tab: TabState;
  readonly onSnooze: (until: "navigation" | number) => void;
}

/** A pause that ends by itself. */
export function Snooze({ tab, onSnooze }: SnoozeProps) {
  const { words } = useSpeech();
  if (tab.paused === "snooze") {
    return (
      <div class="snooze">
        <span class="meta">
          {tab.snoozedUntil === null
            ? words.say("popup_snoozed_page")
            : words.say("popup_snoozed_until", clock(words.lang, tab.snoozedUntil))}
        </span>
        <button type="button" onClick={() => onSnooze(0)}>
          {words.say("popup_resume")}
        </button>
      </div>
    );
  }
  if (tab.paused) return null;
  return (
    <div class="snooze">
      <span class="meta">{words.say("popup_snooze")}</span>
      <button type="button" onClick={() => onSnooze("navigation")}>
        {words.say("popup_snooze_page")}
      </button>
      <button type="button" onClick={() => onSnooze(HOUR)}>
        {words.say("popup_snooze_hour")}
      </button>
    </div>
  );
}

function clock(lang: string, time: number): string {
  return new Intl.DateTimeFormat(lang, { timeStyle: "short" }).format(time);
}
