import { foldCharacter } from "./fold.ts";

const ASCII = /^[ -_a-~]*$/;

/**
 * The matcher's fold for an index of thousands of short texts: what each character becomes is asked once. (The
 * browser takes some 20 µs to normalise one, and a popup that opens waits for all.) Runs of spaces stay, which
 * search levels anyway.
 */
export function searchFold(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (ASCII.test(text)) return text.toLowerCase();
    let folded = "";
    for (const character of text) {
      let plain = known.get(character);
      if (plain === undefined) {
        plain = foldCharacter(character);
        known.set(character, plain);
      }
      folded += plain;
    }
    return folded;
  };
}
