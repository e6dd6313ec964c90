import type { ComponentChildren } from "preact";
import { useWords } from "../ui/words-context.ts";

export interface TroubleProps {
  /** `broken`: the entry is here, but cannot be drawn. `gone`: the extension is not the one that put this card here. */
  readonly state: "loading" | "unknown" | "failed" | "broken" | "gone";
  readonly onRetry: () => void;
  readonly onReload: () => void;
  /** More that helps. */
  readonly children?: ComponentChildren;
}

/** What is the matter, in words, and every way on that can help. What is broken can also be reported (`Panel.tsx`). */
export function Trouble({ state, onRetry, onReload, children }: TroubleProps) {
  const words = useWords();
  const way = (key: "card_retry" | "card_reload", onClick: () => void) => (
    <button type="button" class="act" onClick={onClick}>
      {words.say(key)}
    </button>
  );
  return (
    <div class="trouble">
      <p class="line" role="status">
        {words.say(`card_${state}`)}
      </p>
      {state === "failed" || state === "broken" ? way("card_retry", onRetry) : null}
      {state === "loading" ? null : way("card_reload", onReload)}
      {children}
    </div>
  );
}
