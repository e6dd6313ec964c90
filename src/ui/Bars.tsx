import type { Figure } from "../core/pack.ts";
import { Amount, amountText, FigureLabel } from "./Amount.tsx";
import { DataTable } from "./DataTable.tsx";
import { useSpeech } from "./words-context.ts";

interface BarsProps {
  readonly bars: readonly { readonly figure: Figure; readonly share: number }[];
}

/** Figures of one unit as bars on one scale that begins at zero. */
export function Bars({ bars }: BarsProps) {
  const { words, formats } = useSpeech();
  const text = bars.map(({ figure }) => `${figure.label}: ${amountText(figure, formats.number)}`);
  return (
    <figure class="bars" aria-label={words.say("figure_bars_alt", text.join("; "))}>
      {bars.map(({ figure, share }) => (
        <div key={figure.id} class="bar-row">
          <Amount figure={figure} /> <FigureLabel figure={figure} />
          <svg aria-hidden="true" viewBox="0 0 1000 10" preserveAspectRatio="none">
            <line class="scale" x1="0" y1="9.5" x2="1000" y2="9.5" vector-effect="non-scaling-stroke" />
            <rect class="bar" x="0" y="0" width={Math.max(share * 1000, 3)} height="10" />
          </svg>
        </div>
      ))}
      <DataTable
        head={[
          words.say("figure_table_what"),
          words.say("figure_table_value"),
          words.say("figure_table_date"),
        ]}
        rows={bars.map(({ figure }) => [
          figure.label,
          amountText(figure, formats.number),
          formats.date(figure.asOf),
        ])}
      />
    </figure>
  );
}
