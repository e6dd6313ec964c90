// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { findMainContent } from "./main-content.ts";
import { createSkip } from "./skip.ts";

function bodyOf(html: string): HTMLElement {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  return document.body;
}

/** Whether the text "X" of the page is skipped. */
function skipped(html: string, { everything = false, plainText = false } = {}): boolean {
  const body = bodyOf(html);
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && node.nodeValue !== "X") node = walker.nextNode();
  const skip = createSkip(() => findMainContent(document), everything, plainText);
  const parent = (node as Text).parentElement as Element;
  return skip.isNever(parent) || skip.isOutside(parent);
}
/** A page that names no main content: its prose among lists of links. */
const soup = (article: string, beside = ""): string => {
  const links = `<ul>${'<li><a href="/x">More</a></li>'.repeat(15)}</ul>`;
  const prose = `<p>${"Words enough to be a sentence, with which a page tells its readers what it is about. "}</p>`;
  return `<div>${links}</div><div>${article}<div>${prose.repeat(15)}</div></div><div>${links}${beside}</div>`;
};
const long = "Words enough to be a main content of its own. ".repeat(5);

test.each([
  "<code>X</code>",
  "<pre><b>X</b></pre>",
  "<textarea>X</textarea>",
  "<div contenteditable>X</div>",
  '<div contenteditable="true"><p>X</p></div>',
  '<div role="textbox">X</div>',
  "<div hidden><p>X</p></div>",
  "<div inert>X</div>",
  '<p aria-hidden="true">X</p>',
  "<select><option>X</option></select>",
])("never page text: %s", (html) => {
  expect(skipped(html)).toBe(true);
  expect(skipped(html, { everything: true })).toBe(true);
});

test.each([
  "<nav><a>X</a></nav>",
  "<button>X</button>",
  '<ul role="menu"><li>X</li></ul>',
  "<header>X</header>",
  "<footer><p>X</p></footer>",
  `<p>X</p><main>${long}</main>`,
  `<main><article>${long}</article><aside>X</aside></main>`,
  `<main><div role="complementary"><p>X</p></div><div><article>${long}</article></div></main>`,
  soup("", "<p>X</p>"),
  soup("<aside>X</aside>"),
  `<div>X</div>${soup("")}`,
])("furniture unless everything is wanted: %s", (html) => {
  expect(skipped(html)).toBe(true);
  expect(skipped(html, { everything: true })).toBe(false);
});

test.each([
  "<p>X</p>",
  "<a href>X</a>",
  `<main>${long}<p>X</p></main>`,
  `<main>${long}<aside>X</aside></main>`,
  `<main><article>${long}<aside>X</aside></article></main>`,
  `<main><article>empty</article>${long}<aside>X</aside></main>`,
  `<main><aside>X<article>${long}</article></aside></main>`,
  '<div contenteditable="false">X</div>',
  "<main>short shell</main><p>X</p>",
  soup("<p>X</p>"),
  soup("<header><h1>X</h1></header>"),
  `<header><h1>X</h1></header>${soup("")}`,
])("page text: %s", (html) => {
  expect(skipped(html)).toBe(false);
});

test("a text file is shown in a <pre>, and that is its text", () => {
  expect(skipped("<pre>X</pre>", { plainText: true })).toBe(false);
});
