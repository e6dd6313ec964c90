import { useEffect, useState } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import type { Words } from "../core/words.ts";
import type { Answer } from "./load.ts";
import type { OpenCard } from "./machine.ts";

interface AnnouncerProps {
  readonly card: OpenCard | null;
  readonly answers: ReadonlyMap<EntryId, Answer>;
  readonly words: Words;
}

/** A live region is heard only when its text changes after it is there, ms. */
const AFTER = 100;

/** Says politely what opened beside the pointer; a dialog that takes the focus announces itself. */
export function Announcer({ card, answers, words }: AnnouncerProps) {
  const [said, setSaid] = useState("");
  const answer = card && !card.dialog ? answers.get(card.trail.at(-1) ?? "") : undefined;
  const text =
    answer?.state === "shown"
      ? words.say("card_announce", answer.content.entry.name, answer.content.entry.line)
      : "";
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
