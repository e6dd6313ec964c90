import type { ComponentChildren } from "preact";
import type { Fact, PartialDate } from "../core/pack.ts";
import { isLater } from "./partial-date.ts";
import { Refs, useCited } from "./Refs.tsx";
import { useSpeech } from "./words-context.ts";

interface FactsProps {
  readonly facts: readonly Fact[];
  /** When the page was published: what came later is told apart. */
  readonly published: PartialDate | null;
  readonly acts?: ((fact: Fact) => ComponentChildren) | undefined;
}

/** Dated facts; those that the page's author could not know come under a heading of their own. */
export function Facts({ facts, published, acts }: FactsProps) {
  const { words, formats } = useSpeech();
  const later = facts.filter(({ date }) => isLater(date, published));
  if (published === null || later.length === 0) return <FactList facts={facts} acts={acts} />;
  const known = facts.filter((fact) => !later.includes(fact));
  return (
    <>
      {known.length > 0 ? (
        <>
          <h4>{words.say("card_known_then", formats.date(published))}</h4>
          <FactList facts={known} acts={acts} />
        </>
      ) : null}
      <h4>{words.say("card_came_later")}</h4>
      <FactList facts={later} acts={acts} />
    </>
  );
}

function FactList({ facts, acts }: Pick<FactsProps, "facts" | "acts">) {
  const { words, formats } = useSpeech();
  const { lang } = useCited();
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={`${fact.date} ${fact.text}`}>
          {fact.date === null ? (
            <span class="when">{words.say("card_undated")}</span>
          ) : (
            <time class="when" dateTime={fact.date}>
              {formats.date(fact.date)}
            </time>
          )}
          <span lang={lang} dir="auto">
            {fact.text}
            <Refs of={fact.sources} />
          </span>
          {acts?.(fact)}
        </li>
      ))}
    </ul>
  );
}
