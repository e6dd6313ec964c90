// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { mayHoldShadows } from "./shadows.ts";

const made = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
};

test.each(["<p>words</p>", "<em>words</em>", "<time>12:30</time>", "<ul></ul>"])(
  "no shadow root is looked for in %s",
  (html) => {
    expect(mayHoldShadows(made(html))).toBe(false);
  },
);

test.each([
  "<p> </p>",
  "<div></div>",
  "<x-card>words</x-card>",
  "<li><x-card></x-card></li>",
  "<p>words <b>and</b></p>",
])("one may be in %s", (html) => {
  expect(mayHoldShadows(made(html))).toBe(true);
});
