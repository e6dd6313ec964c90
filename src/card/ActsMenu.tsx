import { useState } from "preact/hooks";
import type { MessageKey } from "../core/words.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Mute } from "../settings/schema.ts";
import type { MentionInfo } from "../ui/Why.tsx";
import { useSpeech } from "../ui/words-context.ts";
import { citeEntry } from "./cite.ts";
import type { Flavour } from "./clipboard.ts";
import type { Deeds } from "./deeds.ts";
import { muteChoices, muteKey } from "./mute.ts";
import { Report } from "./Report.tsx";
import { reportText } from "./report-text.ts";

export interface ActsMenuProps {
  readonly content: CardContent;
  readonly mention: MentionInfo | null;
  readonly deeds: Deeds;
  /** What came of it is told in the foot. */
  readonly tell: (work: Promise<string>) => void;
  readonly onMute: (chosen: Mute) => void;
}

/** What can be done with an entry beyond reading it. */
export function ActsMenu({ content, mention, deeds, tell, onMute }: ActsMenuProps) {
  const speech = useSpeech();
  const { words } = speech;
  const [view, setView] = useState<"mute" | "report" | null>(null);
  /** Registrable domain of the page; `undefined`: not asked yet. */
  const [site, setSite] = useState<string | null>();
  const { entry, sources } = content;
  const copy = (flavour: Flavour) => deeds.copy(() => citeEntry(entry, sources, speech), flavour);
  const act = (label: MessageKey, onClick: () => void, opens?: typeof view) => (
    <li>
      <button type="button" class="act" aria-expanded={opens ? view === opens : undefined} onClick={onClick}>
        {words.say(label)}
      </button>
    </li>
  );
  const turn = (to: typeof view) => setView(view === to ? null : to);
  const askSite = () => {
    deeds.site().then(setSite, () => setSite(null));
    turn("mute");
  };

  return (
    <>
      <ul class="acts">
        {act("card_copy_entry", () => tell(copy("rich")))}
        {act("card_copy_entry_markdown", () => tell(copy("markdown")))}
        {act("card_open_page", () => tell(deeds.openPage(entry.id)))}
        {act("card_pause", () => tell(deeds.pause()))}
        {act("card_mute", askSite, "mute")}
        {act("card_report", () => turn("report"), "report")}
      </ul>
      {view === "mute" && site !== undefined ? (
        <ul class="acts choice">
          {muteChoices(entry.id, mention?.alias ?? null, site).map((choice) => (
            <li key={muteKey(choice)}>
              <button type="button" class="act" onClick={() => onMute(choice)}>
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
