import type { Mention } from "../core/mention.ts";
import type { EntryId } from "../core/pack.ts";
import type { Card, Way } from "../messages/card-port.ts";
import { mentionAt } from "../page/hit.ts";
import type { Place } from "../page/marks.ts";
import { rangeOf } from "../page/passage.ts";
import type { Reading } from "../page/reading.ts";
import type { Settings } from "../settings/schema.ts";
import { createAim } from "./aim.ts";
import { createMotion } from "./motion.ts";

export interface HoverDeps {
  readonly reading: Reading;
  settings(): Settings;
  /** The card, loading it the first time, for this entry; `null`: it cannot be had here. */
  card(first: EntryId): Promise<Card | null>;
  /** The card where it is loaded. */
  readonly loaded: () => Card | null;
  /** Whether anything may be shown: we are alive, and the background has said that this site is not paused. */
  mayOpen(): boolean;
  onError(error: unknown): void;
}

/** ms after its last move within which a pointer is taken to mean what comes up under it. */
const STILL_MEANT = 1500;

export interface Hover {
  /** What to do with an early event. */
  hear(event: Event): void;
  /** The page changed: what the pointer rests on may be gone, or have just been found. */
  pageChanged(): void;
}

/** px and ms within which a touch is a tap. */
const TAP = { distance: 10, time: 500 };

/**
 * From pointer events to mentions. Asks the page for what is under the pointer once per frame at most, and
 * only when the pointer is slow; the card decides when to open.
 *
 */
