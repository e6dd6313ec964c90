import { keyOf } from "./fold.ts";
import { aliasText, type Lexicon } from "./lexicon.ts";
import type { Sense } from "./mention.ts";

/** Are these the initials of an alias, none themselves? */
export const isInitials = (sense: Sense): sense is Sense & { readonly cue: string } =>
  sense.rule === "acronym" && sense.cue !== null;

/** What stands in the text: the alias, or its initials. */
export const writtenOf = (lexicon: Lexicon, sense: Sense): string =>
  isInitials(sense) ? sense.cue : aliasText(lexicon, sense.alias);

/** Does the entry have a name with a telling word of this one? What has but the initials must be this name. */
export function isNameOf(lexicon: Lexicon, sense: Sense, long: string): boolean {
  const { aliasEntry } = lexicon;
  const entry = aliasEntry[sense.alias];
  if (isInitials(sense)) return keyOf(long) === keyOf(aliasText(lexicon, sense.alias));
  const telling = keyOf(long)
    .split(" ")
    .filter((word) => word.length > 3);
  for (let alias = 0; alias < aliasEntry.length; alias++) {
    if (aliasEntry[alias] !== entry) continue;
    const words = keyOf(aliasText(lexicon, alias)).split(" ");
    if (
      words.length > 1 &&
      telling.some((word) => words.some((other) => other === word || `${other}s` === word))
    )
      return true;
  }
  return false;
}
