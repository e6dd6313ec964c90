import { Amount, amountText, FigureLabel } from "./Amount.tsx";
import { DataTable } from "./DataTable.tsx";
import type { Part } from "./figure-groups.ts";
import { useSpeech } from "./words-context.ts";

/** Drawing units; the width is stretched to the card's, heights are CSS px. */
const WIDTH = 1000;
const HEIGHT = 44;
/** How much lower each deeper part is than its whole. */
const STEP = 9;
/** A part is never drawn thinner than this, or nobody sees it. */
const LEAST = 8;

/** Parts of a whole as bars within bars, all on the scale of the whole. */
export function Nest({ parts }: { readonly parts: readonly Part[] }) {
  const { words, formats } = useSpeech();
  const text = parts.map(({ figure, share, depth }) => {
    const amount = amountText(figure, formats.number);
    return depth === 0
      ? words.say("figure_whole", amount, figure.label, formats.date(figure.asOf))
      : words.say("figure_part", amount, figure.label, formats.date(figure.asOf), formats.share(share));
  });
  return (
    <figure class="nest">
      <svg
        role="img"
        aria-label={words.say("figure_nest_alt", text.join("; "))}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {parts.map(({ figure, share, from, depth }) => (
          <rect
            key={figure.id}
            class={`part depth-${Math.min(depth, 3)}`}
            x={from * WIDTH}
            y={Math.min(depth, 3) * (STEP / 2)}
            width={Math.max(share * WIDTH, LEAST)}
            height={HEIGHT - Math.min(depth, 3) * STEP}
            vector-effect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul class="legend">
        {parts.map(({ figure, depth }) => (
          <li key={figure.id} class={`depth-${Math.min(depth, 3)}`}>
            <span class="swatch" aria-hidden="true" />
            <span>
              <Amount figure={figure} /> <FigureLabel figure={figure} />
            </span>
          </li>
        ))}
      </ul>
      <DataTable
        head={[
          words.say("figure_table_what"),
          words.say("figure_table_value"),
          words.say("figure_table_share"),
          words.say("figure_table_date"),
        ]}
        rows={parts.map(({ figure, share }) => [
          figure.label,
          amountText(figure, formats.number),
          formats.share(share),
          formats.date(figure.asOf),
        ])}
      />
    </figure>
  );
}
