/** Characters below which an element marked as main is taken for an empty shell. */
const ENOUGH = 140;
const MAIN = ["main", "[role=main]"];
const ARTICLE = ["article", "[role=article]"];

/**
 * The elements that hold what the page is about, outermost only.
 *
 * @returns `null` where the page names none: then everything but its furniture counts
 */
export function findMainContent(document: Document): readonly Element[] | null {
  for (const selectors of [MAIN, ARTICLE]) {
    // A name alone, or an attribute alone, is found many times faster than a list of both.
    const named = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
    const found = named.filter(holdsText);
    const outermost = found.filter(
      (element) => !found.some((other) => other !== element && other.contains(element)),
    );
    if (outermost.length > 0) return outermost;
  }
  return null;
}

/**
 * The same, remembered and looked up anew at most once a second: a page that builds itself has its main content late.
 *
 * @param moved told when it is no longer what it was: what was left out may count now
 */
export function createMainContent(now: () => number, moved: () => void): () => readonly Element[] | null {
  let known: { readonly parts: readonly Element[] | null; readonly at: number } | null = null;
  return () => {
    const at = now();
    if (known && at - known.at < 1000 && (known.parts?.every(({ isConnected }) => isConnected) ?? true))
      return known.parts;
    const parts = findMainContent(document);
    const same =
      known?.parts?.length === parts?.length &&
      (known?.parts?.every((part) => parts?.includes(part)) ?? true);
    if (known && !same) moved();
    known = { parts, at };
    return parts;
  };
}

/**
 * Whether the element is part of what `findMainContent` would find, where that can be told by looking upwards alone.
 *
 * @param full what is known of main elements, filled in here
 */
export function isInMain(element: Element, full: Map<Element, boolean>): boolean {
  const main = element.closest(MAIN.join());
  if (main === null) return false;
  let answer = full.get(main);
  if (answer === undefined) {
    answer = holdsText(main);
    full.set(main, answer);
  }
  return answer;
}

/** Whether what stands aside does so beside an article and not in it: other stories, an advert, a form to sign up. */
export function isBesideArticle(aside: Element): boolean {
  const articles = ARTICLE.join();
  if (aside.closest(articles) !== null) return false;
  const main = aside.closest(MAIN.join());
  if (main === null) return false;
  return [...main.querySelectorAll(articles)].some(
    (article) => !aside.contains(article) && holdsText(article),
  );
}

/** Stops as soon as there is enough: the whole text would be copied to be counted. */
function holdsText(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node && length < ENOUGH; node = walker.nextNode())
    length += (node as Text).length;
  return length >= ENOUGH;
}
