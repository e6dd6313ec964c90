// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { createHeadings } from "./headings.ts";

beforeEach(() => {
  document.body.innerHTML =
    "<h1>One</h1><div><h3>Two</h3><p role=heading>Three</p></div><h2>Four</h2><section><h3>Five</h3></section>";
});
const texts = (found: readonly Element[]) => found.map(({ textContent }) => textContent);
const ALL = ["One", "Two", "Three", "Four", "Five"];
const open = () => createHeadings(() => [document]);

test("headings are found in reading order, at once or in parts", () => {
  expect(texts(open().all())).toEqual(ALL);
  const headings = open();
  let parts = 0;
  for (const _ of headings.gather()) parts++;
  expect(parts).toBeGreaterThan(3);
  // What was gathered is what is told: nothing is looked for again.
  document.body.innerHTML = "";
  expect(texts(headings.all())).toEqual(ALL);
});

test("a page without headings has none", () => {
  document.body.innerHTML = "<p>Text</p>";
  const headings = open();
  for (const _ of headings.gather());
  expect(headings.all()).toEqual([]);
});

test("a heading that comes while they are gathered is not missed", () => {
  const headings = open();
  let part = 0;
  for (const _ of headings.gather()) {
    if (part++ !== 4) continue;
    document.body.insertAdjacentHTML("afterbegin", "<h1>Zero</h1>");
    document.body.insertAdjacentHTML("beforeend", "<h4>Six</h4>");
    headings.forget();
  }
  expect(texts(headings.all())).toEqual(["Zero", ...ALL, "Six"]);
});
