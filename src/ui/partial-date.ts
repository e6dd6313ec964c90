import type { PartialDate } from "../core/pack.ts";

/** A date as precise as it is known: month 1–12, day 1–31, `null` where unknown. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** `null`: not a date like 2025, 2025-05 or 2025-05-22 (a longer ISO time counts by its day). */
export function dateParts(date: PartialDate): DateParts | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T| )/.exec(date);
  if (!found) return null;
  const [, year, month, day] = found;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

/** First and last day that the date may mean, in days since 1970. */
export function dateSpan(date: PartialDate): { readonly first: number; readonly last: number } | null {
  const parts = dateParts(date);
  if (!parts) return null;
  const { year, month, day } = parts;
  const from = [year, (month ?? 1) - 1, day ?? 1] as const;
  // The last day is the one before the next year, month or day, whichever is known.
  const unit = month === null ? 0 : day === null ? 1 : 2;
  const [nextYear, nextMonth, nextDay] = from.map((part, at) => (at === unit ? part + 1 : part));
  return { first: dayNumber(...from), last: dayNumber(nextYear!, nextMonth!, nextDay!) - 1 };
}

/** Certainly after: even the first day that `date` may mean lies after the last one that `than` may mean. */
export function isLater(date: PartialDate | null, than: PartialDate | null): boolean {
  if (date === null || than === null) return false;
  const a = dateSpan(date);
  const b = dateSpan(than);
  return a !== null && b !== null && a.first > b.last;
}

const DAY = 86_400_000;
const dayNumber = (year: number, month: number, day: number) => Math.round(Date.UTC(year, month, day) / DAY);
