import type { Figure } from "../core/pack.ts";
import { DataTable } from "./DataTable.tsx";
import { type FigureGroup, figureGroups, type Part } from "./figure-groups.ts";
import { Refs, useCited } from "./Refs.tsx";
import { useSpeech } from "./words-context.ts";

/** Drawing units: the width is stretched to the card's, heights are CSS px. */
const WIDTH = 1000;
const HEIGHT = 44;
/** How much lower each deeper part is than its whole. */
const STEP = 9;
/** A part is never drawn thinner than this, or nobody sees it. */
const LEAST = 8;

/** Figures drawn to scale where they can be compared, else set large. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <div class="figures">
      {figureGroups(figures).map((group) => (
        <Group key={group.parts[0]?.figure.id} {...group} />
      ))}
    </div>
  );
}

function Group({ type, parts }: FigureGroup) {
  const { words, formats } = useSpeech();
  const { lang } = useCited();
  const isNest = type === "nest";
  const dates = new Set(parts.map(({ figure }) => figure.asOf));
  const text = parts.map(({ figure }) => `${formats.amount(figure)} ${figure.label}`).join("; ");
  return (
    <figure class={type}>
      {isNest ? <Nest parts={parts} label={words.say("figure_nest_alt", text)} /> : null}
      <ul aria-label={type === "bars" ? words.say("figure_bars_alt", text) : undefined}>
        {parts.map(({ figure, share, depth }) => (
          <li key={figure.id} class={`depth-${depth}`}>
            {isNest ? <span class="swatch" /> : null}
            <span>
              <bdi class="amount">{formats.amount(figure)}</bdi> <bdi lang={lang}>{figure.label}</bdi>
              {dates.size > 1 || parts.length === 1 ? (
                <span class="meta"> {words.say("figure_as_of", formats.date(figure.asOf))}</span>
              ) : null}
              <Refs of={figure.sources} />
            </span>
            {type === "bars" ? <Bar share={share} /> : null}
          </li>
        ))}
      </ul>
      {dates.size === 1 && parts[1] ? (
        <p class="meta">{words.say("card_as_of", formats.date(parts[1].figure.asOf))}</p>
      ) : null}
      {parts.length > 1 ? (
        <DataTable
          head={[
            "figure_table_what",
            "figure_table_value",
            "figure_table_date",
            ...(isNest ? (["figure_table_share"] as const) : []),
          ]}
          rows={parts.map(({ figure, share }) => [
            figure.label,
            formats.amount(figure),
            formats.date(figure.asOf),
            ...(isNest ? [formats.share(share)] : []),
          ])}
        />
      ) : null}
    </figure>
  );
}

/** Parts of a whole as bars within bars, all on the scale of the whole. */
function Nest({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
      {parts.map(({ figure, share, from, depth }) => (
        <rect
          key={figure.id}
          class={`part depth-${depth}`}
          x={from * WIDTH}
          y={(depth * STEP) / 2}
          width={Math.max(share * WIDTH, LEAST)}
          height={Math.max(HEIGHT - depth * STEP, STEP)}
          vector-effect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** One bar on a scale that begins at zero. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg role="presentation" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none">
      <rect class="scale" y="9" width={WIDTH} height="1" />
      <rect class="bar" width={Math.max(share * WIDTH, LEAST / 2)} height="10" />
    </svg>
  );
}
