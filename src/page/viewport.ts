import { guarded } from "./guarded.ts";
import { own } from "./own.ts";
import type { Passage } from "./passage.ts";

/** One screen above and below. */
const MARGIN = "100% 0px";

export interface Viewport {
  /** @param former the one it replaces: until the browser has looked, it is taken to be where that was */
  watch(passage: Passage, former?: Passage): void;
  /** What is forgotten is still looked at until `settle`: most often it is watched again at once, under a new name. */
  forget(passage: Passage): void;
  settle(): void;
  isNear(passage: Passage): boolean;
  /** Ask again what had a place near the reader and could not be seen. */
  recheck(): void;
}

/** What the browser has told of blocks. */
export interface News {
  /** Of one near the reader for the first time. */
  readonly isFirst: boolean;
  /** Text came into sight or left it for good, other than by scrolling. */
  readonly isShown: boolean;
}

export interface ViewportDeps {
  changed(news: News): void;
  onError(error: unknown): void;
}

/**
 * Which passages are near the reader, without asking for layout: the browser tells, after its own.
 * The same word says whether a block has a box at all, so hidden text turns up here the moment it is shown.
 *
 * What only fades in keeps its box, and the browser says nothing: it is asked again when a transition ends, and by
 * whoever calls `recheck`.
 */
export function createViewport({ changed, onError }: ViewportDeps, signal: AbortSignal): Viewport {
  /** Most blocks hold one passage, and a set weighs more than that; `null`: it holds none any more. */
  const passages = new Map<Element, Passage | Set<Passage> | null>();
  /** Watched, and nothing was heard of them yet. */
  const unheard = new Set<Element>();
  const near = new Set<Element>();
  const unseen = new Set<Element>();
  /** Those of the unseen that have a place near the reader. */
  const faded = new Set<Element>();
  const empty = new Set<Element>();

  const isEmpty = (block: Element): boolean => {
    const there = passages.get(block);
    return there === null || (there instanceof Set && there.size === 0);
  };
  const show = (block: Element, shown: boolean): boolean => {
    let flipped = false;
    if (shown) unseen.delete(block);
    else unseen.add(block);
    const turn = (passage: Passage): void => {
      flipped ||= passage.shown !== shown;
      passage.shown = shown;
    };
    const there = passages.get(block);
    if (there instanceof Set) there.forEach(turn);
    else if (there) turn(there);
    return flipped;
  };

  const hear = (entries: readonly IntersectionObserverEntry[]): void => {
    let isFirst = false;
    let isShown = false;
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      if (unheard.delete(target) && isIntersecting) isFirst = true;
      if (isIntersecting) near.add(target);
      else near.delete(target);
      // Far from the reader its box is enough: to ask for more may cost the page a style pass.
      const isPlaced = hasPlace(box);
      const isFaded = isPlaced && isIntersecting && !own.isVisible(target);
      if (isFaded) faded.add(target);
      else faded.delete(target);
      if (show(target, isPlaced && !isFaded)) isShown = true;
    }
    changed({ isFirst, isShown });
  };
  const observer = new IntersectionObserver(guarded(hear, onError), { rootMargin: MARGIN });

  const recheck = (): void => {
    let isShown = false;
    for (const block of faded) {
      if (!own.isVisible(block)) continue;
      faded.delete(block);
      if (show(block, true)) isShown = true;
    }
    if (isShown) changed({ isFirst: false, isShown });
  };
  let frame = 0;
  const recheckSoon = (): void => {
    if (faded.size === 0 || frame !== 0) return;
    frame = requestAnimationFrame(
      guarded(() => {
        frame = 0;
        recheck();
      }, onError),
    );
  };
  for (const type of ["transitionend", "animationend"])
    document.addEventListener(type, recheckSoon, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    passages.clear();
    unheard.clear();
    near.clear();
    unseen.clear();
    faded.clear();
    empty.clear();
    cancelAnimationFrame(frame);
  });

  return {
    watch(passage, former) {
      if (signal.aborted) return;
      const { block } = passage;
      const there = passages.get(block);
      if (there === undefined) {
        passages.set(block, passage);
        unheard.add(block);
        observer.observe(block);
        if (former && near.has(former.block)) near.add(block);
        return;
      }
      if (there instanceof Set) there.add(passage);
      else if (there !== passage) passages.set(block, there ? new Set([there, passage]) : passage);
      passage.shown = !unseen.has(block);
    },
    forget(passage) {
      const { block } = passage;
      const there = passages.get(block);
      if (there instanceof Set) there.delete(passage);
      else if (there === passage) passages.set(block, null);
      if (isEmpty(block)) empty.add(block);
    },
    settle() {
      for (const block of empty) {
        if (!isEmpty(block)) continue;
        passages.delete(block);
        unheard.delete(block);
        near.delete(block);
        unseen.delete(block);
        faded.delete(block);
        if (!own.isDead(block)) observer.unobserve(block);
      }
      empty.clear();
    },
    isNear: (passage) => near.has(passage.block),
    recheck,
  };
}

/** Text for screen readers alone is cut to a pixel; menus wait left of the page. Both have boxes nobody sees. */
function hasPlace(box: DOMRectReadOnly): boolean {
  if (box.width <= 1 || box.height <= 1) return false;
  // Where the page is scrolled to is asked only of what is left of the view or above it: the answer may cost a layout.
  if (box.right <= 0 && box.right <= -window.scrollX) return false;
  return box.bottom > 0 || box.bottom > -window.scrollY;
}
