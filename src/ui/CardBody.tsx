import type { CardProps } from "./card-props.ts";
import { Differences } from "./Differences.tsx";
import { Facts } from "./Facts.tsx";
import { Figures } from "./Figures.tsx";
import { QuoteView } from "./QuoteView.tsx";
import { Refs } from "./Refs.tsx";
import { Section } from "./Section.tsx";
import { Sources } from "./Sources.tsx";
import { citedNumbers, shownAt } from "./shown.ts";
import { TieGraph } from "./TieGraph.tsx";
import { Ties } from "./Ties.tsx";
import { Timeline } from "./Timeline.tsx";
import { Why } from "./Why.tsx";
import { useSpeech } from "./words-context.ts";

/** Fewer relations than this say more as a list. */
const GRAPH_FROM = 3;

/** What can be scrolled: from the summary to the sources. */
export function CardBody(props: CardProps) {
  const { content, depth, mention, published, here, onOpen, quoteActs, factActs } = props;
  const { entry, quotes, sources, ties, pack } = content;
  const { words, formats } = useSpeech();
  const shown = shownAt(depth);
  const numbers = citedNumbers(content, depth);
  const facts = entry.facts.slice(0, shown.facts);
  const differences = entry.differences.slice(0, shown.differences);
  const everything = depth === "everything";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only names what scrolls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <div class="body" tabIndex={0} role="group" aria-label={words.say("card_summary")}>
      <p class="summary" lang={entry.lang} dir="auto">
        {entry.summary}
        <Refs of={entry.sources} />{" "}
        <span class="meta">
          <bdi>{words.say("card_as_of", formats.date(entry.asOf))}</bdi>
          {entry.editorial ? <bdi>{words.say("card_editorial")}</bdi> : null}
        </span>
      </p>
      {entry.figures.length > 0 ? (
        <Section name="in-figures" title={words.say("card_figures")}>
          <Figures figures={entry.figures} most={shown.figureGroups} />
        </Section>
      ) : null}
      {quotes.length > 0 ? (
        <Section name="in-quotes" title={words.say("card_quotes")}>
          {quotes.slice(0, shown.quotes).map((quote) => (
            <QuoteView
              key={quote.id}
              quote={quote}
              source={sources.find(({ id }) => id === quote.source)}
              onOpen={quote.speakerId === entry.id ? undefined : onOpen}
              acts={quoteActs?.(quote)}
            />
          ))}
        </Section>
      ) : null}
      {differences.length > 0 ? (
        <Section name="in-differences" title={words.say("card_differences")}>
          <Differences differences={differences} />
        </Section>
      ) : null}
      {facts.length > 0 ? (
        <Section name="in-facts" title={words.say("card_facts")}>
          <Facts facts={facts} published={published} acts={factActs} />
        </Section>
      ) : null}
      {everything && entry.events.length > 0 ? (
        <Section name="in-timeline" title={words.say("card_timeline")}>
          <Timeline events={entry.events} published={published} />
        </Section>
      ) : null}
      {ties.length > 0 ? (
        <Section name="in-ties" title={words.say("card_related")}>
          {everything && ties.length >= GRAPH_FROM ? <TieGraph name={entry.name} ties={ties} /> : null}
          <Ties ties={ties} here={here} onOpen={onOpen} most={shown.ties} />
        </Section>
      ) : null}
      {numbers.size > 0 ? (
        <Section name="in-sources" title={words.say("card_sources")}>
          <Sources sources={sources} shown={numbers} />
        </Section>
      ) : null}
      {mention ? <Why {...mention} /> : null}
      <p class="meta pack">
        <bdi>
          {words.say("card_pack", pack.name, formats.number(pack.revision), formats.date(pack.updated))}
        </bdi>
      </p>
    </div>
  );
}
