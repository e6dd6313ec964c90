import type { Keys } from "../core/keys.ts";
import type { EntryId } from "../core/pack.ts";
import type { Card, CardSite } from "../messages/card-port.ts";
import type { Ask, InputOf, OutputOf } from "../messages/channel.ts";
import type { FrameLeave, Orders, Requests } from "../messages/contract.ts";
import type { Place } from "../page/marks.ts";
import { realPace } from "../page/pace.ts";
import { publishedOf } from "../page/published.ts";
import { createReading } from "../page/reading.ts";
import type { Settings } from "../settings/schema.ts";
import { createAim } from "./aim.ts";
import { createCardLoader } from "./card-loader.ts";
import { EARLY_KEY, type Early } from "./early-events.ts";
import { type Hover, startHover } from "./hover.ts";
import { isMuted } from "./muted.ts";
import { reportOf } from "./report.ts";
import { createReporter } from "./reporter.ts";
import { shadowOf } from "./shadow-of.ts";
import { createShadowSheet } from "./shadow-sheet.ts";
import { scrollTo, stops } from "./walk.ts";

export interface VisitDeps {
  keys(): Keys;
  settings(): Settings;
  readonly ask: Ask<Requests>;
  isAlive(): boolean;
  onError(error: unknown): void;
  /** Called once, when the frame has a mention: now it is worth asking whether this site is paused. */
  foundFirst(): void;
}

/** Reading of this frame while Sidelight is on. */
export interface Visit {
  /** The background lets us show what we found. */
  allowed(leave: FrameLeave): void;
  retaste(rescan: boolean): void;
  /** The reader wants marks to look otherwise. */
  relook(): void;
  step(input: InputOf<Orders, "mention.step">): OutputOf<Orders, "mention.step">;
  count(entry: EntryId | null): number;
  openEntry(id: EntryId, at: "selection" | "middle"): boolean;
  closeCards(): void;
}

/** Set by the build: the style of marks is inherited, also into shadow roots. */
declare const MARKS_INHERIT: boolean;

const TYPED = /^(key|beforeinput$|input$|composition|paste$)/;
/** ms a mention lights up after a jump. */
const FLASH = 1200;

