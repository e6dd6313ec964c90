import type { Tie } from "../messages/contract.ts";
import { DataTable } from "./DataTable.tsx";
import { family } from "./family.ts";
import { kindKey, relationKey } from "./keys.ts";
import { type Spoke, spokes } from "./spokes.ts";
import { useWords } from "./words-context.ts";

/** Drawing units = CSS px in the narrowest card (320 px with two scroll bars), so that no text is drawn below its size. */
const WIDTH = 260;
/** Height of one label's line. */
const ROW = 30;
/** Half the width of the column of dots around the middle. */
const REACH = 36;
/** Characters of a label that fit beside the dots. */
const LABEL = 14;

interface TieGraphProps {
  readonly name: string;
  readonly ties: readonly Tie[];
}

/** The entry in the middle, its nearest relations around it. */
export function TieGraph({ name, ties }: TieGraphProps) {
  const words = useWords();
  const { drawn, left } = spokes(ties);
  const rows = Math.max(...drawn.map(({ of }) => of));
  const height = rows * ROW + 8;
  const middle = { x: WIDTH / 2, y: height / 2 };
  const place = ({ side, row, of }: Spoke) => {
    const off = row - (of - 1) / 2;
    return { x: middle.x + side * REACH * (1 - 2 * (off / rows) ** 2), y: middle.y + off * ROW };
  };
  return (
    <figure class="graph">
      <svg
        role="img"
        aria-label={words.count("card_related_alt", ties.length, name)}
        viewBox={`0 0 ${WIDTH} ${height}`}
      >
        {drawn.map((spoke) => {
          const { x, y } = place(spoke);
          return <line key={spoke.tie.id} class="spoke" x1={middle.x} y1={middle.y} x2={x} y2={y} />;
        })}
        {drawn.map((spoke) => {
          const { tie, side } = spoke;
          const { x, y } = place(spoke);
          return (
            <g key={tie.id} data-family={family(tie.kind)} text-anchor={side < 0 ? "end" : "start"}>
              <circle class="node" cx={x} cy={y} r="4.5" />
              <text x={x + side * 10} y={y - 3}>
                {short(tie.name)}
              </text>
              <text class="relation" x={x + side * 10} y={y + 11}>
                {short(words.say(relationKey(tie.type, tie.inverse)))}
              </text>
            </g>
          );
        })}
        <circle class="hub" cx={middle.x} cy={middle.y} r="7" />
      </svg>
      {left > 0 ? <figcaption class="meta">{words.count("card_more", left)}</figcaption> : null}
      <DataTable
        head={["figure_table_what", "figure_table_relation", "figure_table_kind"]}
        rows={ties.map(({ name, kind, type, inverse }) => [
          name,
          words.say(relationKey(type, inverse)),
          words.say(kindKey(kind)),
        ])}
      />
    </figure>
  );
}

function short(name: string): string {
  const letters = [...name];
  return letters.length > LABEL ? `${letters.slice(0, LABEL - 1).join("")}…` : name;
}
