import { readFileSync } from "node:fs";
import type { Entry, EntryId, Pack, Quote } from "../../../src/core/pack.ts";
import type { MessageKey } from "../../../src/core/words.ts";

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")) as T;

/** The pack as it was built into the extension under test. */
export const bundledPack = (): Pack => read("dist/pack/sidelight.pack.json");

export function bundledEntry(id: EntryId): Entry {
  const entry = bundledPack().entries.find((one) => one.id === id);
  if (!entry) throw new Error(`the pack has no entry ${id}`);
  return entry;
}

export const quotesAbout = (id: EntryId): readonly Quote[] =>
  bundledPack().quotes.filter(({ about }) => about.includes(id));

/** The English words of the interface. */
export function say(key: MessageKey, ...fill: readonly string[]): string {
  const { [key]: found } = read<Record<string, { message: string }>>("src/_locales/en/messages.json");
  if (!found) throw new Error(`no words for ${key}`);
  return found.message.replace(/\$(\d)/g, (_all, at: string) => fill[Number(at) - 1] ?? "");
}
