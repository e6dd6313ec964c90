// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSwipe } from "./swipe.ts";

let panel: HTMLElement;
let close: ReturnType<typeof vi.fn<() => void>>;
let end: AbortController;
let scrolls: boolean;

beforeEach(() => {
  document.body.innerHTML = `<div class="panel" data-side="bottom">
    <header class="head"><h2>Qwen</h2><button type="button">Close</button></header><div class="body">Text</div></div>`;
  panel = document.querySelector(".panel")!;
  panel.setPointerCapture = vi.fn();
  scrolls = false;
  Object.defineProperty(panel, "scrollHeight", { get: () => (scrolls ? 900 : 400) });
  Object.defineProperty(panel, "clientHeight", { get: () => 400 });
  close = vi.fn<() => void>();
  end = new AbortController();
  startSwipe(panel, close, end.signal);
});
afterEach(() => end.abort());

/** One step of a finger, at a time of its own. */
const finger = (type: string, y: number, at: number, on = "h2", more: PointerEventInit = {}) => {
  const event = new PointerEvent(type, {
    bubbles: true,
    pointerId: 1,
    isPrimary: true,
    pointerType: "touch",
    clientY: y,
    ...more,
  });
  Object.defineProperty(event, "timeStamp", { value: at });
  panel.querySelector(on)?.dispatchEvent(event);
};
const swipe = (far: number, ms: number, on = "h2", more: PointerEventInit = {}) => {
  finger("pointerdown", 300, 0, on, more);
  finger("pointermove", 300 + far / 2, ms / 2, on, more);
  finger("pointermove", 300 + far, ms, on, more);
  finger("pointerup", 300 + far, ms, on, more);
};

test("the sheet follows the finger, and a long swipe towards its edge closes it", () => {
  finger("pointerdown", 300, 0);
  finger("pointermove", 340, 400);
  expect(panel.style.translate).toBe("0 40px");
  expect(panel.style.transition).toBe("none");
  finger("pointermove", 400, 900);
  expect(close).not.toHaveBeenCalled();
  finger("pointerup", 400, 900);
  expect(close).toHaveBeenCalledOnce();
});

test("a short flick closes it, too", () => {
  swipe(40, 60);
  expect(close).toHaveBeenCalledOnce();
});

test("a short slow movement was a change of mind: the sheet goes back, gliding where motion is welcome", () => {
  swipe(40, 900);
  expect(close).not.toHaveBeenCalled();
  expect(panel.style.translate).toBe("");
  expect(panel.style.transition).toBe("");
});

test("a trembling tap closes nothing, however quick it is", () => {
  swipe(6, 5);
  expect(close).not.toHaveBeenCalled();
});

test("away from its edge the sheet does not move", () => {
  finger("pointerdown", 300, 0);
  finger("pointermove", 100, 300);
  expect(panel.style.translate).toBe("");
  finger("pointerup", 100, 300);
  expect(close).not.toHaveBeenCalled();
});

test("a sheet at the upper edge is swiped upwards", () => {
  panel.dataset["side"] = "top";
  finger("pointerdown", 300, 0);
  finger("pointermove", 200, 300);
  expect(panel.style.translate).toBe("0 -100px");
  finger("pointerup", 200, 300);
  expect(close).toHaveBeenCalledOnce();
});

test.each([
  ["on the text, where it scrolls", ".body", {}, false],
  ["on a button", "button", {}, false],
  ["with a mouse, which selects words", "h2", { pointerType: "mouse" }, false],
  ["with a second finger", "h2", { isPrimary: false }, false],
  ["where the whole sheet scrolls", "h2", {}, true],
])("a movement %s is no swipe", (_, on, more, whole) => {
  scrolls = whole;
  swipe(200, 100, on, more);
  expect(panel.style.translate).toBe("");
  expect(close).not.toHaveBeenCalled();
});

test("another pointer cannot end the swipe of the first", () => {
  finger("pointerdown", 300, 0);
  finger("pointermove", 420, 200);
  finger("pointerup", 420, 200, "h2", { pointerId: 2 });
  expect(close).not.toHaveBeenCalled();
});

test("a movement that the browser takes for its own leaves the sheet where it was", () => {
  finger("pointerdown", 300, 0);
  finger("pointermove", 420, 200);
  finger("pointercancel", 420, 200);
  expect(panel.style.translate).toBe("");
  finger("pointerup", 420, 200);
  expect(close).not.toHaveBeenCalled();
});

test("with the card's life it ends", () => {
  end.abort();
  swipe(200, 100);
  expect(close).not.toHaveBeenCalled();
});
