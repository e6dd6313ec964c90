/** How far an arrow key moves a card, and the distance kept from the edges, CSS px. */
const NUDGE = 24;
const MARGIN = 8;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
};

/**
 * Lets a pinned card be moved: by its head with a pointer, by its mover with the arrow keys, and with single clicks
 * on the mover from corner to corner (WCAG 2.2, 2.5.7).
 */
export function startDrag(panel: HTMLElement, signal: AbortSignal): void {
  const view = panel.ownerDocument.defaultView ?? window;
  /** Offset of the pointer in the card while it drags. */
  let grab: { readonly x: number; readonly y: number } | null = null;
  let dragged = false;
  /** Where the press began: a captured pointer clicks on the panel, not on the mover. */
  let byMover = false;
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    work: (event: HTMLElementEventMap[K], box: DOMRect) => void,
  ) => panel.addEventListener(type, (event) => work(event, panel.getBoundingClientRect()), { signal });
  const put = (left: number, top: number) => {
    const { width, height } = panel.getBoundingClientRect();
    panel.style.left = `${clamp(left, view.innerWidth - width)}px`;
    panel.style.top = `${clamp(top, view.innerHeight - height)}px`;
    panel.style.translate = ""; // by which it stood above its mention
  };
  const isMover = (event: Event) => (event.target as Element).closest(".mover") !== null;

  on("pointerdown", (event, { left, top }) => {
    const target = event.target as Element;
    dragged = false;
    byMover = isMover(event);
    if (event.button !== 0 || !target.closest(".head") || (target.closest("button") && !byMover)) return;
    grab = { x: event.clientX - left, y: event.clientY - top };
    panel.setPointerCapture(event.pointerId);
  });
  on("pointermove", ({ clientX, clientY }, { left, top }) => {
    if (!grab) return;
    dragged ||= Math.hypot(clientX - grab.x - left, clientY - grab.y - top) > 3; // an unsteady hand only clicks
    if (dragged) put(clientX - grab.x, clientY - grab.y);
  });
  on("lostpointercapture", () => {
    grab = null;
  });
  on("click", (event, { left, right, top, bottom }) => {
    if (dragged || !(byMover || isMover(event))) return;
    // Clockwise: top left, top right, bottom right, bottom left.
    const isRight = left + right > view.innerWidth;
    const isLow = top + bottom > view.innerHeight;
    put(isLow ? 0 : view.innerWidth, isRight ? view.innerHeight : 0);
  });
  on("keydown", (event, { left, top }) => {
    const step = isMover(event) && ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    put(left + step[0], top + step[1]);
  });
  const settle = () => {
    const { left, top } = panel.getBoundingClientRect();
    put(left, top);
  };
  view.addEventListener("resize", settle, { signal });
  settle();
}

const clamp = (value: number, most: number) => Math.max(Math.min(value, most - MARGIN), MARGIN);
