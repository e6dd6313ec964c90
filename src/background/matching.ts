import type { Lexicon } from "../core/lexicon.ts";
import { createPageMatcher, type PageMatcher } from "../core/page-matcher.ts";
import type { Answers } from "./deps.ts";

/** Frames whose candidates are kept; one that is forgotten hears so, and sends its text again. */
const MOST = 100;

/**
 * One matcher, warm, for the frames of all tabs (docs/adr/0010-one-matcher.md). What it keeps of a page is in memory
 * alone, and may be gone at any time.
 */
export function matching(lexicon: () => Lexicon): Answers<"page.match"> {
  const frames = new Map<string, { readonly reading: number; readonly matcher: PageMatcher }>();
  return {
    "page.match"({ reading, page }, { tab, frameId }) {
      const name = `${tab?.id} ${frameId}`;
      const known = frames.get(name);
      const frame = known?.reading === reading ? known : { reading, matcher: createPageMatcher(lexicon()) };
      frames.delete(name);
      frames.set(name, frame);
      for (const oldest of frames.keys()) {
        if (frames.size <= MOST) break;
        frames.delete(oldest);
      }
      return frame.matcher.match(page);
    },
  };
}
