import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Words } from "../core/words.ts";
import { type Formats, formats } from "./format.ts";

/** What every component speaks with: the interface's words, and dates and numbers in the same language. */
export interface Speech {
  readonly words: Words;
  readonly formats: Formats;
}

/** Made once per page or bundle, not per card: building the formatters is the dear part. */
export const speech = (words: Words): Speech => ({ words, formats: formats(words.lang) });

const SpeechContext = createContext<Speech | null>(null);
export const SpeechProvider = SpeechContext.Provider;

/** @throws {RangeError} outside a `SpeechProvider` */
export function useSpeech(): Speech {
  const found = useContext(SpeechContext);
  if (found === null) throw new RangeError("a component was rendered outside SpeechProvider");
  return found;
}

export const useWords = (): Words => useSpeech().words;
