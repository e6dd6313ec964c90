import type { Figure } from "../core/pack.ts";
import { Amount, FigureLabel } from "./Amount.tsx";
import { Bars } from "./Bars.tsx";
import { figureGroups } from "./figure-groups.ts";
import { Nest } from "./Nest.tsx";

interface FiguresProps {
  readonly figures: readonly Figure[];
  /** How many groups at most; the first ones of the pack. */
  readonly most?: number;
}

/** Figures drawn to scale where they can be compared, else set large. */
export function Figures({ figures, most = Number.POSITIVE_INFINITY }: FiguresProps) {
  return (
    <div class="figures">
      {figureGroups(figures)
        .slice(0, most)
        .map((group, at) => {
          if (group.type === "nest") return <Nest key={at} parts={group.parts} />;
          if (group.type === "bars") return <Bars key={at} bars={group.bars} />;
          return <PlainFigure key={at} figure={group.figure} />;
        })}
    </div>
  );
}

function PlainFigure({ figure }: { readonly figure: Figure }) {
  return (
    <p class="plain-figure">
      <Amount figure={figure} /> <FigureLabel figure={figure} />
    </p>
  );
}
