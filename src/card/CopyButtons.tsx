import { useState } from "preact/hooks";
import type { MessageKey } from "../core/words.ts";
import { useWords } from "../ui/words-context.ts";
import type { Flavour } from "./clipboard.ts";

interface CopyButtonsProps {
  readonly of: "quote" | "fact";
  /** @returns what to tell the reader */
  readonly onCopy: (flavour: Flavour) => Promise<string>;
}

/** Copies one claim with its citation; a fact has one form of it to keep its line short. */
export function CopyButtons({ of, onCopy }: CopyButtonsProps) {
  const words = useWords();
  const [told, setTold] = useState("");
  const copy = async (flavour: Flavour) => setTold(await onCopy(flavour));
  const button = (flavour: Flavour, label: MessageKey, text: MessageKey) => (
    <button
      type="button"
      class="act"
      aria-label={words.say(label)}
      title={words.say(label)}
      onClick={() => copy(flavour)}
    >
      {words.say(text)}
    </button>
  );
  return (
    <span class={`copy of-${of}`}>
      {button("rich", of === "quote" ? "card_copy_quote" : "card_copy_fact", "card_copy")}
      {of === "quote" ? button("markdown", "card_copy_quote_markdown", "card_copy_markdown") : null}
      <span role="status">{told}</span>
    </span>
  );
}
