// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { publishedOf } from "./published.ts";

const pageOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

test.each([
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-10-17T08:00:00Z"}</script>',
    "2025-10-17",
  ],
  [
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"datePublished":"2025-10"}]}</script>',
    "2025-10",
  ],
  ['<script type="application/ld+json">[{"datePublished":"2024-01-02"}]</script>', "2024-01-02"],
  [
    '<script type="application/ld+json">{broken datePublished</script><meta property="article:published_time" content="2025-05-22">',
    "2025-05-22",
  ],
  ['<article><time datetime="2025-03-04T10:00">4 March</time></article>', "2025-03-04"],
  ["<p>no date</p>", null],
  ['<meta name="date" content="yesterday">', null],
])("%s", (html, date) => {
  expect(publishedOf(pageOf(html))).toBe(date);
});
