/** Characters below which an element marked as main is taken for an empty shell. */
const ENOUGH = 140;

/**
 * The elements that hold what the page is about, outermost only.
 *
 * @returns `null` where the page names none: then everything but its furniture counts
 */
export function findMainContent(document: Document): readonly Element[] | null {
  for (const selector of ["main, [role=main]", "article, [role=article]"]) {
    const found = [...document.querySelectorAll(selector)].filter(
      (element) => (element.textContent?.length ?? 0) >= ENOUGH,
    );
    const outermost = found.filter(
      (element) => !found.some((other) => other !== element && other.contains(element)),
    );
    if (outermost.length > 0) return outermost;
  }
  return null;
}
