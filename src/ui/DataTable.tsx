import type { MessageKey } from "../core/words.ts";
import { useWords } from "./words-context.ts";

interface DataTableProps {
  readonly head: readonly MessageKey[];
  readonly rows: readonly (readonly string[])[];
}

/** What a drawing shows, as a table, for those whom the drawing does not serve. */
export function DataTable({ head, rows }: DataTableProps) {
  const words = useWords();
  return (
    <details class="data">
      <summary>{words.say("figure_table")}</summary>
      <table>
        <thead>
          <tr>
            {head.map((key) => (
              <th key={key} scope="col">
                {words.say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => {
                const Cell = column === 0 ? "th" : "td";
                return (
                  <Cell key={column} scope={column === 0 ? "row" : undefined} dir="auto">
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
