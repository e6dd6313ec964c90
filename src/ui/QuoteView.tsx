import type { ComponentChildren } from "preact";
import type { EntryId, PartialDate, Quote, Source } from "../core/pack.ts";
import { wordingKey } from "./keys.ts";
import { Meta } from "./Meta.tsx";
import { OutLink } from "./OutLink.tsx";
import { isLater } from "./partial-date.ts";
import { Refs, useCited } from "./Refs.tsx";
import { useSpeech } from "./words-context.ts";

interface QuoteViewProps {
  readonly quote: Quote;
  /** When the page was published. */
  readonly published: PartialDate | null;
  readonly source: Source | undefined;
  /** Opens the speaker's entry; unset where entries cannot be opened. */
  readonly onOpen?: ((id: EntryId) => void) | undefined;
  /** Buttons that belong to this quote. */
  readonly acts?: ComponentChildren;
}

/** A quotation with all that says who, when, where, and how far the words can be trusted. */
export function QuoteView({ quote, published, source, onOpen, acts }: QuoteViewProps) {
  const { words, formats } = useSpeech();
  const { lang } = useCited();
  const { speakerId, section } = quote;
  const speaker = <bdi>{quote.speaker}</bdi>;
  return (
    <figure class="quote">
      <blockquote lang={lang} dir="auto">
        “{quote.text}”
      </blockquote>
      <figcaption>
        <span>
          {speakerId !== undefined && onOpen ? (
            <button type="button" class="link" onClick={() => onOpen(speakerId)}>
              {speaker}
            </button>
          ) : (
            <b>{speaker}</b>
          )}
          , <bdi lang={lang}>{quote.role}</bdi>
        </span>
        <Meta
          of={[
            quote.occasion,
            quote.date && formats.date(quote.date),
            isLater(quote.date, published) && words.say("card_later"),
            section &&
              words.say("card_section", [section, source?.sections?.[section]].filter(Boolean).join(", ")),
          ]}
        >
          <Refs of={[quote.source]} />
        </Meta>
        <span class="wording">
          {words.say(wordingKey(quote.wording))} <bdi lang={lang}>{quote.note}</bdi>{" "}
          {quote.compare ? <OutLink url={quote.compare}>{words.say("wording_compare")}</OutLink> : null}
        </span>
        {acts}
      </figcaption>
    </figure>
  );
}
