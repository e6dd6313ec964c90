import type { FoundInPage, SentPage } from "../../../src/core/page-matcher.ts";
import { lexiconSize } from "./run.ts";

export interface Asked {
  readonly size: string;
  readonly reading: number;
  readonly page: SentPage;
}

/** As much of the extension API as the bench needs. */
export interface Extension {
  readonly chrome: {
    readonly runtime: {
      sendMessage(asked: Asked): Promise<FoundInPage>;
      readonly onMessage: {
        addListener(
          hear: (asked: Asked, sender: unknown, answer: (found: FoundInPage | null) => void) => true,
        ): void;
      };
    };
  };
}

/** The way to the worker's matcher and back, of a reading of its own. */
export function matcher(): (page: SentPage) => Promise<FoundInPage> {
  const asked = { size: lexiconSize(), reading: Math.random() };
  const { runtime } = (globalThis as unknown as Extension).chrome;
  return (page) => runtime.sendMessage({ ...asked, page });
}
