/** Brings a card before the others: whoever was lifted last is in front, and time only grows. */
export function lift(panel: HTMLElement): void {
  panel.style.zIndex = performance.now().toFixed();
}
