import { useEffect, useState } from "preact/hooks";

/** More than the list has in sight. */
const FIRST = 7;
/** Letters of a quick typist are nearer to each other, and the rest of the list is not drawn between them. */
const REST_AFTER = 120; // ms

/**
 * The rows to draw now: those in sight at once, all when the reader has looked for a moment. Most of a letter's time
 * is the drawing of rows that nobody sees before the next letter takes them away.
 *
 * @param atLeast rows that are wanted now
 */
export function useFirstRows<T>(rows: readonly T[], atLeast: number): readonly T[] {
  const [whole, setWhole] = useState<readonly T[] | null>(null);
  useEffect(() => {
    if (rows.length <= FIRST) return;
    const timer = setTimeout(() => setWhole(rows), REST_AFTER);
    return () => clearTimeout(timer);
  }, [rows]);
  return whole === rows ? rows : rows.slice(0, Math.max(FIRST, atLeast));
}
