import { useState } from "preact/hooks";
import { useWords } from "../ui/words-context.ts";
import type { Ports } from "./ports.ts";

/** Forget what was looked up. */
export function Recents({ erase }: { readonly erase: Ports["eraseRecents"] }) {
  const words = useWords();
  const [outcome, setOutcome] = useState<"options_recents_erased" | "options_recents_not_erased" | null>(
    null,
  );
  const onClick = () => {
    erase().then(
      () => setOutcome("options_recents_erased"),
      () => setOutcome("options_recents_not_erased"),
    );
  };
  return (
    <p class="acts">
      <button type="button" onClick={onClick}>
        {words.say("options_erase_recents")}
      </button>
      <span role="status" class="help">
        {outcome ? words.say(outcome) : ""}
      </span>
    </p>
  );
}
