/** How far an arrow key moves a card, CSS px. */
const NUDGE = 24;
const MARGIN = 8;
/** Moves smaller than this are clicks of an unsteady hand. */
const SLOP = 4;

/**
 * Lets a pinned card be moved: by its head with a pointer, by its mover with the arrow keys, and with single clicks
 * on the mover from corner to corner (WCAG 2.2, 2.5.7).
 */
export function startDrag(panel: HTMLElement, signal: AbortSignal): void {
  const view = panel.ownerDocument.defaultView ?? window;
  const put = (left: number, top: number) => {
    const { width, height } = panel.getBoundingClientRect();
    panel.style.left = `${clamp(left, MARGIN, view.innerWidth - width - MARGIN)}px`;
    panel.style.top = `${clamp(top, MARGIN, view.innerHeight - Math.min(height, view.innerHeight / 2) - MARGIN)}px`;
  };
  const here = () => panel.getBoundingClientRect();

  let grab: { id: number; x: number; y: number; moved: boolean } | null = null;
  panel.addEventListener(
    "pointerdown",
    (event) => {
      const target = event.target as Element;
      const isMover = target.closest(".mover") !== null;
      if (event.button !== 0 || !target.closest(".head, .grip") || (target.closest("button, a") && !isMover))
        return;
      const { left, top } = here();
      grab = { id: event.pointerId, x: event.clientX - left, y: event.clientY - top, moved: false };
      panel.setPointerCapture(event.pointerId);
      event.preventDefault(); // no text selection while dragging
    },
    { signal },
  );
  panel.addEventListener(
    "pointermove",
    (event) => {
      if (grab?.id !== event.pointerId) return;
      const { left, top } = here();
      const [x, y] = [event.clientX - grab.x, event.clientY - grab.y];
      if (!grab.moved && Math.hypot(x - left, y - top) < SLOP) return;
      grab.moved = true;
      put(x, y);
    },
    { signal },
  );
  let moved = false;
  const drop = () => {
    moved = grab?.moved ?? false;
    grab = null;
  };
  panel.addEventListener("pointerup", drop, { signal });
  panel.addEventListener("pointercancel", drop, { signal });
  panel.addEventListener(
    "click",
    (event) => {
      if (!(event.target as Element).closest(".mover") || moved) return;
      const { left, top, width, height } = here();
      const next = nextCorner(
        left + width / 2 > view.innerWidth / 2,
        top + height / 2 > view.innerHeight / 2,
      );
      put(next.right ? view.innerWidth : 0, next.low ? view.innerHeight : 0);
    },
    { signal },
  );
  panel.addEventListener(
    "keydown",
    (event) => {
      if (!(event.target as Element).closest(".mover")) return;
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const { left, top } = here();
      put(left + (step[0] ?? 0) * NUDGE, top + (step[1] ?? 0) * NUDGE);
    },
    { signal },
  );
  view.addEventListener("resize", () => put(here().left, here().top), { signal, passive: true });
  put(here().left, here().top);
}

/** Clockwise: top left, top right, bottom right, bottom left. */
const nextCorner = (right: boolean, low: boolean) => ({ right: !low, low: right });

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