export function startVisit(deps: VisitDeps, signal: AbortSignal): Visit {
  const { ask, onError } = deps;
  let leave: FrameLeave | null = null;
  let asked = false;
  let current: Place | null = null;
  let hover: Hover | null = null;
  let rootElement = document.documentElement;
  /** Tells this reading from the one before it, which may have been of the same page. */
  const number = Math.random();

  const site: CardSite = {
    settings: deps.settings,
    published: () => publishedOf(document),
    entriesHere: () => reportOf(reading).found.map(({ entry }) => entry),
    onState: () => undefined,
    signal,
  };
  /** Documents get their sheets from the browser. */
  const shadows = MARKS_INHERIT ? null : createShadowSheet();
  const relook = (): void => {
    shadows?.wear(deps.settings().look);
    ask("look.apply", null).catch(onError);
  };
  const cards = createCardLoader(site, ask, signal);

  const { report, again } = createReporter(
    {
      current: () => reportOf(reading),
      send: (found) => ask("frame.report", found),
      isAlive: deps.isAlive,
      onError,
    },
    signal,
  );

  // A page that comes back as it was is not read anew, but another page has reported for this tab since.
  addEventListener("pageshow", ({ persisted }) => persisted && leave && again(), { signal });

  const reading = createReading(
    {
      keys: deps.keys,
      match: (page) => ask("page.match", { reading: number, page }),
      pace: realPace,
      idle: () => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })),
      taste() {
        const { density, markEveryday, scope, muted } = deps.settings();
        return {
          density,
          markEveryday,
          everything: scope === "everything",
          isMuted: (mention) => isMuted(mention, muted, leave?.site ?? null),
        };
      },
      mayShow: () => leave !== null,
      shadowOf,
      sheet: shadows?.sheet ?? null,
      isAlive: deps.isAlive,
      changed() {
        if (document.documentElement !== rootElement) {
          rootElement = document.documentElement;
          // `document.open` wipes the window's listeners with the page.
          early()?.listen();
        }
        hover?.pageChanged();
        if (leave) return report();
        if (asked || reading.table.passages.length === 0) return;
        asked = true;
        deps.foundFirst();
      },
      onError,
    },
    signal,
  );

  hover = startHover(
    {
      reading,
      settings: deps.settings,
      card: cards.load,
      loaded: cards.loaded,
      mayOpen: () => leave !== null && deps.isAlive(),
      onError,
    },
    signal,
  );
  listenEarly((event) => {
    try {
      if (TYPED.test(event.type) && isTyped(event)) return;
      hover?.hear(event);
    } catch (error) {
      onError(error);
    }
  }, signal);

  /** What is typed into a card stays in it, though a page may listen first. */
  const isTyped = (event: Event): boolean => {
    const card = cards.loaded();
    if (card?.owns(event)) {
      // Even what is not trusted: Chromium says so of the end of a composition.
      event.stopImmediatePropagation();
      if (event.type === "keydown" && event.isTrusted) card.key?.(event as KeyboardEvent);
      return true;
    }
    if (!event.isTrusted) return false;
    if (event.type === "keydown" && (event as KeyboardEvent).key === "Escape") closeFromOutside(event, card);
    return false;
  };
  /** Esc closes a card from anywhere; where there is none here, one may be open in another frame. */
  const closeFromOutside = (event: Event, card: Card | null): void => {
    if (card?.isOpen) {
      card.close("unpinned");
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (window !== window.parent || window.length > 0) ask("card.close", null).catch(onError);
  };

  const openCard = (
    place: Place,
    way: "keyboard" | "menu",
    focus: boolean,
    at: { index: number; total: number } | null,
  ): void => {
    const aim = createAim(place, way, null, at);
    cards
      .load(place.mention.entry)
      .then((card: Card | null) => card?.open(aim, focus))
      .catch(onError);
  };

  return {
    allowed(answer) {
      const first = leave === null;
      leave = answer;
      if (!first) return;
      if (deps.settings().look === "tint") shadows?.wear("tint");
      else relook();
      reading.retaste(false);
      report();
    },
    relook,
    retaste: (rescan) => reading.retaste(rescan),
    step({ entry, step, from, focus, before = 0, all }) {
      const places = stops(reading, entry);
      const total = places.length;
      const at = current ? places.findIndex(({ mention }) => mention === current?.mention) : -1;
      let index = at + step;
      if (from === "start") index = 0;
      else if (from === "end") index = total - 1;
      else if (at < 0) index = step > 0 ? 0 : total - 1;
      const place = places[index];
      if (!place) {
        current = null;
        return null;
      }
      current = place;
      scrollTo(place);
      reading.marks.flash(place, FLASH);
      const here = { index: before + index + 1, total: all ?? total };
      openCard(place, "keyboard", focus, here);
      return here;
    },
    count(entry) {
      const { length } = stops(reading, entry);
      // The background lets go of what a frame had said that has nothing at this moment.
      if (length === 0 && leave) again();
      return length;
    },
    openEntry(id, where) {
      const places = stops(reading, id);
      const chosen = where === "selection" ? placeAtSelection(places) : places[0];
      if (!chosen) return false;
      openCard(chosen, "menu", true, null);
      return true;
    },
    closeCards: () => cards.loaded()?.close("unpinned"),
  };
}

function placeAtSelection(places: readonly Place[]): Place | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  return places.find(({ passage }) => passage.nodes.some((node) => selection.containsNode(node, true)));
}

const early = (): Early | undefined =>
  (globalThis as unknown as Record<symbol, Early | undefined>)[Symbol.for(EARLY_KEY)];

/** Take over the events that `early.js` hears; where it did not run (a tab older than us) its part is done late. */
function listenEarly(handle: (event: Event) => void, signal: AbortSignal): void {
  const hears = early();
  if (!hears) return;
  hears.handle = handle;
  signal.addEventListener("abort", () => {
    if (hears.handle === handle) hears.handle = null;
  });
}
