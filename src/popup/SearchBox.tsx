import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import { useWords } from "../ui/words-context.ts";
import { ResultOption } from "./ResultOption.tsx";
import { useFirstRows } from "./use-first-rows.ts";
import type { Searching } from "./use-search.ts";

interface SearchBoxProps {
  readonly query: string;
  readonly searching: Searching;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (id: EntryId) => void;
  readonly onErase: () => void;
  /** The arrow key left the list at its lower end. */
  readonly onLeave: () => void;
}

/** A combobox: the focus stays in the box, the arrows choose in the list below. */
export function SearchBox({ query, searching, onQuery, onOpen, onErase, onLeave }: SearchBoxProps) {
  const words = useWords();
  const box = useRef<HTMLInputElement>(null);
  const { hits, areRecents, state } = searching;
  const asks = query.trim() !== "";
  // While one types, Enter opens the first hit; recents are chosen on purpose only.
  const [chosen, setChosen] = useState(-1);
  const active = Math.min(chosen === -1 && asks ? 0 : chosen, hits.length - 1);
  const drawn = useFirstRows(hits, active + 1);
  useLayoutEffect(() => box.current?.focus(), []);
  // Firefox may lay its popup out only once it is shown, and what is not laid out takes no focus.
  useEffect(() => {
    const focus = (): void => {
      if (document.activeElement === document.body) box.current?.focus();
    };
    focus();
    addEventListener("focus", focus);
    return () => removeEventListener("focus", focus);
  }, []);
  useEffect(() => {
    document.getElementById(`result-${active}`)?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  const move = (step: 1 | -1) => {
    if (hits.length === 0) return step === 1 ? onLeave() : undefined;
    if (step === 1 && active === hits.length - 1) return onLeave();
    setChosen(Math.max(asks ? 0 : -1, active + step));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const hit = hits[active];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && hit) onOpen(hit.row.id);
    else if (event.key === "Escape" && query !== "") change("");
    else return;
    event.preventDefault();
  };
  const change = (text: string) => {
    setChosen(-1);
    onQuery(text);
  };
  const label = words.say(areRecents ? "popup_recents" : "popup_results");
  return (
    <search class="search">
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label={words.say("popup_search")}
        aria-expanded={hits.length > 0}
        aria-controls="results"
        aria-autocomplete="list"
        {...(active >= 0 ? { "aria-activedescendant": `result-${active}` } : {})}
        autocomplete="off"
        spellcheck={false}
        placeholder={words.say("popup_search_hint")}
        value={query}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {areRecents && hits.length > 0 ? (
        <div class="row-heading">
          <h2>{label}</h2>
          <button type="button" class="quiet" onClick={onErase}>
            {words.say("popup_erase_recents")}
          </button>
        </div>
      ) : null}
      <div
        id="results"
        role="listbox"
        aria-label={label}
        class="results"
        data-recents={areRecents || undefined}
        hidden={hits.length === 0}
      >
        {drawn.map((hit, at) => (
          <ResultOption
            key={at}
            id={`result-${at}`}
            hit={hit}
            isActive={at === active}
            onChoose={() => onOpen(hit.row.id)}
          />
        ))}
      </div>
      <p role="status" class={asks && hits.length === 0 ? "note" : "unseen"}>
        {!asks ? "" : state === "ready" ? outcome(words, hits.length) : words.say(`popup_search_${state}`)}
      </p>
    </search>
  );
}

function outcome(words: ReturnType<typeof useWords>, count: number): string {
  return count === 0 ? words.say("popup_no_results") : words.count("popup_result_count", count);
}
