import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { benchPages } from "../scripts/bench-pages.mjs";

const PAGES = new Map(benchPages());
const ORDINARY = [...PAGES].filter(([name]) => !name.startsWith("large/"));

function inkOf(name: string): string {
  const { document } = new Window({ settings: { enableJavaScriptEvaluation: false } });
  document.write(PAGES.get(name) ?? "");
  return document.body.textContent.replace(/\s+/gu, "");
}

/** Names of ours would stand here, had a bank or a shell let one slip in. */
const NAMES = /OpenAI|Nvidia|China|Qwen|Llama|Europe|token|training|model/u;

test("the same pages come out of every run", () => {
  expect(new Map(benchPages())).toEqual(PAGES);
});

test("there are at least twenty, of the size of real ones", () => {
  const sizes = ORDINARY.map(([, html]) => textOf(html).length).sort((a, b) => a - b);
  expect(sizes.length).toBeGreaterThanOrEqual(20);
  const median = sizes[Math.floor(sizes.length / 2)];
  expect(median).toBeGreaterThan(12_000);
  expect(median).toBeLessThan(20_000);
});

test("the largest has 100,000 nodes", () => {
  const html = PAGES.get("large/monster.html") ?? "";
  const [, body = ""] = html.split("<body>");
  const tags = body.match(/<[a-z]/gu)?.length ?? 0;
  const texts = body.split(/<[^>]*>/u).filter(Boolean).length;
  expect(tags + texts).toBeGreaterThanOrEqual(100_000);
});

test.each(["news-minified", "news-indented"])("%s says what the page says as it was written", (name) => {
  expect(inkOf(`${name}.html`)).toBe(inkOf("news.html"));
});

test.each(ORDINARY.map(([name]) => name).filter((name) => name.startsWith("no-hit")))(
  "%s holds no name",
  (name) => {
    expect(textOf(PAGES.get(name) ?? "")).not.toMatch(NAMES);
  },
);

function textOf(html: string): string {
  const [, body = ""] = html.split("<body>");
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gu, " ")
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ");
}
