/** Farther than this, CSS px, or faster, px/ms, a swipe means "away"; less is a finger that changed its mind. */
const FAR = 72;
const FAST = 0.5;

/**
 * Lets a sheet be swiped away by its head, towards the edge it stands at. A thumb that opened a sheet expects to push
 * it back where it came from; the small cross in its corner is hard to reach with the same hand.
 *
 * By the head only: below it the same movement scrolls, and a reader at the top of a text who pulls once more
 * must not lose it. The sheet follows the finger, so that it shows what letting go will do; a finger moves it, not we,
 * which is why it does so under reduced motion, too (only the way back is then without a glide, in `frame.css`).
 *
 * Mice have the cross and Esc, and select words in a head.
 */
export function startSwipe(panel: HTMLElement, close: () => void, signal: AbortSignal): void {
  let from: { readonly id: number; readonly y: number; readonly at: number } | null = null;
  let way = 0;
  const on = (
    type: "pointerdown" | "pointermove" | "pointerup" | "pointercancel",
    work: (event: PointerEvent) => void,
  ) => panel.addEventListener(type, work, { signal });
  const follow = (far: number, transition: "none" | "") => {
    way = far;
    const away = panel.dataset["side"] === "top" ? -far : far;
    Object.assign(panel.style, { transition, translate: far > 0 ? `0 ${away}px` : "" });
  };

  on("pointerdown", ({ pointerType, pointerId: id, isPrimary, target, clientY: y, timeStamp: at }) => {
    const head = (target as Element).closest(".head");
    // In a view too low for a head that stays, the sheet scrolls as a whole.
    const scrolls = panel.scrollHeight > panel.clientHeight;
    if (pointerType === "mouse" || !isPrimary || !head || scrolls || (target as Element).closest("button"))
      return;
    from = { id, y, at };
    // The finger soon leaves the head, and with a short sheet the sheet.
    panel.setPointerCapture(id);
  });
  on("pointermove", ({ pointerId, clientY }) => {
    if (pointerId !== from?.id) return;
    const down = clientY - from.y;
    follow(Math.max(panel.dataset["side"] === "top" ? -down : down, 0), "none");
  });
  on("pointerup", ({ pointerId, timeStamp }) => {
    if (pointerId !== from?.id) return;
    const isAway = way > FAR || (way > FAR / 4 && way / (timeStamp - from.at) > FAST);
    from = null;
    if (isAway) close();
    else follow(0, "");
  });
  // The browser took the movement for its own (a call, a gesture from the edge): nothing was decided.
  on("pointercancel", () => {
    from = null;
    follow(0, "");
  });
}
