import { browser } from "./browser.ts";

export interface Lifetime {
  readonly signal: AbortSignal;
  /** Whether the extension is still there to talk to; ends the lifetime where it is not. */
  isAlive(): boolean;
  end(): void;
}

/**
 * The life of a script in a page. Chromium leaves it running after an update with `runtime.id` gone and no
 * event to tell (`runtime.onInvalidated`, w3c/webextensions #792, is not there yet), so it is asked before each piece of work.
 *
 * @param hasExtension whether the extension API still answers
 */
export function lifetime(hasExtension: () => boolean = () => Boolean(browser.runtime?.id)): Lifetime {
  const end = new AbortController();
  return {
    signal: end.signal,
    isAlive() {
      if (!end.signal.aborted && !hasExtension()) end.abort();
      return !end.signal.aborted;
    },
    end: () => end.abort(),
  };
}
