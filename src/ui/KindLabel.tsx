import type { Kind } from "../core/pack.ts";
import { family } from "./family.ts";
import { kindKey } from "./keys.ts";
import { useWords } from "./words-context.ts";

/** The kind in words, with its family's colour. */
export function KindLabel({ kind }: { readonly kind: Kind }) {
  const words = useWords();
  return (
    <span class="kind" data-family={family(kind)}>
      {words.say(kindKey(kind))}
    </span>
  );
}
