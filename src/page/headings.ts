import { type Root, readingOrder } from "./composed.ts";

const NAMES = ["h1", "h2", "h3", "h4", "h5", "h6", "[role=heading]"];

/** The headings of these trees as a reader meets them; a section is what a heading governs. */
export function headingsOf(roots: readonly Root[], names: readonly string[] = NAMES): readonly Element[] {
  const trees = roots.filter((root) => root.isConnected);
  const found = names.length === 0 ? [] : trees.flatMap((root) => [...root.querySelectorAll(names.join())]);
  return trees.length === 1 ? found : found.sort(readingOrder);
}

/** The headings of a page, kept until it changes. */
export interface Headings {
  /** Asked for once, and again when they were forgotten. */
  all(): readonly Element[];
  /** The same in small parts, for a large page. */
  gather(): Generator<void>;
  /** The page has changed. */
  forget(): void;
}

/** @param roots the document first, then the shadow roots */
export function createHeadings(roots: () => readonly Root[]): Headings {
  let known: readonly Element[] | null = null;
  let changes = 0;
  return {
    all() {
      known ??= headingsOf(roots());
      return known;
    },
    *gather() {
      // A browser looks for one name in a tenth of the time of a list of seven.
      const there: string[] = [];
      const before = changes;
      for (const name of known ? [] : NAMES) {
        if (roots().some((root) => root.querySelector(name))) there.push(name);
        yield;
      }
      // Where the page changed meanwhile, a name may be new.
      if (changes === before) known ??= headingsOf(roots(), there);
    },
    forget() {
      changes++;
      known = null;
    },
  };
}
