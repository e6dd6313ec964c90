// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { BORDER, type Candidate } from "../core/mention.ts";
import { joinsOf, passagesOf } from "./passage.ts";

const layout = { of: () => "break" as const };

/** Two cells, "1" and "GW", with candidates at these offsets of their joined text. */
function passages(...spans: readonly (readonly [number, number])[]) {
  document.body.replaceChildren();
  const nodes = ["1", "GW"].map((text) => {
    const cell = document.createElement("td");
    cell.append(text);
    document.body.append(cell);
    return cell.firstChild as Text;
  });
  const chunk = { text: `1${BORDER}GW`, nodes, starts: [0, 2] };
  const candidates = spans.map(([start, end]): Candidate => ({ start, end, senses: [] }));
  const context = { layout, skip: () => false, root: document, lang: "en" };
  return [...passagesOf(chunk, candidates, joinsOf(chunk, layout), context)].filter((one) => one !== null);
}

test("each block's candidates make a passage, with offsets of their own", () => {
  expect(passages([0, 1], [2, 4]).map(({ text, candidates }) => [text, candidates[0]?.start])).toEqual([
    ["1", 0],
    ["GW", 0],
  ]);
});

test("a candidate that begins on the border between two blocks ends the work all the same", () => {
  expect(passages([1, 4])).toHaveLength(1);
});
