import { addedIn } from "./changed.ts";
import { type Chunk, collect } from "./collect.ts";
import { holds, type Root } from "./composed.ts";
import { createLayout, flowsTo } from "./flows.ts";
import { createHeadings } from "./headings.ts";
import { look } from "./look.ts";
import { createMainContent } from "./main-content.ts";
import { createMarks, type Marks } from "./marks.ts";
import { own } from "./own.ts";
import { inSlices } from "./pace.ts";
import { createPainting } from "./painting.ts";
import { type Passage, type PassageContext, passagesOf } from "./passage.ts";
import type { ReadingDeps } from "./reading-deps.ts";
import { createRoots } from "./roots.ts";
import { createRounds, type RoundsDeps } from "./rounds.ts";
import { type Run, readRuns } from "./runs.ts";
import { createSections } from "./sections.ts";
import { createSkip } from "./skip.ts";
import { createTable, type Table } from "./table.ts";
import { transplant } from "./transplant.ts";
import { createViewport } from "./viewport.ts";
import { createWatch } from "./watch.ts";

/** A page being read: its mentions, kept right while it changes. */
export interface Reading {
  readonly table: Table;
  readonly marks: Marks;
  /** Known shadow roots, for hit tests. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** Something is going on, or will soon: a clock may have ticked. */
  readonly busy: boolean;
  /** There is text, or may be, that has not been read yet; not for a clock. */
  readonly isUnread: boolean;
  /** Main-thread ms and UTF-16 units since the start. */
  readonly totals: { readonly cost: number; readonly characters: number };
  /** It holds so many mentions that no more are looked for. */
  readonly isFull: boolean;
  /** Taste changed: choose and paint anew; read anew where the scope changed. */
  retaste(rescan: boolean): void;
  /** The reader scrolled within a block that is too large to be registered whole. */
  scrolled(): void;
  /** The pointer rests on this element: if it carries a shadow root nobody found yet, read it. Whether it does. */
  lookInto(element: Element): boolean;
  /** The reader looks: what had been invisible may not be any more. */
  recheck(): void;
}

const firstOf = <T>(set: ReadonlySet<T>): T | undefined => set.values().next().value;

/** Passages above which we stop looking for more: a list of names is no reading matter. */
const ENOUGH = 20_000;
/** Parts of a page after which its headings are looked for bit by bit, while it is read. */
const SHORT = 4;

