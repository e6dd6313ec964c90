import type { Mention } from "../core/mention.ts";
import { resolve } from "../core/resolve.ts";
import { chooseMarked } from "./choose.ts";
import { type Marks, nearest, type Place } from "./marks.ts";
import type { ReadingDeps } from "./reading-deps.ts";
import type { Roots } from "./roots.ts";
import type { Sections } from "./sections.ts";
import { keepSame, type Table } from "./table.ts";
import type { Viewport } from "./viewport.ts";

export interface PaintingDeps extends ReadingDeps {
  readonly table: Table;
  readonly marks: Marks;
  readonly viewport: Viewport;
  readonly sections: Sections;
  readonly roots: Roots;
  headings(): readonly Element[];
}

/** What was read → what is marked: the passages' mentions, the choice among them, the marks near the reader. */
export interface Painting {
  /** Passages were replaced whose mentions are not resolved yet: what is painted stays until they are. */
  readonly isPending: boolean;
  /** Passages are about to be replaced, until the next `commit`. */
  delay(): void;
  /** Resolves all mentions of the page, chooses and paints. */
  commit(): void;
  paint(): void;
  /** The reader moved; `shownChanged`: text came into sight or left it for good. */
  moved(shownChanged: boolean): void;
  /** The reader scrolled within a block that is too large to be registered whole. */
  scrolled(): void;
}

export function createPainting(deps: PaintingDeps): Painting {
  const { lexicon, table, marks, viewport, sections, headings, roots } = deps;
  let marked: ReadonlySet<Mention> = new Set();
  let crowded = false;
  let isPending = false;

  const choose = (): void => {
    const { density, markEveryday } = deps.taste();
    marked = chooseMarked(
      table.passages,
      density === "section" ? headings() : [],
      density,
      markEveryday,
      sections.rankOf,
    );
  };
  const paint = (): void => {
    if (!deps.mayShow()) return;
    const places: Place[] = [];
    for (const passage of table.passages) {
      if (!passage.shown || !viewport.isNear(passage)) continue;
      for (const mention of passage.mentions) places.push({ passage, mention });
    }
    const chosen = nearest(places, innerHeight);
    crowded = chosen !== places;
    marks.show(chosen, marked);
    roots.dress();
  };

  return {
    get isPending() {
      return isPending;
    },
    delay() {
      isPending = true;
    },
    commit() {
      isPending = false;
      const passages = table.passages;
      // Most pages hold nothing of ours, and pay nothing more.
      if (passages.length === 0 && marks.size === 0) {
        deps.changed();
        return;
      }
      const taste = deps.taste();
      const page = { title: document.title, lang: (document.documentElement?.lang ?? "").toLowerCase() };
      const resolved = resolve(lexicon, passages, page);
      for (const [index, passage] of passages.entries()) {
        const mentions = (resolved[index] ?? []).filter((mention) => !taste.isMuted(mention));
        passage.mentions = keepSame(passage.mentions, mentions);
      }
      choose();
      paint();
      viewport.settle();
      table.settle();
      deps.changed();
    },
    paint,
    moved(shownChanged) {
      if (isPending) return;
      if (shownChanged) choose();
      paint();
      if (shownChanged) deps.changed();
    },
    scrolled() {
      if (crowded && !isPending) paint();
    },
  };
}
