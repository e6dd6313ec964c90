import type { Mention } from "../core/mention.ts";
import { KINDS } from "../core/pack.ts";
import { own } from "./own.ts";
import { measuringRange, type Passage, rangeOf } from "./passage.ts";

/** Registered ranges at any time: each one costs every frame in which the page changes (docs/adr/0003-stream.md). */
export const MOST = 200;

export const QUIET = "sidelight-quiet";
export const FLASH = "sidelight-flash";
const NAMES = [...KINDS.map((kind) => `sidelight-${kind}`), QUIET, FLASH];

/** A mention with the passage that holds it. */
export interface Place {
  readonly passage: Passage;
  readonly mention: Mention;
}

interface Mark extends Place {
  readonly name: string;
  readonly range: StaticRange;
}

export interface Marks {
  /** Make the registry show just these: as marks where `marked` says so, else only answering the pointer. */
  show(places: readonly Place[], marked: ReadonlySet<Mention>): void;
  /** A text has changed: take away at once what would be painted over other words now. Whether there was any. */
  drop(node: Text): boolean;
  /** Passages with marks whose text is no longer in the page. */
  lost(): readonly Passage[];
  /** Put our highlights back where the page has cleared the registry. */
  repair(): void;
  /** The place of a range that `highlightsFromPoint` found in one of our highlights. */
  placeOf(highlight: Highlight, range: AbstractRange): Place | undefined;
  isMarked(mention: Mention): boolean;
  /** All that is registered. */
  places(): Iterable<Place>;
  /** Light a mention up for a moment. */
  flash(place: Place, ms: number): void;
  readonly size: number;
}

/** Our highlights, in the document's registry while they hold something. Everything is gone once `signal` aborts. */
export function createMarks(registry: HighlightRegistry, signal: AbortSignal): Marks {
  // A copy of us that an update cut off may have left its marks; the names are ours alone.
  if (registry.size > 0) for (const name of NAMES) registry.delete(name);

  const highlights = new Map<string, Highlight>();
  const shown = new Map<Mention, Mark>();
  const byRange = new Map<AbstractRange, Mark>();

  const add = (mark: Mark): void => {
    let highlight = highlights.get(mark.name);
    if (!highlight) {
      highlight = new Highlight();
      // Below the page's own highlights, which have 0 by default.
      highlight.priority = -1;
      highlights.set(mark.name, highlight);
    }
    highlight.add(mark.range);
    // The page may have cleared the registry: it is asked each time, not remembered.
    if (registry.get(mark.name) !== highlight) registry.set(mark.name, highlight);
    shown.set(mark.mention, mark);
    byRange.set(mark.range, mark);
  };
  const remove = (mark: Mark): void => {
    const highlight = highlights.get(mark.name);
    highlight?.delete(mark.range);
    if (highlight?.size === 0 && registry.get(mark.name) === highlight) registry.delete(mark.name);
    shown.delete(mark.mention);
    byRange.delete(mark.range);
  };

  let flashing: ReturnType<typeof setTimeout> | undefined;
  const unflash = (): void => {
    clearTimeout(flashing);
    registry.delete(FLASH);
  };

  signal.addEventListener("abort", () => {
    unflash();
    for (const mark of [...shown.values()]) remove(mark);
    for (const [name, highlight] of highlights) if (registry.get(name) === highlight) registry.delete(name);
  });

  return {
    show(places, marked) {
      if (signal.aborted) return;
      const wanted = new Map<Mention, { place: Place; name: string }>();
      places.forEach((place) => {
        const { mention } = place;
        wanted.set(mention, { place, name: marked.has(mention) ? `sidelight-${mention.kind}` : QUIET });
      });
      [...shown.values()].forEach((mark) => {
        const want = wanted.get(mark.mention);
        if (want?.name !== mark.name || want.place.passage !== mark.passage || isStale(mark)) remove(mark);
      });
      wanted.forEach(({ place, name }) => {
        if (shown.has(place.mention)) {
          if (registry.get(name) !== highlights.get(name))
            registry.set(name, highlights.get(name) as Highlight);
          return;
        }
        const range = rangeOf(place.passage, place.mention);
        if (range) add({ ...place, name, range });
      });
    },
    drop(node) {
      const stale = [...shown.values()].filter((mark) => isOver(mark, node));
      for (const mark of stale) remove(mark);
      return stale.length > 0;
    },
    lost: () => [
      ...new Set([...shown.values()].filter((mark) => isStale(mark)).map(({ passage }) => passage)),
    ],
    repair() {
      if (signal.aborted) return;
      for (const [name, highlight] of highlights)
        if (highlight.size > 0 && registry.get(name) !== highlight) registry.set(name, highlight);
    },
    placeOf: (highlight, range) =>
      [...highlights.values()].includes(highlight) ? byRange.get(range) : undefined,
    places: () => shown.values(),
    isMarked(mention) {
      const mark = shown.get(mention);
      return mark !== undefined && mark.name !== QUIET;
    },
    flash(place, ms) {
      unflash();
      const range = rangeOf(place.passage, place.mention);
      if (!range || signal.aborted) return;
      registry.set(FLASH, new Highlight(range));
      flashing = setTimeout(unflash, ms);
    },
    get size() {
      return shown.size;
    },
  };
}

/** Whether the mark runs over this text and the words under it are no longer the mention's. */
function isOver({ passage, mention, range }: Mark, node: Text): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === node && endContainer === node)
    return node.data.slice(startOffset, endOffset) !== passage.text.slice(mention.start, mention.end);
  const at = passage.nodes.indexOf(node);
  return (
    at >= 0 &&
    at >= passage.nodes.indexOf(startContainer as Text) &&
    at <= passage.nodes.indexOf(endContainer as Text)
  );
}

function isStale({ range }: Mark): boolean {
  return !own.isHere(range.startContainer) || !own.isHere(range.endContainer);
}

/**
 * Those of the places that are worth a range now: all, or where they are too many the ones nearest to the
 * viewport. Reads boxes then (one forced layout at most), by bisection: reading order is nearly top to bottom.
 */
export function nearest(places: readonly Place[], viewportHeight: () => number): readonly Place[] {
  if (places.length <= MOST) return places;
  const topOf = (place: Place): number =>
    measuringRange(place.passage, place.mention)?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY;
  const half = viewportHeight() / 2;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (topOf(places[middle] as Place) < half) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - MOST / 2, places.length - MOST));
  return places.slice(from, from + MOST);
}
