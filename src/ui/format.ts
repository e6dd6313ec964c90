import type { Figure, PartialDate } from "../core/pack.ts";
import { dateParts } from "./partial-date.ts";

export interface Formats {
  /** As precise as the date is; what is no date comes back as it is. */
  date(date: PartialDate): string;
  number(value: number): string;
  /** "over 300 million downloads", "USD 500 billion" */
  amount(figure: Pick<Figure, "qualifier" | "value" | "unit">): string;
  /** 0.2 → "20%"; small shares keep a digit. */
  share(value: number): string;
}

/** "USD billion": a currency stands before its number. */
const CURRENCY = /^([A-Z]{3}) (\w+illion.*)/;

/**
 * @param lang BCP 47; one the browser does not know gives its default
 * @throws {RangeError} if it is no language tag
 */
export function formats(lang: string): Formats {
  const utc = { timeZone: "UTC", year: "numeric" } as const;
  const byDay = new Intl.DateTimeFormat(lang, { ...utc, month: "short", day: "numeric" });
  const byMonth = new Intl.DateTimeFormat(lang, { ...utc, month: "short" });
  const byYear = new Intl.DateTimeFormat(lang, utc);
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 });
  const shares = new Intl.NumberFormat(lang, { style: "percent", maximumSignificantDigits: 2 });
  return {
    date(date) {
      const parts = dateParts(date);
      if (!parts) return date;
      const { year, month, day } = parts;
      const time = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
      return (day !== null ? byDay : month !== null ? byMonth : byYear).format(time);
    },
    number: (value) => numbers.format(value),
    amount({ qualifier, value, unit }) {
      const [, currency, rest] = CURRENCY.exec(unit) ?? [];
      const parts = [qualifier, currency, numbers.format(value), currency ? rest : unit];
      return parts.filter(Boolean).join(" ");
    },
    share: (value) => shares.format(value),
  };
}
