import type { Found, FrameReport } from "../messages/contract.ts";
import type { Reports } from "./frames.ts";

/** All frames of a tab as one report, its entries ranked by how much the page is about them. */
export function together(reports: Reports): FrameReport {
  const frames = [...reports].sort(([a], [b]) => a - b);
  const byEntry = new Map<string, Found>();
  for (const [frame, { found }] of frames) {
    for (const item of found) {
      // What stands in an inner frame comes after the page's own text, and its title is not the page's.
      const here = frame === 0 ? item : { ...item, first: 1, inTitle: false };
      const before = byEntry.get(item.entry);
      byEntry.set(item.entry, before ? merge(before, here) : here);
    }
  }
  const all = frames.map(([, report]) => report);
  const sum = (of: (report: FrameReport) => number) => all.reduce((total, report) => total + of(report), 0);
  return {
    found: [...byEntry.values()].sort((a, b) => prominence(b) - prominence(a) || a.first - b.first),
    state: worst(all),
    mentions: sum(({ mentions }) => mentions),
    characters: sum(({ characters }) => characters),
    cost: sum(({ cost }) => cost),
  };
}

/** Title over heading over count; the first place decides between equals. Everyday terms come last. */
function prominence({ everyday, inTitle, inHeading, count, first }: Found): number {
  return (everyday ? -100 : 0) + (inTitle ? 6 : 0) + (inHeading ? 3 : 0) + Math.log2(1 + count) + (1 - first);
}

function merge(a: Found, b: Found): Found {
  return {
    ...a,
    count: a.count + b.count,
    everyday: a.everyday && b.everyday,
    inTitle: a.inTitle || b.inTitle,
    inHeading: a.inHeading || b.inHeading,
    first: Math.min(a.first, b.first),
  };
}

function worst(reports: readonly FrameReport[]): FrameReport["state"] {
  if (reports.some(({ state }) => state === "heavy")) return "heavy";
  return reports.some(({ state }) => state === "reading") ? "reading" : "done";
}
