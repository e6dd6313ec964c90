import { type Changed, sumUp } from "./changed.ts";
import type { Root } from "./composed.ts";
import { guarded } from "./guarded.ts";
import { SKIP_ATTRIBUTES } from "./skip.ts";

/** What cannot wait until the next look. */
export interface Changes {
  /** There is something to look at. */
  noted(): void;
  /** A node that holds a mention has new text: its ranges must not be painted again. */
  stale(node: Text): void;
  /** Something was taken out; these records say what came in with it. */
  taken(records: readonly MutationRecord[]): void;
  /** Text below may have come into reach or left it. */
  reach(element: Element): void;
  /** So much has changed that it is no longer kept what: everything is to be read again. */
  lost(): void;
  onError(error: unknown): void;
}

/** Records kept: a page in a hidden tab goes on changing, and they hold all it has taken out. */
const MOST = 20_000;

export interface Watch {
  observe(root: Root): void;
  /** What has changed since it was asked last. */
  take(): Changed;
}

/**
 * Hear of changes, at next to no cost where they hold nothing for us: they are noted as they come (0.01–0.3 µs a
 * record) and looked at when the page has calmed down a little, and by then most of what a busy page does is undone.
 *
 * @param holds whether a text node is part of a passage
 */
export function createWatch(holds: (node: Text) => boolean, changes: Changes, signal: AbortSignal): Watch {
  let texts = new Set<Text>();
  let moves: MutationRecord[] = [];
  /** Whether one of the moves took something out. */
  let removed = false;

  const hear = (records: readonly MutationRecord[]): void => {
    let taken = false;
    for (const record of records) {
      const { type } = record;
      if (type === "characterData") {
        const text = record.target as Text;
        if (holds(text)) changes.stale(text);
        texts.add(text);
      } else if (type === "attributes") changes.reach(record.target as Element);
      else {
        moves.push(record);
        taken ||= record.removedNodes.length > 0;
      }
    }
    removed ||= taken;
    if (taken) changes.taken(records);
    if (moves.length + texts.size > MOST) {
      moves = [];
      texts = new Set();
      changes.lost();
    }
    changes.noted();
  };
  const observer = new MutationObserver(guarded(hear, changes.onError));
  signal.addEventListener("abort", () => {
    observer.disconnect();
    texts.clear();
    moves = [];
  });

  return {
    observe(root) {
      if (signal.aborted) return;
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: [...SKIP_ATTRIBUTES],
      });
    },
    take() {
      const taken = { ...sumUp(moves, removed), texts, removed };
      moves = [];
      removed = false;
      texts = new Set();
      return taken;
    },
  };
}
