import type { EntryId } from "../core/pack.ts";
import { type Answers, type Deps, tellTab } from "./deps.ts";
import type { Frames } from "./frames.ts";

export interface Walk {
  /**
   * To the next or previous mention on the page, through all frames and round again; its card opens as a dialog.
   *
   * @param entry only mentions of this entry; `null`: of any
   * @returns whether there was one
   */
  step(tabId: number, entry: EntryId | null, step: 1 | -1): Promise<boolean>;
  readonly handlers: Answers<"mention.jump" | "card.close">;
}

/** The frame that holds the last mention stepped to. */
const key = (tabId: number) => `walk:${tabId}`;
/** ms in which a frame that marks its first mention has told of it, and how often to look. */
const TOLD_WITHIN = 400;
const LOOK_EVERY = 50;

interface Stop {
  readonly frame: number;
  readonly count: number;
}

export function walk({ api, session, askFrame, log }: Deps, frames: Frames): Walk {
  /** Frames with mentions, in the order of their numbers. The page itself is asked even if it has told nothing yet. */
  const stopsOf = async (tabId: number, entry: EntryId | null): Promise<readonly Stop[]> => {
    const asked = [...new Set([0, ...(await frames.of(tabId)).keys()])].sort((a, b) => a - b);
    const counted = await Promise.all(
      asked.map(async (frame) => ({
        frame,
        count: await askFrame(tabId, frame)("mention.count", { entry }).catch(() => 0),
      })),
    );
    return counted.filter(({ count }) => count > 0);
  };
  const step: Walk["step"] = async (tabId, entry, direction) => {
    let stops = await stopsOf(tabId, entry);
    // Marks are seen before their frame tells of them, and nobody else knows of a frame inside the page.
    for (let waited = 0; stops.length === 0 && waited < TOLD_WITHIN; waited += LOOK_EVERY) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      stops = await stopsOf(tabId, entry);
    }
    if (stops.length === 0) return false;
    const all = stops.reduce((sum, { count }) => sum + count, 0);
    const last = await session.get(key(tabId));
    const current = Math.max(
      0,
      stops.findIndex(({ frame }) => frame === last),
    );
    // Once round all frames, and into the first one again from its other end.
    for (let turn = 0; turn <= stops.length; turn++) {
      const place = (((current + turn * direction) % stops.length) + stops.length) % stops.length;
      const { frame } = stops[place]!;
      const from = turn === 0 ? "here" : direction === 1 ? "start" : "end";
      const before = stops.slice(0, place).reduce((sum, { count }) => sum + count, 0);
      const found = await askFrame(tabId, frame)("mention.step", {
        entry,
        step: direction,
        from,
        focus: true,
        before,
        all,
      }).catch(() => null);
      if (!found) continue;
      if (typeof last === "number" && last !== frame) {
        await askFrame(tabId, last)("card.close", null).catch((error: unknown) => log("walk", error));
      }
      await session.set(key(tabId), frame);
      return true;
    }
    return false;
  };
  return {
    step,
    handlers: {
      "mention.jump": ({ tabId, entry, step: direction }) => step(tabId, entry, direction === -1 ? -1 : 1),
      "card.close": async (_, { tab }) => {
        if (tab?.id !== undefined) await tellTab(api, tab.id, "card.close");
        return null;
      },
    },
  };
}
