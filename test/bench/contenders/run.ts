/** What a contender hands back; the last value of its file, which `executeScript` awaits. */
export interface Outcome {
  /** ms of main-thread script from the first look at the page to the last mark; what happens before (terms, matcher) apart. */
  readonly ms: number;
  /** ms to make the terms ready: a compiled pattern, an automaton, a decoded lexicon. */
  readonly ready: number;
  /** ms of layout that the page owes afterwards. */
  readonly layout: number;
  readonly found: number;
  /** ms by stage, where there are any. */
  readonly stages?: Readonly<Record<string, number>>;
}

const world = globalThis as unknown as {
  readonly benchTerms?: readonly string[];
  readonly benchKeys?: string;
  readonly benchSize?: string;
};

/** The terms all peers get: the aliases of the lexicon. Another file of the same injection puts them here. */
export const terms = (): readonly string[] => world.benchTerms ?? [];

/** Their letters, compiled, base64. */
export const keysText = (): string => world.benchKeys ?? "";

/** Which of the lexicons it is. */
export const lexiconSize = (): string => world.benchSize ?? "";

/** Two frames and a task: the page's own first layout and paint are over. */
const settled = async (): Promise<void> => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await new Promise((resolve) => setTimeout(resolve));
};

/** A contender that does its work in one go. */
export async function contender<T>(
  prepare: () => T,
  work: (ready: T) => { found: number; stages?: Record<string, number> },
): Promise<Outcome> {
  await settled();
  const began = performance.now();
  const matcher = prepare();
  const started = performance.now();
  const { found, stages } = work(matcher);
  const done = performance.now();
  document.documentElement.getBoundingClientRect();
  const layout = performance.now() - done;
  return { ms: done - started, ready: started - began, layout, found, ...(stages ? { stages } : {}) };
}

export { settled };
