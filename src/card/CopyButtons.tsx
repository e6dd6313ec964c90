import { useState } from "preact/hooks";
import { useWords } from "../ui/words-context.ts";
import type { Flavour } from "./clipboard.ts";
import { reasonOf } from "./deeds.ts";

interface CopyButtonsProps {
  readonly of: "quote" | "fact";
  /** @returns what to tell the reader */
  readonly onCopy: (flavour: Flavour) => Promise<string>;
}

/** Copies one claim with its citation; a fact has one form of it to keep its line short. */
export function CopyButtons({ of, onCopy }: CopyButtonsProps) {
  const words = useWords();
  const [told, setTold] = useState("");
  const button = (flavour: Flavour, text: "card_copy" | "card_copy_markdown") => (
    <button
      type="button"
      class="act"
      title={words.say(flavour === "rich" ? `card_copy_${of}` : "card_copy_quote_markdown")}
      onClick={() => onCopy(flavour).then(setTold, (error) => setTold(reasonOf(error, words)))}
    >
      {words.say(text)}
    </button>
  );
  return (
    <span class={`copy of-${of}`}>
      {button("rich", "card_copy")}
      {of === "quote" ? button("markdown", "card_copy_markdown") : null}
      {told}
    </span>
  );
}
