import type { ComponentChildren } from "preact";
import { useWords } from "./words-context.ts";

interface DataTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
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
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
