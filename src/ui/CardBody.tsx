import type { CardProps } from "./card-props.ts";
import { Differences } from "./Differences.tsx";
import { Facts } from "./Facts.tsx";
import { Figures } from "./Figures.tsx";
import { Meta } from "./Meta.tsx";
import { isLater } from "./partial-date.ts";
import { QuoteView } from "./QuoteView.tsx";
import { Refs } from "./Refs.tsx";
import { Section } from "./Section.tsx";
import { Sources } from "./Sources.tsx";
import { Ties } from "./Ties.tsx";
import { citedBy, trim } from "./trim.ts";
import { Why } from "./Why.tsx";
import { useSpeech } from "./words-context.ts";

/** Fewer relations than this say more as a list. */
const GRAPH_FROM = 3;

/** What can be scrolled: from the summary to the sources. Sections without content are not there. */
export function CardBody({
  content,
  depth,
  deep: { TieGraph, Timeline },
  mention,
  published,
  here,
  onOpen,
  quoteActs,
  factActs,
}: CardProps) {
  const { entry, quotes, sources, ties, pack } = trim(content, depth, here);
  const { words, formats } = useSpeech();
  const cited = citedBy({ entry, quotes, sources, ties, pack });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only names what scrolls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <div class="body" tabIndex={0} role="group" aria-label={words.say("card_summary")}>
      <p class="summary" lang={entry.lang} dir="auto">
        {entry.summary}
        <Refs of={entry.sources} />
      </p>
      <Meta
        of={[
          words.say("card_as_of", formats.date(entry.asOf)),
          isLater(entry.asOf, published) && words.say("card_later"),
          entry.editorial && words.say("card_editorial"),
        ]}
      />
      <Section of={entry.figures} title="card_figures">
        <Figures figures={entry.figures} />
      </Section>
      <Section of={quotes} title="card_quotes">
        {quotes.map((quote) => (
          <QuoteView
            key={quote.id}
            quote={quote}
            published={published}
            source={sources.find(({ id }) => id === quote.source)}
            onOpen={quote.speakerId === entry.id ? undefined : onOpen}
            acts={quoteActs?.(quote)}
          />
        ))}
      </Section>
      <Section of={entry.differences} title="card_differences">
        <Differences differences={entry.differences} />
      </Section>
      <Section of={entry.facts} title="card_facts">
        <Facts facts={entry.facts} published={published} acts={factActs} />
      </Section>
      <Section of={entry.events} title="card_timeline">
        <Timeline events={entry.events} published={published} />
      </Section>
      <Section of={ties} title="card_related">
        {depth === "everything" && ties.length >= GRAPH_FROM ? (
          <TieGraph name={entry.name} ties={ties} />
        ) : null}
        <Ties ties={ties} here={here} onOpen={onOpen} />
      </Section>
      <Section of={[...cited]} title="card_sources">
        <Sources sources={sources} cited={cited} />
      </Section>
      {mention ? <Why {...mention} /> : null}
      <Meta
        of={[words.say("card_pack", pack.name, formats.number(pack.revision), formats.date(pack.updated))]}
      />
    </div>
  );
}