export function startHover(deps: HoverDeps, signal: AbortSignal): Hover {
  const { reading } = deps;
  const motion = createMotion();
  let over: Place | null = null;
  let since = 0; // when the pointer came to rest there
  let meantAt = 0; // when something last changed what lies under the pointer
  let fetched: Mention | null = null; // what the card was loaded ahead for
  let frame = 0;
  let inside = false; // the pointer is in this frame, a mouse or a hovering pen, with no button down
  let modifier = false;
  let down: { x: number; y: number; time: number } | null = null;
  let way: Way = "mouse";
  let owed = false; // what lay under the pointer was not read yet
  let movedAt = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));

  const aimAt = (place: Place | null): void => {
    if (place?.mention === over?.mention && place?.passage === over?.passage) return;
    over = place;
    since = meantAt;
    const card = deps.loaded();
    if (card) {
      card.aim(place ? createAim(place, way, motion, null, since) : null);
      return;
    }
    if (!place) return;
    deps
      .card(place.mention.entry)
      .then((ready) => {
        // The pointer may have gone on while the card was loading; if not, it has rested all the while.
        if (ready && over && !signal.aborted) ready.aim(createAim(over, way, motion, null, since));
      })
      .catch(deps.onError);
  };

  const look = (): void => {
    frame = 0;
    if (!inside || signal.aborted) return;
    const { trigger } = deps.settings();
    const isWanted = trigger === "rest" || (trigger === "modifier" && modifier);
    const isSlow = motion.isSlow(performance.now());
    if (!isWanted || !isSlow) aimAt(null);
    else if (deps.mayOpen()) aimAt(find(motion.x, motion.y));
    if (!isWanted && isSlow) fetchAhead(motion, "mouse");
    // The pointer may stop without another event.
    if (!isSlow && (isWanted || !deps.loaded())) schedule(meantAt);
  };
  /** A click, a tap or a held key may follow: what it will open is loaded while the pointer comes to rest, or is pressed. */
  const fetchAhead = ({ x, y }: { readonly x: number; readonly y: number }, by: Way): void => {
    if (deps.loaded() || !deps.mayOpen()) return;
    const place = openable(x, y, by);
    if (place && place.mention !== fetched) deps.card(place.mention.entry).catch(deps.onError);
    fetched = place?.mention ?? null;
  };
  /** What a pointer of this kind opens there. */
  const openable = (x: number, y: number, by: Way): Place | null => {
    const place = find(x, y);
    const isPassedBy = by === "touch" && place && (!reading.marks.isMarked(place.mention) || isInLink(place));
    return isPassedBy ? null : place;
  };
  const find = (x: number, y: number): Place | null => {
    reading.marks.repair();
    reading.recheck();
    const place = mentionAt(x, y, reading);
    if (!place) {
      const element = document.elementFromPoint(x, y);
      if (reading.busy || (element && reading.lookInto(element))) owed = true;
    }
    return place;
  };
  const schedule = (at: number): void => {
    meantAt = at;
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(look);
  };

  const open = (x: number, y: number, by: Way): boolean => {
    if (!deps.mayOpen()) return false;
    const place = openable(x, y, by);
    if (!place) return false;
    const aim = createAim(place, by, { x, y });
    deps
      .card(place.mention.entry)
      .then((card) => card?.open(aim, false))
      .catch(deps.onError);
    return true;
  };

  const heldKey = (event: PointerEvent | KeyboardEvent): boolean => {
    const key = deps.settings().modifier;
    return key === "Alt" ? event.altKey : key === "Control" ? event.ctrlKey : event.shiftKey;
  };

  const isGone = ({ passage, mention }: Place): boolean =>
    !passage.mentions.includes(mention) ||
    !passage.nodes.every((node) => reading.table.of(node) === passage) ||
    rangeOf(passage, mention) === null;
  /** The page has built the same words anew: the mention is the same, and where it stands now. */
  const whereNow = ({ mention }: Place): Place | null => {
    const passage = reading.table.passages.find(({ mentions }) => mentions.includes(mention));
    const place = passage && { passage, mention };
    return place && !isGone(place) ? place : null;
  };

  const hear = (event: Event): void => {
    // A page can make events of any kind; only the reader's own move us.
    if (!event.isTrusted || signal.aborted) return;
    if (event.type === "scroll") {
      if (!deps.mayOpen()) return;
      reading.scrolled();
      if (inside) schedule(event.timeStamp);
      return;
    }
    if (event instanceof KeyboardEvent) {
      const held = heldKey(event);
      if (held !== modifier) {
        modifier = held;
        if (deps.settings().trigger === "modifier" && inside) schedule(event.timeStamp);
      }
      return;
    }
    if (!(event instanceof PointerEvent)) return;
    if (deps.loaded()?.owns(event)) {
      // Over the card the page beneath is out of reach; the card watches its own borders. It is told all the
      // same: a quick pointer may cross the card between two frames.
      inside = false;
      aimAt(null);
      return;
    }
    const { type, clientX: x, clientY: y, pointerType } = event;
    if (pointerType === "touch") {
      if (type === "pointerdown") {
        down = { x, y, time: event.timeStamp };
        fetchAhead(down, "touch");
      } else if (type === "pointercancel") down = null;
      else if (type === "pointerup" && down) {
        const isTap =
          Math.hypot(x - down.x, y - down.y) <= TAP.distance && event.timeStamp - down.time <= TAP.time;
        down = null;
        if (isTap && !open(x, y, "touch")) deps.loaded()?.close("unpinned");
      }
      return;
    }
    if (type === "click") {
      if (deps.settings().trigger === "click" && event.button === 0) open(x, y, "click");
      return;
    }
    if (type === "pointerout" && event.relatedTarget !== null) return;
    way = pointerType === "pen" ? "pen" : "mouse";
    motion.moved(x, y, event.timeStamp);
    movedAt = event.timeStamp;
    modifier = heldKey(event);
    inside = event.buttons === 0 && type !== "pointerout" && type !== "pointerdown";
    if (inside && !deps.mayOpen()) owed = true;
    else if (inside) schedule(event.timeStamp);
    else aimAt(null);
    if (type === "pointerdown" && event.button === 0 && deps.settings().trigger === "click")
      fetchAhead({ x, y }, "click");
  };

  return {
    hear,
    pageChanged() {
      if (!deps.mayOpen()) return;
      const gone = over && isGone(over) ? over : null;
      const now = gone && whereNow(gone);
      if (now) aimAt(now);
      else if (inside && (gone || (owed && performance.now() - movedAt < STILL_MEANT)))
        schedule(performance.now());
      if (!reading.busy) owed = false;
    },
  };
}

function isInLink({ passage, mention }: Place): boolean {
  const index = passage.starts.findLastIndex((start) => start <= mention.start);
  return passage.nodes[index]?.parentElement?.closest("a[href]") != null;
}
