import { useEffect } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import { useWords } from "../ui/words-context.ts";
import { EntryView } from "./EntryView.tsx";
import type { Ports } from "./ports.ts";
import { useSettings } from "./use-tab.ts";

interface EntryPageProps {
  readonly id: EntryId;
  readonly ports: Ports;
  readonly onOpen: (id: EntryId) => void;
}

/** An entry on a page of its own, with an address that can be kept; the browser's Back goes back. */
export function EntryPage({ id, ports, onOpen }: EntryPageProps) {
  const words = useWords();
  const settings = useSettings(ports);
  useEffect(() => {
    document.body.dataset["view"] = "entry";
    return () => {
      delete document.body.dataset["view"];
    };
  }, []);
  return (
    <div class="entry-page">
      <EntryView
        id={id}
        ports={ports}
        depth={settings.depth}
        here={[]}
        onBack={null}
        onOpen={onOpen}
        onDepth={(depth) => void ports.ask("settings.patch", { depth }).catch(() => undefined)}
      />
      <nav class="meta">
        <a href="#/search/">{words.say("popup_search_page")}</a>
      </nav>
    </div>
  );
}
