import type { Figure } from "../core/pack.ts";
import { Refs } from "./Refs.tsx";
import { useSpeech } from "./words-context.ts";

/** "over 300 million downloads" */
export function Amount({ figure }: { readonly figure: Figure }) {
  const { formats } = useSpeech();
  return (
    <bdi class="amount">
      {figure.qualifier ? <span class="qualifier">{figure.qualifier} </span> : null}
      {formats.number(figure.value)} <span class="unit">{figure.unit}</span>
    </bdi>
  );
}

/** What was counted, when, and who says so. */
export function FigureLabel({ figure }: { readonly figure: Figure }) {
  const { words, formats } = useSpeech();
  return (
    <span class="figure-label">
      <bdi>{figure.label}</bdi>{" "}
      <span class="meta">{words.say("figure_as_of", formats.date(figure.asOf))}</span>
      <Refs of={figure.sources} />
    </span>
  );
}

/** For text alternatives and tables. */
export function amountText(figure: Figure, number: (value: number) => string): string {
  return [figure.qualifier, number(figure.value), figure.unit].filter(Boolean).join(" ");
}
