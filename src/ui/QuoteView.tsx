import type { ComponentChildren } from "preact";
import type { EntryId, Quote, Source } from "../core/pack.ts";
import { wordingKey } from "./keys.ts";
import { OutLink } from "./OutLink.tsx";
import { Refs } from "./Refs.tsx";
import { safeHref } from "./source-title.ts";
import { useSpeech } from "./words-context.ts";

interface QuoteViewProps {
  readonly quote: Quote;
  readonly source: Source | undefined;
  /** Opens the speaker's entry; unset where entries cannot be opened. */
  readonly onOpen?: ((id: EntryId) => void) | undefined;
  /** Buttons that belong to this quote. */
  readonly acts?: ComponentChildren;
}

/** A quotation with all that says who, when, where, and how far the words can be trusted. */
export function QuoteView({ quote, source, onOpen, acts }: QuoteViewProps) {
  const { words, formats } = useSpeech();
  const { speakerId, section } = quote;
  const sectionTitle = section === null ? undefined : source?.sections?.[section];
  const said = [
    quote.occasion,
    quote.date ? formats.date(quote.date) : null,
    section === null ? null : words.say("card_section", [section, sectionTitle].filter(Boolean).join(", ")),
  ].filter((part) => part !== null);
  return (
    <figure class="quote">
      <blockquote dir="auto">
        <p>“{quote.text}”</p>
      </blockquote>
      <figcaption>
        <span class="speaker">
          {speakerId !== undefined && onOpen ? (
            <button type="button" class="link" onClick={() => onOpen(speakerId)}>
              <bdi>{quote.speaker}</bdi>
            </button>
          ) : (
            <bdi>{quote.speaker}</bdi>
          )}
          , <bdi>{quote.role}</bdi>
        </span>
        <span class="meta">
          {said.map((part) => (
            <bdi key={part}>{part}</bdi>
          ))}
          <Refs of={[quote.source]} />
        </span>
        <span class="wording">
          {words.say(wordingKey(quote.wording))} <bdi>{quote.note}</bdi>
          {safeHref(quote.compare) !== null ? (
            <>
              {" "}
              <OutLink url={quote.compare}>{words.say("wording_compare")}</OutLink>
            </>
          ) : null}
        </span>
        {acts}
      </figcaption>
    </figure>
  );
}
