import type { Lexicon } from "./lexicon.ts";
import { Places } from "./places.ts";
import { walk } from "./walk.ts";

/**
 * Whether the letters of some alias stand in this text, whatever its borders and senses: what `scan` finds in a
 * block, it finds where this says yes of the stretch. For a few words around a change; native where it says no at once.
 */
export function mayHold(lexicon: Lexicon, text: string): boolean {
  const places = new Places(lexicon, text);
  for (let at = places.next(0); at >= 0; at = places.next(at + 1))
    if (walk(lexicon, text, at).length > 0) return true;
  return false;
}
