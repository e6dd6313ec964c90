import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Source, SourceId } from "../core/pack.ts";
import { sourceTitle } from "./source-title.ts";
import { useWords } from "./words-context.ts";

/** The sources of the card in the order of their numbers, and the way to one. */
export interface Cited {
  /** Of the entry's texts, which the interface may not share: voices and hyphenation go by it. */
  readonly lang: string;
  readonly sources: readonly Source[];
  reach(number: number): void;
}

const CitedContext = createContext<Cited>({ lang: "", sources: [], reach: () => {} });
export const CitedProvider = CitedContext.Provider;
export const useCited = (): Cited => useContext(CitedContext);

/** The numbers behind a claim; each leads to its source in the list. */
export function Refs({ of }: { readonly of: readonly SourceId[] }) {
  const words = useWords();
  const { sources, reach } = useCited();
  const numbers = of
    .map((id) => sources.findIndex((source) => source.id === id) + 1)
    .filter((at) => at > 0)
    .sort((a, b) => a - b);
  return (
    <span class="refs">
      {/* A number alone on a line says nothing: it stays with the last word. */ "\u2060"}
      {numbers.map((number) => (
        <button
          type="button"
          key={number}
          class="ref"
          aria-label={words.say("card_source_number", String(number), sourceTitle(sources[number - 1]!))}
          onClick={() => reach(number)}
        >
          {number}
        </button>
      ))}
    </span>
  );
}
