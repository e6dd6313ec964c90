import type { Lexicon } from "./lexicon.ts";
import { type Flow, type Hidden, isHidden, type Mention } from "./mention.ts";
import { resolvePage } from "./resolve.ts";
import { scan } from "./scan.ts";

/** A flow of a page's text, as a frame sends it to be matched. */
export interface SentFlow {
  /** Of the frame's own counting: the same number is the same text. */
  readonly id: number;
  /** Text nodes joined by `BORDER`, each of which it flows across. */
  readonly text: string;
  /** Language in force (BCP 47, lower case), "" unknown. */
  readonly lang: string;
  readonly hidden: Hidden;
}

/** What has changed on a page since it was sent last. */
export interface SentPage {
  readonly flows: readonly SentFlow[];
  /** All flows of the page in reading order; `null`: more of them come first. */
  readonly order: readonly number[] | null;
  readonly title: string;
  readonly lang: string;
}

export interface FoundInPage {
  /** Flows in the order that were never sent, or are forgotten: nothing was matched, send them. */
  readonly missing: readonly number[];
  /** Flows without a candidate: they need not be kept, and are forgotten here. */
  readonly empty: readonly number[];
  /** Mentions of each flow that is new, or for which they differ from what was said last. */
  readonly found: readonly (readonly [id: number, mentions: readonly Mention[]])[];
  /** Letters that the page has introduced as short for a name, and no key knows: flows that hold them are to be sent, too. */
  readonly introduced: readonly string[];
}

/** Matches one page over its life. Candidates are kept by flow, so that a change costs what has changed. */
export interface PageMatcher {
  match(page: SentPage): FoundInPage;
}

interface Kept extends Flow {
  /** `null`: nothing yet. */
  said: readonly Mention[] | null;
}

export function createPageMatcher(lexicon: Lexicon): PageMatcher {
  let kept = new Map<number, Kept>();
  let introduced: readonly string[] = [];

  return {
    match({ flows, order, title, lang }) {
      for (const { id, text, lang: own, hidden } of flows) {
        const candidates = scan(lexicon, text, () => true, lang).filter(
          ({ start, end }) => !isHidden(hidden, start, end),
        );
        kept.set(id, { text, lang: own, candidates, hidden, said: null });
      }
      if (order === null) return { missing: [], empty: [], found: [], introduced };
      const missing = order.filter((id) => !kept.has(id));
      if (missing.length > 0) return { missing, empty: [], found: [], introduced };

      const there = order.map((id) => [id, kept.get(id) as Kept] as const);
      const isFull = ({ text, candidates }: Kept): boolean =>
        candidates.length > 0 || introduced.some((letters) => text.includes(letters));
      let full = there;
      let mentionsOf: ReturnType<typeof resolvePage>["mentions"] = [];
      for (let isNew = true; isNew; ) {
        full = there.filter(([, flow]) => isFull(flow));
        const flowsInPlay = full.map(([, flow]) => flow);
        const page = resolvePage(lexicon, flowsInPlay, { title, lang });
        mentionsOf = page.mentions;
        // Flows without a candidate may hold what was introduced just now.
        isNew = page.introduced.some((letters) => !introduced.includes(letters));
        introduced = page.introduced;
      }
      const empty = there.filter(([, flow]) => !isFull(flow)).map(([id]) => id);
      kept = new Map(full);
      const found: [number, readonly Mention[]][] = [];
      for (const [index, mentions] of mentionsOf.entries()) {
        const [id, flow] = full[index] as (typeof full)[number];
        if (flow.said !== null && isSame(flow.said, mentions)) continue;
        flow.said = mentions;
        found.push([id, mentions]);
      }
      return { missing, empty, found, introduced };
    },
  };
}

function isSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length === b.length && a.every((mention, at) => sameMention(mention, b[at] as Mention));
}

/** The same words in the same sense, for the same reason. */
export const sameMention = (a: Mention, b: Mention): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.entry === b.entry &&
  a.alias === b.alias &&
  a.rule === b.rule &&
  a.cue === b.cue &&
  a.others.join() === b.others.join();
