import { useRef, useState } from "preact/hooks";
import { useWords } from "../ui/words-context.ts";
import type { Deeds } from "./deeds.ts";

interface ReportProps {
  readonly text: string;
  readonly deeds: Deeds;
}

/** A text about a mistake, for the reader to change, copy and send himself. */
export function Report({ text, deeds }: ReportProps) {
  const words = useWords();
  const [told, setTold] = useState("");
  // Read when it is wanted: what tells of each letter is stopped before the page hears it, and before us.
  const written = useRef<HTMLTextAreaElement>(null);
  const copy = () =>
    deeds.copy(({ citeText }) => citeText(written.current?.value ?? text), "markdown").then(setTold);
  return (
    <div class="report">
      <p class="meta">{words.say("card_report_help")}</p>
      <textarea rows={7} aria-label={words.say("card_report_text")} defaultValue={text} ref={written} />
      <button type="button" class="act" onClick={copy}>
        {words.say("card_copy")}
      </button>
      <span class="meta">{told}</span>
    </div>
  );
}
