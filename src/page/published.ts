const META =
  'meta[property="article:published_time"],meta[name="article:published_time"],meta[itemprop="datePublished"],' +
  'meta[name="date"],meta[name="dc.date"],meta[name="DC.date.issued"],meta[name="parsely-pub-date"]';

/** As much of an ISO date as stands at the start. */
const isoStart = (text: unknown): string | null =>
  typeof text === "string" ? (/^\s*(\d{4}(-\d{2}(-\d{2})?)?)(?!\d)/.exec(text)?.[1] ?? null) : null;

/** The page's own publication date, ISO, as precise as it stands there; `null`: it names none. */
export function publishedOf(document: Document): string | null {
  return (
    fromJsonLd(document) ??
    isoStart(document.querySelector(META)?.getAttribute("content")) ??
    fromTime(document)
  );
}

function fromJsonLd(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? "";
    if (text.length > 200_000 || !text.includes("datePublished")) continue;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      continue; // the page's mistake; the next script or the meta tags may do
    }
    const date = datePublished(data, 0);
    if (date) return date;
  }
  return null;
}

function datePublished(data: unknown, depth: number): string | null {
  if (typeof data !== "object" || data === null || depth > 4) return null;
  if (!Array.isArray(data) && "datePublished" in data) {
    const date = isoStart(data.datePublished);
    if (date) return date;
  }
  const inner = Array.isArray(data) ? data : "@graph" in data ? [data["@graph"]] : [];
  for (const part of inner.slice(0, 50)) {
    const date = datePublished(part, depth + 1);
    if (date) return date;
  }
  return null;
}

function fromTime(document: Document): string | null {
  const time = document.querySelector("article time[datetime], main time[datetime], time[pubdate]");
  return isoStart(time?.getAttribute("datetime"));
}
