const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const WATTS: Readonly<Record<string, number>> = { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 };

/** A unit as a multiple of what it counts: "GW" → 1e9 of "W", "million downloads" → 1e6 of "downloads". */
export function unitScale(unit: string): { readonly factor: number; readonly base: string } {
  const watts = WATTS[unit];
  if (watts !== undefined) return { factor: watts, base: "W" };
  const words = unit.split(" ");
  const at = words.findIndex((word) => Object.hasOwn(SCALES, word));
  if (at < 0) return { factor: 1, base: unit };
  return { factor: SCALES[words[at] ?? ""] ?? 1, base: words.toSpliced(at, 1).join(" ") };
}
