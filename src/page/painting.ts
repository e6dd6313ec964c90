import type { Mention } from "../core/mention.ts";
import type { FoundInPage, SentFlow, SentPage } from "../core/page-matcher.ts";
import { chooseMarked, repeats } from "./choose.ts";
import { guarded } from "./guarded.ts";
import { type Marks, nearest, type Place } from "./marks.ts";
import type { Passage } from "./passage.ts";
import type { ReadingDeps } from "./reading-deps.ts";
import type { Roots } from "./roots.ts";
import type { Sections } from "./sections.ts";
import { keepSame, type Table } from "./table.ts";
import type { News, Viewport } from "./viewport.ts";

export interface PaintingDeps extends ReadingDeps {
  readonly table: Table;
  readonly marks: Marks;
  readonly viewport: Viewport;
  readonly sections: Sections;
  readonly roots: Roots;
  headings(): readonly Element[];
  /** The page has introduced letters as short for a name: they may stand in texts that were read before. */
  introduced(): void;
}

/** What was read → what is marked: the passages' mentions, the choice among them, the marks near the reader. */
export interface Painting {
  /** Passages were replaced whose mentions are not resolved yet: what is painted stays until they are. */
  readonly isPending: boolean;
  /** A question to the matcher is on its way. */
  readonly isAsking: boolean;
  /** What the page has introduced as short for a name. */
  readonly letters: readonly string[];
  /** Passages are about to be replaced, until the next `commit`. */
  delay(): void;
  /** Hears what has changed from the matcher, and paints it. ms of work here. */
  commit(): Promise<number>;
  /** The reader's taste has changed. */
  retaste(): void;
  paint(): void;
  /** What is near the reader has changed. */
  moved(news: News): void;
  /** The reader scrolled within a block that is too large to be registered whole. */
  scrolled(): void;
}

/**
 * ms between two paintings for a reader who scrolls: each makes the browser look at all marks again, and a screen in
 * each direction is painted ahead.
 */
const WHILE_MOVING = 120;

/** Introduced letters beyond which no more are looked for: each is searched for by itself. */
const MOST_LETTERS = 40;

/** UTF-16 units sent at once: as much as is written out within a slice. */
const MOST = 100_000;

