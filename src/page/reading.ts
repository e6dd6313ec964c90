import { addedIn } from "./changed.ts";
import { type Chunk, collect, isFull } from "./collect.ts";
import { holds, isRoot, type Root } from "./composed.ts";
import { flowEnd, siblings, textEnds } from "./edges.ts";
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
  readonly busy: boolean;
  /** Main-thread ms and UTF-16 units since the start. */
  readonly cost: number;
  readonly characters: number;
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

/** Passages above which we stop looking for more: a list of names is no reading matter. */
const ENOUGH = 20_000;

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
  const onError = (error: unknown): void => {
    if (own.isOfTheDead(error)) readAnew();
    else given.onError(error);
  };
  const deps = { ...given, onError };
  const marks = createMarks(CSS.highlights, signal);
  /** Subtrees to read whole; runs of nodes whose flows are to be read again, last by first. */
  const subtrees = new Set<Root | Element>();
  const dirty: (readonly [Node, Node])[] = [];
  let looked = true;
  let swept = true;
  let cost = 0;
  let characters = 0;
  let numbers = 0;

  // Its marks stay until the next commit, which puts the new ones in their place at once: nothing flickers.
  const table = createTable(
    (passage) => viewport.forget(passage),
    (passage, former) => viewport.watch(passage, former),
  );
  const viewport = createViewport({ changed: (flipped) => painting.moved(flipped), onError }, signal);

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
    const before = characters;
    let spent = await inSlices(round(), pace, signal);
    if (!signal.aborted && deps.isAlive()) spent += await painting.commit();
    cost += spent;
    return { spent, isBarren: characters === before };
  };
  const rounds = createRounds(
    {
      ...deps,
      run,
      ended() {
        deps.changed();
        return !looked || dirty.length > 0 || subtrees.size > 0;
      },
    },
    signal,
  );
  const reread = (below: Root | Element): void => {
    subtrees.add(below);
    rounds.later();
  };

  const roots = createRoots(
    {
      ...deps,
      found(root) {
        watch.observe(root);
        headings.forget();
        reread(root);
      },
      spent: (time) => (cost += time),
    },
    signal,
  );

  const sections = createSections();
  const headings = createHeadings(() => roots.all);
  const painting = createPainting(
    { ...deps, table, marks, viewport, sections, headings: headings.all, roots },
    signal,
  );

  function* round(): Generator<void> {
    const layout = createLayout();
    const { everything } = deps.taste();
    const skip = createSkip(mainContent, everything, document.contentType === "text/plain");
    const pageLang = (document.documentElement?.lang ?? "").toLowerCase();
    const number = (): number => ++numbers;
    const contextOf = (root: Root): PassageContext => ({
      keys: deps.keys(),
      layout,
      skip,
      root,
      lang: pageLang,
      number,
    });
    const across = (a: Text, b: Text, glued: boolean): boolean => flowsTo(a, b, glued, layout);
    let committed = pace.now();

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
    if (!looked) {
      looked = true;
      const changed = watch.take();
      swept &&= !changed.removed || table.passages.length === 0;
      yield* look(changed, {
        keys: deps.keys(),
        table,
        dirty: (a, b) => dirty.push([a, b]),
        added: roots.ask,
      });
    }
    sweep();

    for (const subtree of subtrees) {
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
      const isPage = subtree === document;
      if (isPage) sections.begin(headings.all);
      for (const chunk of collect(subtree, across)) {
        yield;
        const found = yield* read(chunk, contextOf(subtree));
        if (isPage && found.length > 0 && isFull(chunk)) yield* headings.gather();
        yield;
        if (isPage) sections.passed(chunk.nodes, found);
        yield;
        if (pace.now() - committed < 100 || painting.isAsking) continue;
        painting.commit().catch(onError);
        committed = pace.now();
        yield;
      }
      table.remove(old);
      yield;
    }

    const done = new Set<Text>();
    for (let run = dirty.pop(); run; run = dirty.pop()) {
      const [first, last] = siblings(run);
      const ends = first.isConnected ? textEnds(first, last) : null;
      // Of a run whose ends were read for other reasons the middle may be new.
      if (!ends || (ends[0] === ends[1] && done.has(ends[0]))) continue;
      const root = own.root(first);
      if (!isRoot(root)) continue;
      const from = flowEnd(ends[0], "previousNode", root, layout);
      const until = flowEnd(ends[1], "nextNode", root, layout);
      for (const chunk of collect(root, across, from, until)) {
        const old = new Set(chunk.nodes.flatMap((node) => table.of(node) ?? []));
        for (const text of chunk.nodes) done.add(text);
        yield* read(chunk, contextOf(root));
        table.remove(old);
        // A flow that was cut in two: the other part is read on its own.
        for (const { nodes } of old) for (const node of nodes) if (!done.has(node)) dirty.push([node, node]);
      }
      yield;
    }
    sweep();
  }

  const mainContent = createMainContent(pace.now, () => {
    for (const root of roots.all) subtrees.add(root);
  });

  function* read(chunk: Chunk, context: PassageContext): Generator<void, readonly Passage[]> {
    characters += chunk.text.length;
    const fresh = yield* passagesOf(chunk, context);
    if (table.passages.length > ENOUGH) return [];
    const present: Passage[] = [];
    for (const passage of fresh) {
      const left = passage.nodes.filter((node) => node.isConnected);
      if (left.length === passage.nodes.length) present.push(passage);
      // The page took a part away while we rested: what is left of the line is another line.
      else for (const node of left) dirty.push([node, node]);
    }
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
    get cost() {
      return cost;
    },
    get characters() {
      return characters;
    },
    get isFull() {
      return table.passages.length > ENOUGH;
    },
    retaste(rescan) {
      if (rescan) for (const root of roots.all) reread(root);
      else painting.retaste();
    },
    scrolled() {
      painting.scrolled();
    },
    lookInto: (element) => roots.lookInto(element),
    recheck: viewport.recheck,
  };
}
