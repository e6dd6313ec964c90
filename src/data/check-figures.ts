import type { Entry, Figure } from "../core/pack.ts";
import type { Say } from "./check.ts";

/** Units that measure the same thing, each in multiples of the smallest: so that a part can be drawn in its whole. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 },
  { "USD million": 1e6, "USD billion": 1e9, "USD trillion": 1e12 },
  { "": 1, million: 1e6, billion: 1e9, trillion: 1e12 },
];

/**
 * How many of `to` one `from` is: 1 MW is 0.001 GW. `null`: they do not measure the same thing.
 * "million downloads" and "downloads" differ by their first word only.
 */
export function unitRatio(from: string, to: string): number | null {
  if (from === to) return 1;
  for (const family of FAMILIES) {
    const a = family[from];
    const b = family[to];
    if (a !== undefined && b !== undefined) return a / b;
  }
  const [scaleA, restA] = splitScale(from);
  const [scaleB, restB] = splitScale(to);
  return restA !== "" && restA === restB ? scaleA / scaleB : null;
}

/** Each figure has its own id; `of` leads to a figure of this entry, never round in a circle, in units that convert. */
export function checkFigures({ id, figures }: Entry, say: Say): void {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  figures.forEach((figure, at) => {
    if (byId.get(figure.id) !== figure) {
      say(id, `figures[${at}].id`, `another figure is called "${figure.id}"`);
    }
    const fault = faultOfWhole(figure, byId);
    if (fault !== null) say(id, `figures[${at}].of`, fault);
  });
}

/** What is wrong with the whole this figure says it is a part of. */
function faultOfWhole(figure: Figure, byId: ReadonlyMap<string, Figure>): string | null {
  if (figure.of === undefined) return null;
  const whole = byId.get(figure.of);
  if (!whole) return `"${figure.of}" is no figure of this entry`;
  if (isCyclic(figure, byId)) return `"${figure.of}" leads back to "${figure.id}"`;
  const ratio = unitRatio(figure.unit, whole.unit);
  if (ratio === null) return `"${figure.unit}" cannot be counted in "${whole.unit}"`;
  return figure.value * ratio > whole.value ? `the part is larger than "${figure.of}"` : null;
}

function isCyclic(start: Figure, byId: ReadonlyMap<string, Figure>): boolean {
  const seen = new Set<Figure>([start]);
  for (let at = start.of ? byId.get(start.of) : undefined; at; at = at.of ? byId.get(at.of) : undefined) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function splitScale(unit: string): [number, string] {
  const [first = "", ...rest] = unit.split(" ");
  const scale = FAMILIES[2]?.[first];
  return scale !== undefined && rest.length > 0 ? [scale, rest.join(" ")] : [1, unit];
}
