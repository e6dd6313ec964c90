import type { ComponentChildren } from "preact";
import type { MessageKey } from "../core/words.ts";
import { useWords } from "./words-context.ts";

interface SectionProps {
  readonly title: MessageKey;
  /** What it shows; nothing, and there is no section. */
  readonly of: readonly unknown[];
  readonly children: ComponentChildren;
}

/** A part of the card under its heading; not a landmark, or a card would hold eight of them. */
export function Section({ title, of, children }: SectionProps) {
  const words = useWords();
  return of.length === 0 ? null : (
    <section>
      <h3>{words.say(title)}</h3>
      {children}
    </section>
  );
}
