import { isUnspaced } from "../core/chars.ts";
import { inPage, parentElementOf, type Root, TEXTS } from "./composed.ts";
import { own } from "./own.ts";

/** Letters that make a text a sentence: menus, headlines and captions have fewer. */
const SENTENCE = 80;
/** A character of a script without spaces says as much as so many letters. */
const DENSE = 2.5;
/** Letters in sentences below which a page is no reading matter: a front, a table, an app. */
const ENOUGH = 1000;
/** Part of a page's prose that stands in its main content; the rest is notices, teasers, what a footer says. */
const MOST = 0.85;
/** Links that may stand around an article and be of it: who wrote it, where to share it. */
const FEW_LINKS = 10;
/** Text nodes after which a page is too long to be weighed in one go. */
const LONG = 3000;

/** What is written here is none of a page's prose. */
const NO_PROSE =
  "a[href],button,nav,footer,aside,form,script,style,noscript,template,textarea,[hidden],[aria-hidden=true],[role=dialog]";

/**
 * The element in which a page's prose stands, told by density: the smallest that holds nearly all sentences outside of
 * links, and of what stands around it as much as brings no more than a few links (a headline, a lead, a box on its
 * author). A wrong guess would hide what a reader wants to see, so all doubts make it `null`: a page of many parts, of
 * little prose, without a lot of links around it, or too long to be weighed (costs a walk over its texts).
 */
export function proseHolder(roots: readonly Root[]): Element | null {
  const prose = proseIn(roots);
  if (prose === null) return null;
  let all = 0;
  const held = new Map<Element, number>();
  for (const [parent, letters] of prose) {
    all += letters;
    for (let at: Element | null = parent; at; at = parentElementOf(at))
      held.set(at, (held.get(at) ?? 0) + letters);
  }
  if (all < ENOUGH) return null;
  // Two beside each other cannot both hold so much: they stand one in the other.
  const holders = [...held].filter(([, letters]) => letters >= all * MOST).map(([element]) => element);
  const holder = holders.find((one) => !holders.some((other) => other !== one && own.contains(one, other)));
  return holder ? withSurroundings(inPage(holder)) : null;
}

/** Letters of prose by the element they stand in; `null`: too long to be told. */
function proseIn(roots: readonly Root[]): Map<Element, number> | null {
  const prose = new Map<Element, number>();
  let count = 0;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, TEXTS);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (++count > LONG) return null;
      if (node.length * DENSE < SENTENCE) continue;
      const letters = lettersOf(node.data.trim());
      const parent = parentElementOf(node);
      if (letters < SENTENCE || !parent || own.closest(parent, NO_PROSE) !== null) continue;
      prose.set(parent, (prose.get(parent) ?? 0) + letters);
    }
  }
  return prose;
}

/** Its middle tells the script: a sign or a foreign name may stand anywhere, but not often there and beside it. */
function lettersOf(text: string): number {
  const middle = text.length >> 1;
  const isDense = isUnspaced(text[middle] ?? "") || isUnspaced(text[middle + 1] ?? "");
  return isDense ? text.length * DENSE : text.length;
}

/** `null`: no part of the page has more links than it; then all of it may be meant. */
function withSurroundings(core: Element): Element | null {
  const links = linksIn(core);
  let holder = core;
  for (let around = parentElementOf(core); around; around = parentElementOf(around)) {
    if (linksIn(around) - links > FEW_LINKS) return holder;
    holder = around;
  }
  return null;
}

const linksIn = (element: Element): number => own.queryAll(element, "a[href]").length;
