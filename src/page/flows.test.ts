// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { flowsTo, type Layout } from "./flows.ts";

/** Layout by the element's name and `data-as`; what the page's style would say. */
const layout: Layout = {
  of(element) {
    const as = (element as HTMLElement).dataset["as"];
    if (as === "atom" || as === "break" || as === "flow") return as;
    return /^(p|div|li|td)$/.test(element.localName) ? "break" : "flow";
  },
};

/** Texts "a" and "b" of a small page, told apart by their content. */
function flows(html: string, glued = false): boolean {
  const body = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html").body;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\S/.test((node as Text).data)) found.push(node as Text);
  return flowsTo(found[0] as Text, found[1] as Text, glued, layout);
}

test.each([
  ["inline parts of a line", "<p>a<b>b</b></p>", true],
  ["deep inline parts", "<p><i><b>a</b></i><span><em>b</em></span></p>", true],
  ["two paragraphs", "<p>a</p><p>b</p>", false],
  ["a paragraph inside the line's block", "<div>a<p>b</p></div>", false],
  ["table cells", "<table><tr><td>a</td><td>b</td></tr></table>", false],
  ["an inline element laid out as a block", '<p>a<span data-as="break">b</span></p>', false],
  ["a paragraph laid out inline", '<div><p data-as="flow">a</p><p data-as="flow">b</p></div>', true],
  ["an image between", "<p>a<img>b</p>", false],
  ["a possible break between", "<p>a<wbr>b</p>", true],
  ["a comment between", "<p>a<!-- x -->b</p>", true],
  ["an empty anchor between", '<p>a<a id="x"></a>b</p>', true],
])("%s", (_, html, expected) => {
  expect(flows(html)).toBe(expected);
});

test("a box of its own parts glued words, not spaced ones", () => {
  const html = '<p>a<span data-as="atom">b</span></p>';
  expect(flows(html, true)).toBe(false);
  expect(flows(html, false)).toBe(true);
});

test("a line break parts glued words, not spaced ones", () => {
  expect(flows("<p>a<br>b</p>", true)).toBe(false);
  expect(flows("<p>a<br>b</p>", false)).toBe(true);
});
