import { useState } from "preact/hooks";
import type { MessageKey } from "../core/words.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Mute } from "../settings/schema.ts";
import type { MentionInfo } from "../ui/Why.tsx";
import { useSpeech } from "../ui/words-context.ts";
import { citeEntry } from "./cite.ts";
import { type Deeds, reasonOf } from "./deeds.ts";
import { muteChoices, muteKey } from "./mute.ts";
import { Report } from "./Report.tsx";
import { reportText } from "./report-text.ts";

interface ActsProps {
  readonly content: CardContent;
  readonly mention: MentionInfo | null;
  readonly deeds: Deeds;
}

type View = "closed" | "menu" | "mute" | "report";

/** The foot of the card: one button that opens the rest, and a line that tells what came of it. */
export function Acts({ content, mention, deeds }: ActsProps) {
  const speech = useSpeech();
  const { words } = speech;
  const [view, setView] = useState<View>("closed");
  const [notice, setNotice] = useState("");
  /** Registrable domain of the page; `undefined`: not asked yet. */
  const [site, setSite] = useState<string | null>();
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const { entry, sources } = content;

  const tell = (work: Promise<string>, then?: () => void) => {
    work.then(
      (text) => {
        setNotice(text);
        then?.();
      },
      (error) => setNotice(reasonOf(error, words)),
    );
  };
  const mute = (chosen: Mute) => {
    const back = () => tell(deeds.setMuted(chosen, false), () => setUndo(null));
    tell(deeds.setMuted(chosen, true), () => setUndo(() => back));
    setView("closed");
  };
  const act = (label: MessageKey, onClick: () => void, opens?: View) => (
    <li>
      <button type="button" class="act" aria-expanded={opens && view === opens} onClick={onClick}>
        {words.say(label)}
      </button>
    </li>
  );
  const askSite = () => {
    deeds.site().then(setSite, () => setSite(null));
    setView(view === "mute" ? "menu" : "mute");
  };

  return (
    <>
      <button
        type="button"
        class="act more"
        aria-expanded={view !== "closed"}
        onClick={() => setView(view === "closed" ? "menu" : "closed")}
      >
        {words.say("card_acts")}
      </button>
      <p class="notice" role="status">
        {notice}
        {undo ? (
          <button type="button" class="link" onClick={undo}>
            {words.say("card_undo")}
          </button>
        ) : null}
      </p>
      {view === "closed" ? null : (
        <ul class="acts">
          {act("card_copy_entry", () => tell(deeds.copy(citeEntry(entry, sources, speech), "rich")))}
          {act("card_copy_entry_markdown", () =>
            tell(deeds.copy(citeEntry(entry, sources, speech), "markdown")),
          )}
          {act("card_open_page", () => tell(deeds.openPage(entry.id)))}
          {act("card_pause", () => tell(deeds.pause()))}
          {act("card_mute", askSite, "mute")}
          {act("card_report", () => setView(view === "report" ? "menu" : "report"), "report")}
        </ul>
      )}
      {view === "mute" && site !== undefined ? (
        <ul class="acts choice">
          {muteChoices(entry.id, mention?.alias ?? null, site).map((choice) => (
            <li key={muteKey(choice)}>
              <button type="button" class="act" onClick={() => mute(choice)}>
                {words.say(muteKey(choice), ...[choice.alias, choice.site].filter((part) => part !== null))}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {view === "report" ? <Report text={reportText(content, mention, words)} deeds={deeds} /> : null}
    </>
  );
}
