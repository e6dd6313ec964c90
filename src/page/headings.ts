import { type Root, readingOrder } from "./composed.ts";

/** The headings of these trees as a reader meets them; a section is what a heading governs. */
export function headingsOf(roots: readonly Root[]): readonly Element[] {
  const found = roots
    .filter((root) => root.isConnected)
    .flatMap((root) => [...root.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")]);
  return roots.length === 1 ? found : found.sort(readingOrder);
}