export function createPainting(deps: PaintingDeps, signal: AbortSignal): Painting {
  const { pace, table, marks, viewport, sections, headings, roots } = deps;
  let marked: ReadonlySet<Mention> = new Set();
  let crowded = false;
  let isPending = false;
  /** Ids of the passages the matcher has, and what they were when it was asked last. */
  let sent = new Set<number>();
  let told = "";
  let letters: readonly string[] = [];
  /** When it was last painted for a reader who moves; what will paint it next. */
  let followedAt = Number.NEGATIVE_INFINITY;
  let following: ReturnType<typeof setTimeout> | undefined;
  /** The question that is on its way, if one is. */
  let asking: Promise<unknown> | null = null;

  const choose = (): void => {
    const { density, markEveryday } = deps.taste();
    const { passages } = table;
    // On most pages nothing is named twice, and the headings need not be looked for.
    const isAlike = density === "section" && !repeats(passages, markEveryday);
    marked = isAlike
      ? chooseMarked(passages, [], "every", markEveryday)
      : chooseMarked(
          passages,
          density === "section" ? headings() : [],
          density,
          markEveryday,
          sections.rankOf,
        );
  };
  const rest = (): void => {
    clearTimeout(following);
    following = undefined;
  };
  signal.addEventListener("abort", rest);
  const paint = (): void => {
    rest();
    if (!deps.mayShow()) return;
    const places: Place[] = [];
    table.passages.forEach((passage) => {
      if (!passage.shown || !viewport.isNear(passage)) return;
      passage.mentions.forEach((mention) => {
        places.push({ passage, mention });
      });
    });
    const chosen = nearest(places, () => innerHeight);
    crowded = chosen !== places;
    marks.show(chosen, marked);
    roots.dress();
  };

  const follow = (): void => {
    rest();
    // A commit that is on its way paints itself.
    if (isPending || signal.aborted) return;
    const wait = followedAt + WHILE_MOVING - pace.now();
    if (wait > 0) {
      following = setTimeout(guarded(follow, deps.onError), wait);
      return;
    }
    followedAt = pace.now();
    paint();
  };

  const apply = (): void => {
    isPending = false;
    const { isMuted } = deps.taste();
    for (const passage of table.passages) {
      if (passage.found === null) continue;
      const { found } = passage;
      const mentions = found.some(isMuted) ? found.filter((mention) => !isMuted(mention)) : found;
      passage.mentions = keepSame(passage.mentions, mentions);
    }
    if (table.passages.length > 0 || marks.size > 0) {
      choose();
      paint();
    }
    viewport.settle();
    table.settle();
    deps.changed();
  };

  /** Sends what the matcher has not, a slice's worth at a time; asks again where it forgot. */
  const ask = async (
    passages: readonly Passage[],
    about: Pick<SentPage, "title" | "lang">,
  ): Promise<FoundInPage> => {
    const order = passages.map(({ id }) => id);
    let fresh = passages.filter(({ id }) => !sent.has(id));
    for (;;) {
      let flows: SentFlow[] = [];
      let size = 0;
      for (const passage of fresh) {
        flows.push(sentFlow(passage));
        size += passage.text.length;
        if (size < MOST) continue;
        await deps.match({ ...about, flows, order: null });
        flows = [];
        size = 0;
      }
      const answer = await deps.match({ ...about, flows, order });
      if (answer.missing.length === 0) return answer;
      const missing = new Set(answer.missing);
      fresh = passages.filter(({ id }) => missing.has(id));
    }
  };

  const hear = (asked: readonly Passage[], { empty, found, introduced }: FoundInPage): void => {
    const before = letters;
    letters = introduced.slice(0, MOST_LETTERS);
    if (letters.some((some) => !before.includes(some))) deps.introduced();
    const byId = new Map(table.passages.map((passage) => [passage.id, passage]));
    sent = new Set(asked.map(({ id }) => id));
    table.remove(empty.flatMap((id) => byId.get(id) ?? []));
    empty.forEach((id) => {
      sent.delete(id);
    });
    found.forEach((one) => {
      const passage = byId.get(one[0]);
      if (passage) passage.found = one[1];
    });
  };

  return {
    get isPending() {
      return isPending;
    },
    delay() {
      isPending = true;
    },
    get isAsking() {
      return asking !== null;
    },
    get letters() {
      return letters;
    },
    async commit() {
      await asking;
      const started = pace.now();
      const { passages } = table;
      const lang = (document.documentElement?.lang ?? "").toLowerCase();
      const about = { title: document.title, lang };
      const now = JSON.stringify(about) + passages.map(({ id }) => id).join();
      // Most pages hold nothing of ours, and pay nothing more.
      if (now === told || (passages.length === 0 && sent.size === 0)) {
        apply();
        return pace.now() - started;
      }
      const asked = ask(passages, about);
      let spent = pace.now() - started;
      asking = asked.catch(() => undefined);
      const answer = await asked.finally(() => {
        asking = null;
      });
      if (signal.aborted) return spent;
      const heard = pace.now();
      told = now;
      hear(passages, answer);
      apply();
      spent += pace.now() - heard;
      return spent;
    },
    retaste: apply,
    paint,
    moved({ isFirst, isShown }) {
      if (isPending) return;
      if (isShown) choose();
      if (isFirst || isShown) paint();
      else follow();
      if (isShown) deps.changed();
    },
    scrolled() {
      if (crowded) follow();
    },
  };
}

const sentFlow = ({ id, text, lang, hidden }: Passage): SentFlow => ({ id, text, lang, hidden });