export function createReading(given: ReadingDeps, signal: AbortSignal): Reading {
  const { pace } = given;
  const readAnew = (): void => {
    swept = false;
    for (const root of roots.all) {
      reread(root);
      roots.ask(root);
    }
  };
  // A node that died with its frame is no mistake of anybody's: what is left is read again.
  const onError = (error: unknown): void => (own.isOfTheDead(error) ? readAnew() : given.onError(error));
  const deps = { ...given, onError };
  const marks = createMarks(CSS.highlights, signal);
  /** Subtrees to read whole; runs of nodes whose flows are to be read again, last by first. */
  const subtrees = new Set<Root | Element>();
  const dirty: Run[] = [];
  const isOpen = (): boolean => dirty.length + subtrees.size > 0;
  let committed = Number.NEGATIVE_INFINITY;
  let looked = true;
  let swept = true;
  let isUnread = true;
  const totals = { cost: 0, characters: 0 };
  let numbers = 0;

  // Its marks stay until the next commit, which puts the new ones in their place at once: nothing flickers.
  const table = createTable(
    (passage) => viewport.forget(passage),
    (passage, former) => viewport.watch(passage, former),
  );
  const viewport = createViewport({ changed: (news) => painting.moved(news), onError }, signal);

  const watch = createWatch(
    (node) => table.of(node) !== undefined,
    {
      onError,
      noted() {
        looked = false;
        headings.forget();
        rounds.later();
      },
      taken(records) {
        const lost = marks.lost();
        if (lost.length === 0 || painting.isPending) return;
        const again = transplant(lost, addedIn(records));
        table.remove(again.keys());
        if (table.put([...again.values()])) painting.paint();
      },
      stale(node) {
        if (marks.drop(node)) deps.changed();
      },
      reach: (element) => reread(element),
      lost: readAnew,
    },
    signal,
  );

  const run = async (): ReturnType<RoundsDeps["run"]> => {
    const before = totals.characters;
    let spent = await inSlices(round(), pace, signal);
    if (!signal.aborted && deps.isAlive()) spent += await painting.commit();
    totals.cost += spent;
    return { spent, isBarren: totals.characters === before };
  };
  const rounds = createRounds(
    {
      ...deps,
      run,
      ended() {
        isUnread = false;
        deps.changed();
        return !looked || isOpen();
      },
    },
    signal,
  );
  const reread = (below: Root | Element): void => {
    subtrees.add(below);
    rounds.later();
  };

  const readAgain = (): void => roots.all.forEach(reread);
  const roots = createRoots(
    {
      ...deps,
      found(root) {
        watch.observe(root);
        headings.forget();
        reread(root);
      },
      spent: (time) => (totals.cost += time),
    },
    signal,
  );

  const sections = createSections();
  const headings = createHeadings(() => roots.all);
  const painting = createPainting(
    { ...deps, table, marks, viewport, sections, headings: headings.all, roots, introduced: readAgain },
    signal,
  );

  function* round(): Generator<void> {
    const layout = createLayout();
    const { everything } = deps.taste();
    const skip = createSkip(mainContent, everything, document.contentType === "text/plain");
    const pageLang = (document.documentElement?.lang ?? "").toLowerCase();
    const contextOf = (root: Root): PassageContext => ({
      keys: deps.keys(),
      letters: painting.letters,
      layout,
      skip,
      root,
      lang: pageLang,
      number: () => ++numbers,
    });
    const across = (a: Text, b: Text, glued: boolean): boolean => flowsTo(a, b, glued, layout);
    function* readIn(chunk: Chunk, root: Root): Generator<void> {
      yield* read(chunk, contextOf(root));
      yield* showSoFar();
    }
    committed = pace.now();

    const sweep = (): void => {
      if (swept) return;
      swept = true;
      roots.sweep();
      const orphans = table.orphans();
      table.remove(orphans);
      for (const passage of orphans) {
        for (const node of passage.nodes) if (own.isHere(node)) dirty.push([node, node]);
        if (passage.nodes.some(own.isDead)) for (const root of roots.all) subtrees.add(root);
      }
    };
    if (!looked) yield* lookAround();
    sweep();
    isUnread = isOpen();

    for (let subtree = firstOf(subtrees); subtree; subtree = firstOf(subtrees)) {
      subtrees.delete(subtree);
      if (own.isElement(subtree)) {
        // Its text may be part of a line that goes on beside it.
        dirty.push([subtree, subtree]);
        for (const root of roots.shadows) if (holds(subtree, root.host)) subtrees.add(root);
        continue;
      }
      const old = table.passages.filter(({ root }) => root === subtree);
      if (!subtree.isConnected) {
        table.remove(old);
        continue;
      }
      sections.begin(headings.all);
      let parts = subtree === document ? 0 : Number.NEGATIVE_INFINITY;
      for (const chunk of collect(subtree, across))
        yield* readPart(chunk, contextOf(subtree), ++parts > SHORT);
      table.remove(old);
      yield;
    }

    // A page at rest has none: what is not run, is not compiled.
    if (dirty.length > 0) yield* readRuns(dirty, { table, layout, read: readIn, isNear: viewport.isNear });
    sweep();
  }

  /** A part of a tree. */
  function* readPart(chunk: Chunk, context: PassageContext, isFarIn: boolean): Generator<void> {
    yield;
    const found = yield* read(chunk, context);
    if (isFarIn && found.length > 0) yield* headings.gather();
    yield;
    if (isFarIn) sections.passed(chunk.nodes, found);
    yield;
    yield* showSoFar();
  }

  /** What was found so far is shown while the rest is read. */
  function* showSoFar(): Generator<void> {
    if (pace.now() - committed < 100 || painting.isAsking) return;
    painting.commit().catch(onError);
    committed = pace.now();
    yield;
  }

  /** What has changed since the last round → what is to be read. */
  function* lookAround(): Generator<void> {
    looked = true;
    const changed = watch.take();
    swept &&= !changed.removed || table.passages.length === 0;
    yield* look(changed, {
      keys: deps.keys(),
      letters: painting.letters,
      table,
      dirty: (a, b) => dirty.push([a, b]),
      added: roots.ask,
    });
  }

  const mainContent = createMainContent(
    { now: pace.now, roots: () => roots.all, moved: readAgain, onError },
    signal,
  );

  function* read(chunk: Chunk, context: PassageContext): Generator<void, readonly Passage[]> {
    totals.characters += chunk.text.length;
    const fresh = yield* passagesOf(chunk, context);
    if (table.passages.length > ENOUGH) return [];
    const present = fresh.filter(({ nodes }) => {
      const left = nodes.filter((node) => node.isConnected);
      if (left.length === nodes.length) return true;
      // The page took a part away while we rested: what is left of the line is another line.
      dirty.push(...left.map((node): Run => [node, node]));
      return false;
    });
    if (table.put(present)) painting.delay();
    return present;
  }

  signal.addEventListener("abort", () => table.clear());

  watch.observe(document);
  roots.ask(document);
  subtrees.add(document);
  rounds.start();

  return {
    table,
    marks,
    get shadowRoots() {
      return roots.shadows;
    },
    get busy() {
      return rounds.busy;
    },
    get isUnread() {
      return isUnread || isOpen();
    },
    totals,
    get isFull() {
      return table.passages.length > ENOUGH;
    },
    retaste: (rescan) => (rescan ? readAgain() : painting.retaste()),
    scrolled: () => painting.scrolled(),
    lookInto: (element) => roots.lookInto(element),
    recheck: viewport.recheck,
  };
}
