import type { Root } from "./composed.ts";
import { guarded } from "./guarded.ts";
import { proseHolder } from "./prose-holder.ts";

/** Characters below which an element marked as main is taken for an empty shell. */
const ENOUGH = 140;
const MAIN = ["main", "[role=main]"];
const ARTICLE = ["article", "[role=article]"];

/** The elements that hold what the page is about, outermost only. */
export interface MainContent {
  readonly parts: readonly Element[];
  /** The page says so itself; otherwise it is told by where its prose stands. */
  readonly isNamed: boolean;
}

/**
 * @param roots where a page that names none keeps its text
 * @returns `null` where it cannot be told: then everything but the page's furniture counts
 */
export function findMainContent(document: Document, roots: readonly Root[] = [document]): MainContent | null {
  for (const selectors of [MAIN, ARTICLE]) {
    // A name alone, or an attribute alone, is found many times faster than a list of both.
    const named = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
    const found = named.filter(holdsText);
    const outermost = found.filter(
      (element) => !found.some((other) => other !== element && other.contains(element)),
    );
    if (outermost.length > 0) return { parts: outermost, isNamed: true };
  }
  const holder = proseHolder(roots);
  if (!holder) return null;
  // In half of all such pages the headline stands apart from what it is about.
  const headlines = [...document.querySelectorAll("h1")].filter((headline) => !holder.contains(headline));
  return { parts: [holder, ...headlines], isNamed: false };
}

/** ms for which an answer is taken to hold: a page that builds itself has its main content late. */
const FRESH = 1000;

export interface MainContentDeps {
  now(): number;
  /** Where the page keeps its text. */
  roots(): readonly Root[];
  /** It is no longer what it was: what was left out may count now. */
  moved(): void;
  onError(error: unknown): void;
}

/** The same, remembered; where an answer was given from memory, it is looked up again when it may be out of date. */
export function createMainContent(deps: MainContentDeps, signal: AbortSignal): () => MainContent | null {
  let known: { readonly main: MainContent | null; readonly at: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const look = (): MainContent | null => {
    clearTimeout(timer);
    timer = undefined;
    const main = findMainContent(document, deps.roots());
    const former = known;
    known = { main, at: deps.now() };
    if (former && !isSame(former.main, main)) deps.moved();
    return main;
  };
  return () => {
    const parts = known?.main?.parts ?? [];
    const age = known ? deps.now() - known.at : FRESH;
    if (known === null || age >= FRESH || !parts.every(({ isConnected }) => isConnected)) return look();
    if (age > 0) timer ??= setTimeout(guarded(look, deps.onError), FRESH - age);
    return known.main;
  };
}

const isSame = (a: MainContent | null, b: MainContent | null): boolean =>
  a?.parts.length === b?.parts.length && (a?.parts.every((part) => b?.parts.includes(part)) ?? true);

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
