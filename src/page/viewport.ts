import { own } from "./own.ts";
import type { Passage } from "./passage.ts";

/** One screen above and below. */
const MARGIN = "100% 0px";

export interface Viewport {
  watch(passage: Passage): void;
  forget(passage: Passage): void;
  isNear(passage: Passage): boolean;
}

/**
 * Which passages are near the reader, without asking for layout: the browser tells, after its own.
 * The same word says whether a block has a box at all, so hidden text turns up here the moment it is shown.
 *
 * @param changed told after each round of news; whether text came into sight or left it for good
 */
export function createViewport(changed: (shownChanged: boolean) => void, signal: AbortSignal): Viewport {
  const passages = new Map<Element, Set<Passage>>();
  const near = new Set<Element>();

  const observer = new IntersectionObserver(
    (entries) => {
      let flipped = false;
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
        const shown = isSeen(box, target);
        for (const passage of passages.get(target) ?? []) {
          flipped ||= passage.shown !== shown;
          passage.shown = shown;
        }
      }
      changed(flipped);
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener("abort", () => {
    observer.disconnect();
    passages.clear();
    near.clear();
  });

  return {
    watch(passage) {
      if (signal.aborted) return;
      const set = passages.get(passage.block);
      if (set) set.add(passage);
      else {
        passages.set(passage.block, new Set([passage]));
        observer.observe(passage.block);
      }
    },
    forget(passage) {
      const set = passages.get(passage.block);
      set?.delete(passage);
      if (set?.size !== 0) return;
      passages.delete(passage.block);
      near.delete(passage.block);
      observer.unobserve(passage.block);
    },
    isNear: (passage) => near.has(passage.block),
  };
}

/** Text for screen readers alone is cut to a pixel; menus wait left of the page. Both have boxes nobody sees. */
function isSeen(box: DOMRectReadOnly, element: Element): boolean {
  if (box.width <= 1 || box.height <= 1) return false;
  if (box.right <= -window.scrollX || box.bottom <= -window.scrollY) return false;
  return own.isVisible(element);
}
