// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { proseHolder } from "./prose-holder.ts";

const sentence = "The company will build two more data centres before the end of next year, its chief said.";
const paragraphs = (count: number): string => `<p>${sentence}</p>`.repeat(count);
const links = (count: number): string =>
  `<ul>${'<li><a href="/x">What others read at the moment</a></li>'.repeat(count)}</ul>`;
const site = (content: string): string =>
  `<div id="top">${links(12)}</div>${content}<div id="bottom">${links(15)}<p>${sentence}</p></div>`;

function holderOf(html: string): string | null {
  document.body.innerHTML = html;
  return proseHolder([document])?.id ?? null;
}

test.each([
  ["an article among lists of links", `<div id="article">${paragraphs(14)}</div>`, "article"],
  [
    "the columns beside it are none of it",
    `<div><div id="article">${paragraphs(14)}</div><div>${links(20)}<p>${sentence}</p></div></div>`,
    "article",
  ],
  [
    "its headline and lead, its author and where to share it, are of it",
    `<div id="story"><h1>Headline</h1><p>Lead</p><div>${paragraphs(14)}</div>${links(6)}</div>`,
    "story",
  ],
  [
    "all posts of a thread, though one is the longest",
    `<div id="thread">${`<div>${links(2)}<p>${sentence}</p></div>`.repeat(9)}<div>${paragraphs(5)}</div></div>`,
    "thread",
  ],
  [
    "an article and what its readers said",
    `<div id="both"><div>${paragraphs(12)}</div><div>${links(11)}${paragraphs(8)}</div></div>`,
    "both",
  ],
  [
    "text that is broken by line breaks, not by paragraphs",
    `<div id="body">${`${sentence}<br>`.repeat(14)}</div>`,
    "body",
  ],
  [
    "what is hidden, and what is a form, a dialog or code, is no prose",
    `<div id="article">${paragraphs(14)}</div><div hidden>${paragraphs(9)}</div>` +
      `<form>${paragraphs(9)}</form><div role="dialog">${paragraphs(9)}</div><script>${sentence.repeat(9)}</script>`,
    "article",
  ],
  [
    "Chinese says as much in fewer characters",
    `<div id="article">${"<p>这家公司计划在明年年底之前再建两座数据中心，负责人在周一的发布会上这样表示。</p>".repeat(13)}</div>`,
    "article",
  ],
])("%s", (_, content, id) => {
  expect(holderOf(site(content))).toBe(id);
});

test.each([
  ["a page of links", links(40)],
  ["a page of little prose", `<div>${paragraphs(5)}</div>${links(40)}`],
  ["sentences that are links", `<div>${`<a href="/x">${sentence}</a>`.repeat(20)}</div>${links(40)}`],
  ["two columns of their own", `<div>${paragraphs(12)}</div><div>${paragraphs(11)}</div>${links(40)}`],
  ["a page with few links around it", `<div>${paragraphs(14)}</div>${links(5)}`],
  ["white space is no prose", `<div>${`<i>x</i>${" ".repeat(400)}`.repeat(20)}</div>${links(40)}`],
  [
    "a page too long to be weighed",
    `<div>${paragraphs(14)}</div>${links(20)}${"<i>x</i><b>y</b>".repeat(1500)}`,
  ],
])("in doubt all of the page: %s", (_, html) => {
  expect(holderOf(html)).toBeNull();
});

test("prose in a shadow root counts where its host stands", () => {
  document.body.innerHTML = site(`<div id="box"><x-story></x-story></div><div>${paragraphs(1)}</div>`);
  const root = (document.querySelector("x-story") as Element).attachShadow({ mode: "open" });
  root.innerHTML = `<div>${paragraphs(14)}</div>`;
  // Who is not told of the root sees little prose.
  expect(proseHolder([document])).toBeNull();
  const holder = proseHolder([document, root]);
  expect(holder?.contains(document.querySelector("x-story"))).toBe(true);
  expect(holder?.id).not.toBe("top");
  expect(holder).not.toBe(document.body);
});
