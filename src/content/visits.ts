import type { Keys } from "../core/keys.ts";
import type { Ask, Handlers } from "../messages/channel.ts";
import type { FrameLeave, Orders, Requests } from "../messages/contract.ts";
import type { Settings } from "../settings/schema.ts";
import type { startVisit, Visit } from "./visit.ts";

export interface VisitsDeps {
  /** Decoded when first needed: a paused page pays nothing. */
  keys(): Keys;
  settings(): Settings;
  readonly ask: Ask<Requests>;
  /** This tab belongs to a private window, which may have settings of its own. */
  readonly isPrivate: boolean;
  readonly start: typeof startVisit;
  isAlive(): boolean;
  onError(error: unknown): void;
}

export interface Visits {
  /** Start, stop or change by what the settings and the background now say. */
  reconsider(): Promise<void>;
  readonly orders: Handlers<Orders, unknown>;
}

/** Switches reading on and off in this frame. While it is off nothing of a visit is left. */
export function createVisits(deps: VisitsDeps, signal: AbortSignal): Visits {
  let end: AbortController | null = null;
  let visit: Visit | null = null;
  let keys: Keys | null = null;
  /** The background's answer; asked for once there is something to show. */
  let leave: FrameLeave | null = null;
  /** How often it was asked for: who asked last knows best, in whatever order the answers come. */
  let questions = 0;
  /** As they held when they were last considered. */
  let before: Settings | null = null;
  const inForce = (): Settings => ({ ...deps.settings(), ...leave?.own });

  const stop = (): void => {
    end?.abort();
    end = null;
    visit = null;
  };
  const askLeave = async (): Promise<void> => {
    const question = ++questions;
    const answer = await deps.ask("frame.leave", null);
    if (question !== questions) return;
    leave = answer;
    if (leave.paused) stop();
    else visit?.allowed(leave);
  };
  const begin = (): void => {
    end = new AbortController();
    const until = AbortSignal.any([signal, end.signal]);
    visit = deps.start(
      {
        keys: () => {
          keys ??= deps.keys();
          return keys;
        },
        settings: inForce,
        ask: deps.ask,
        isAlive: deps.isAlive,
        onError: deps.onError,
        foundFirst: () => void askLeave().catch(deps.onError),
      },
      until,
    );
  };

  const reconsider: Visits["reconsider"] = async () => {
    if (signal.aborted || !deps.isAlive()) return;
    if (!deps.isPrivate && !deps.settings().everywhere) return stop();
    if (questions > 0 || leave || deps.isPrivate) await askLeave();
    if (leave?.paused) return stop();
    const last = before;
    const now = inForce();
    before = now;
    if (!visit) {
      await shown(signal);
      await roomToRead(signal);
      if (signal.aborted || visit || leave?.paused || !inForce().everywhere) return;
      begin();
      if (leave) (visit as Visit | null)?.allowed(leave);
    } else {
      if (leave && last !== null && last.look !== now.look) visit.relook();
      visit.retaste(last !== null && last.scope !== now.scope);
    }
  };

  return {
    reconsider,
    orders: {
      "mention.step": (input) => visit?.step(input) ?? null,
      "mention.count": ({ entry }) => visit?.count(entry) ?? 0,
      "card.open": ({ id, at }) => visit?.openEntry(id, at) ?? false,
      "card.close": () => {
        visit?.closeCards();
        return null;
      },
      "frame.refresh": async () => {
        leave ??= { paused: false, site: null, incognito: deps.isPrivate, own: {} };
        await reconsider();
        return null;
      },
    },
  };
}

/** Below this a frame shows a button, a counter or an advertisement, CSS px. */
const LEAST = { width: 120, height: 60 };

/** A frame too small to be read waits until it grows. */
async function roomToRead(signal: AbortSignal): Promise<void> {
  const isTiny = (): boolean =>
    window !== window.parent && (innerWidth < LEAST.width || innerHeight < LEAST.height);
  while (isTiny() && !signal.aborted)
    await new Promise<void>((resolve) => {
      addEventListener("resize", () => resolve(), { once: true, signal });
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
}

/** A page nobody looks at waits: prerendered, or opened in the background. */
async function shown(signal: AbortSignal): Promise<void> {
  const isWaiting = (): boolean =>
    document.visibilityState === "hidden" || (document as { prerendering?: boolean }).prerendering === true;
  while (isWaiting() && !signal.aborted)
    await new Promise<void>((resolve) => {
      const once = { once: true, signal } as const;
      document.addEventListener("visibilitychange", () => resolve(), once);
      document.addEventListener("prerenderingchange", () => resolve(), once);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
}
