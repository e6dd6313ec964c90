import { useEffect, useMemo, useState } from "preact/hooks";
import type { CardContent } from "../messages/contract.ts";
import type { MentionInfo } from "../ui/Why.tsx";
import { useWords } from "../ui/words-context.ts";
import type { Flavour } from "./clipboard.ts";
import { type Scope, scopes } from "./mute.ts";
import { reportText } from "./report.ts";

/** What a reader can do with an entry; each answers with a notice to show, or `null`. */
export interface EntryDeeds {
  copyEntry(flavour: Flavour): Promise<string>;
  copyText(text: string): Promise<string>;
  /** Registrable domain of the page; `null` where it has none. */
  site(): Promise<string | null>;
  /** @returns the words of a failure; `null` when it was saved */
  mute(scope: Scope, site: string | null): Promise<string | null>;
  unmute(scope: Scope, site: string | null): Promise<string | null>;
  pause(): Promise<string>;
  openPage(): void;
}

interface ActsProps {
  readonly content: CardContent;
  readonly mention: MentionInfo | null;
  readonly deedsFor: (content: CardContent, mention: MentionInfo | null) => EntryDeeds;
}

type View = "closed" | "menu" | "mute" | "report";
interface Muted {
  readonly scope: Scope;
  readonly site: string | null;
}

/** The foot of the card: one button that opens the rest. */
export function Acts({ content, mention, deedsFor }: ActsProps) {
  const words = useWords();
  const deeds = useMemo(() => deedsFor(content, mention), [content, mention, deedsFor]);
  const [view, setView] = useState<View>("closed");
  const [notice, setNotice] = useState("");
  const [muted, setMuted] = useState<Muted | null>(null);
  const tell = async (work: Promise<string>) => setNotice(await work);
  const toggle = (to: View) => setView(view === to ? "menu" : to);

  const mute = async (chosen: Muted) => {
    const failure = await deeds.mute(chosen.scope, chosen.site);
    setNotice(failure === null ? words.say("card_muted") : words.say("card_failed_change", failure));
    if (failure === null) setMuted(chosen);
    setView("closed");
  };
  const undo = async (chosen: Muted) => {
    const failure = await deeds.unmute(chosen.scope, chosen.site);
    setNotice(failure === null ? words.say("card_unmuted") : words.say("card_failed_change", failure));
    if (failure === null) setMuted(null);
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
        {muted ? (
          <button type="button" class="link" onClick={() => undo(muted)}>
            {words.say("card_undo")}
          </button>
        ) : null}
      </p>
      {view === "closed" ? null : (
        <ul class="acts">
          <li>
            <button type="button" class="act" onClick={() => tell(deeds.copyEntry("rich"))}>
              {words.say("card_copy_entry")}
            </button>
          </li>
          <li>
            <button type="button" class="act" onClick={() => tell(deeds.copyEntry("markdown"))}>
              {words.say("card_copy_entry_markdown")}
            </button>
          </li>
          <li>
            <button type="button" class="act" onClick={() => deeds.openPage()}>
              {words.say("card_open_page")}
            </button>
          </li>
          <li>
            <button type="button" class="act" onClick={() => tell(deeds.pause())}>
              {words.say("card_pause")}
            </button>
          </li>
          <li>
            <button type="button" class="act" aria-expanded={view === "mute"} onClick={() => toggle("mute")}>
              {words.say("card_mute")}
            </button>
          </li>
          <li>
            <button
              type="button"
              class="act"
              aria-expanded={view === "report"}
              onClick={() => toggle("report")}
            >
              {words.say("card_report")}
            </button>
          </li>
        </ul>
      )}
      {view === "mute" ? <MuteChoice alias={mention?.alias ?? null} deeds={deeds} onChoice={mute} /> : null}
      {view === "report" ? (
        <Report text={reportText(content, mention, words)} onCopy={(text) => tell(deeds.copyText(text))} />
      ) : null}
    </>
  );
}

interface MuteChoiceProps {
  readonly alias: string | null;
  readonly deeds: EntryDeeds;
  readonly onChoice: (chosen: Muted) => void;
}

function MuteChoice({ alias, deeds, onChoice }: MuteChoiceProps) {
  const words = useWords();
  const [site, setSite] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    deeds.site().then(
      (found) => wanted && setSite(found),
      () => wanted && setSite(null),
    );
    return () => {
      wanted = false;
    };
  }, [deeds]);
  if (site === undefined) return null;
  const label: Readonly<Record<Scope, string>> = {
    here: words.say("card_mute_here", alias ?? "", site ?? ""),
    site: words.say("card_mute_site", site ?? ""),
    alias: words.say("card_mute_alias", alias ?? ""),
    everywhere: words.say("card_mute_everywhere"),
  };
  return (
    <ul class="acts choice" aria-label={words.say("card_mute")}>
      {scopes(alias, site).map((scope) => (
        <li key={scope}>
          <button type="button" class="act" onClick={() => onChoice({ scope, site })}>
            {label[scope]}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Report({ text, onCopy }: { readonly text: string; readonly onCopy: (text: string) => void }) {
  const words = useWords();
  const [value, setValue] = useState(text);
  return (
    <div class="report">
      <p class="meta">{words.say("card_report_help")}</p>
      <textarea
        rows={6}
        aria-label={words.say("card_report_text")}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <button type="button" class="act" onClick={() => onCopy(value)}>
        {words.say("card_copy")}
      </button>
    </div>
  );
}
