import { useState } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import type { Settings } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import { EntryView } from "./EntryView.tsx";
import { OnThisPage } from "./OnThisPage.tsx";
import type { Ports } from "./ports.ts";
import { SearchBox } from "./SearchBox.tsx";
import { Switches } from "./Switches.tsx";
import { useSearch } from "./use-search.ts";
import { useSettings, useTab } from "./use-tab.ts";

interface PopupProps {
  readonly ports: Ports;
  /** `null`: there is no page beside this one; `undefined`: not known yet. */
  readonly tabId: number | null | undefined;
  readonly firstQuery: string;
}

/** Search, what is on the page, and the switches. */
export function Popup({ ports, tabId, firstQuery }: PopupProps) {
  const words = useWords();
  const [query, setQuery] = useState(firstQuery);
  /** Entries opened one from the other; the last one is shown. */
  const [path, setPath] = useState<readonly EntryId[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const tab = useTab(ports, tabId);
  const stored = useSettings(ports);
  const settings = { ...stored, ...tab.value?.own };
  // Until the tab's window is known it may be a private one.
  const isPrivate = ports.isPrivate || (tabId !== null && tab.value?.incognito !== false);
  const keepsRecents = settings.recents && !isPrivate;
  const searching = useSearch(ports, query, keepsRecents);

  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.then(tab.refresh, (error: unknown) => {
      setProblem(words.say("popup_not_saved", error instanceof Error ? error.message : String(error)));
    });
  };
  const over = (work: (tabId: number) => Promise<unknown>) => {
    if (typeof tabId === "number") attempt(work(tabId));
  };
  // Not before the tab is known: it may be a private one, whose changes stay off the disk.
  const patch = (change: Partial<Settings>) =>
    tabId === null
      ? attempt(ports.ask("settings.patch", change))
      : over((tabId) => ports.ask("tab.patch", { tabId, patch: change }));
  const open = (id: EntryId) => {
    searching.noteRecent(id);
    setPath([...path, id]);
  };
  const jump = (entry: EntryId, step: 1 | -1, stays: boolean) => {
    if (typeof tabId !== "number") return;
    ports.ask("mention.jump", { tabId, entry, step }).then(
      (found) => {
        if (!found) setProblem(words.say("popup_mention_gone"));
        else if (!stays) ports.close();
      },
      () => setProblem(words.say("popup_no_answer")),
    );
  };

  const last = path.at(-1);
  if (last !== undefined) {
    const back = () => setPath(path.slice(0, -1));
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes back from wherever the focus is
      <div
        class="popup"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          back();
        }}
      >
        <EntryView
          id={last}
          ports={ports}
          depth={settings.depth}
          here={tab.value?.rows.map(({ entry }) => entry) ?? []}
          onBack={back}
          onOpen={open}
          onDepth={(depth) => patch({ depth })}
        />
      </div>
    );
  }
  return (
    <main class="popup">
      <h1 class="unseen">{words.say("extension_name")}</h1>
      <SearchBox
        query={query}
        searching={searching}
        onQuery={setQuery}
        onOpen={open}
        onErase={() => {
          setProblem(null);
          searching.eraseRecents().catch(() => setProblem(words.say("options_recents_not_erased")));
        }}
        onLeave={() => document.querySelector<HTMLElement>("[data-row]")?.focus()}
      />
      {problem ? (
        <p role="alert" class="problem">
          {problem}
        </p>
      ) : null}
      {tabId === null ? null : (
        <>
          {query.trim() === "" ? (
            <OnThisPage
              tab={tab.value}
              failed={tab.failed}
              onJump={jump}
              onOpen={open}
              onGrant={(host) => attempt(ports.grant(host))}
              onRetry={tab.refresh}
              onLeave={() => document.querySelector<HTMLElement>("[role=combobox]")?.focus()}
            />
          ) : null}
          <Switches
            tab={tab.value}
            settings={settings}
            onEverywhere={(isOn) => patch({ everywhere: isOn })}
            onSite={(isOn) => over((tabId) => ports.ask("site.pause", { tabId, paused: !isOn }))}
            onSnooze={(until) => over((tabId) => ports.ask("tab.snooze", { tabId, until }))}
            onDensity={(density) => patch({ density })}
          />
        </>
      )}
      <footer class="popup-foot">
        <button type="button" class="quiet" onClick={ports.openOptions}>
          {words.say("popup_settings")}
        </button>
      </footer>
    </main>
  );
}
