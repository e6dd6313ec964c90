import type { PackEvent, PartialDate } from "../core/pack.ts";
import { dateSpan } from "./partial-date.ts";

/** Where an event lies on the line, 0–1; a partial date covers a stretch. */
export interface Dot {
  readonly event: PackEvent;
  readonly from: number;
  readonly to: number;
}

export interface Scale {
  readonly dots: readonly Dot[];
  /** Years to write under the line, with the place where they begin. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  /** Where the page's own date lies; `null` outside the line. */
  readonly published: number | null;
}

/** More labels than this collide at 320 px. */
const MOST_LABELS = 5;

/** Whole years around the events, cut into a readable number of labels. `null`: no event has a date that can be drawn. */
export function timelineScale(events: readonly PackEvent[], published: PartialDate | null): Scale | null {
  const spans = events.flatMap((event) => {
    const span = dateSpan(event.date);
    return span ? [{ event, span }] : [];
  });
  if (spans.length === 0) return null;
  const first = yearOf(Math.min(...spans.map(({ span }) => span.first)));
  const last = yearOf(Math.max(...spans.map(({ span }) => span.last))) + 1;
  const start = startOf(first);
  const length = startOf(last) - start;
  const at = (day: number) => (day - start) / length;
  const step = niceStep((last - first) / MOST_LABELS);
  const years: { year: number; at: number }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    years.push({ year, at: at(startOf(year)) });
  const page = published === null ? null : dateSpan(published);
  const middle = page ? at((page.first + page.last) / 2) : -1;
  return {
    dots: spans.map(({ event, span }) => ({ event, from: at(span.first), to: at(span.last) })),
    years,
    published: middle >= 0 && middle <= 1 ? middle : null,
  };
}

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
const startOf = (year: number) => Math.round(Date.UTC(year, 0, 1) / 86_400_000);
const niceStep = (least: number) =>
  [1, 2, 5, 10, 20, 50, 100].find((step) => step >= least) ?? Math.ceil(least / 100) * 100;
