import { useLayoutEffect } from "preact/hooks";
import type { MessageKey } from "../core/words.ts";
import { useWords } from "../ui/words-context.ts";
import type { More } from "./more-port.ts";

/** What a card draws of `card-more.js`. */
export type Parts = Pick<More, "ActsMenu" | "deep">;

export interface PartsSource {
  /** As long as they are not here: what stands in each of their places. */
  now(): Parts;
  /** Brings them; a failure lasts until `forgive`. */
  get(): Promise<More>;
  forgive(): void;
}

/** @param changed called when they have come, or will not */
export function createParts(
  fetchMore: () => Promise<More>,
  changed: (more: More | null) => void,
): PartsSource {
  const source: PartsSource = {
    now: () => parts,
    get() {
      coming ??= fetchMore().then(
        (more) => {
          parts = more;
          changed(more);
          return more;
        },
        (error) => {
          parts = failed;
          changed(null);
          throw error;
        },
      );
      return coming;
    },
    forgive() {
      if (parts !== failed) return;
      parts = loading;
      coming = null;
    },
  };
  // Where one of these is seen, the reader waits.
  const loading = standIn("card_more_loading", () => {
    source.get().catch(() => {}); // the next one says it
  });
  const failed = standIn("card_more_failed");
  let parts = loading;
  let coming: Promise<More> | null = null;
  return source;
}

function standIn(say: MessageKey, seen?: () => void): Parts {
  const StandIn = () => {
    useLayoutEffect(() => seen?.(), []);
    return (
      <p class="meta" role="status">
        {useWords().say(say)}
      </p>
    );
  };
  return { deep: { TieGraph: StandIn, Timeline: StandIn }, ActsMenu: StandIn };
}
