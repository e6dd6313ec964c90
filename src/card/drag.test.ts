// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startDrag } from "./drag.ts";

const VIEW = { width: 1000, height: 800 };
let panel: HTMLElement;
let end: AbortController;

beforeEach(() => {
  Object.assign(window, { innerWidth: VIEW.width, innerHeight: VIEW.height });
  document.body.innerHTML =
    '<div id="p" style="left: 100px; top: 50px"><header class="head"><h2>Name</h2><button class="mover"></button>' +
    "<button>Close</button></header><p>Text</p></div>";
  panel = document.querySelector("#p")!;
  panel.setPointerCapture = () => {};
  vi.spyOn(panel, "getBoundingClientRect").mockImplementation(() => {
    const left = Number.parseFloat(panel.style.left);
    const top = Number.parseFloat(panel.style.top);
    return { left, top, right: left + 300, bottom: top + 200, width: 300, height: 200 } as DOMRect;
  });
  end = new AbortController();
  startDrag(panel, end.signal);
});
afterEach(() => end.abort());

const at = () => [panel.style.left, panel.style.top];
const fire = (selector: string, type: string, x = 0, y = 0) =>
  panel
    .querySelector(selector)
    ?.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }));
const key = (name: string) =>
  panel.querySelector(".mover")?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));

describe("a pinned card", () => {
  test("follows the pointer that holds its head", () => {
    fire("h2", "pointerdown", 120, 60);
    fire("h2", "pointermove", 220, 160);
    expect(at()).toEqual(["200px", "150px"]);
    fire("h2", "lostpointercapture");
    fire("h2", "pointermove", 500, 500);
    expect(at()).toEqual(["200px", "150px"]);
  });
  test("does not follow a pointer that selects text or presses a button", () => {
    for (const part of ["p", "header > button:last-child"]) {
      fire(part, "pointerdown", 120, 60);
      fire(part, "pointermove", 220, 160);
    }
    expect(at()).toEqual(["100px", "50px"]);
  });
  test("stays in the view, wherever it is dragged and however the view shrinks", () => {
    fire("h2", "pointerdown", 120, 60);
    fire("h2", "pointermove", 5000, -5000);
    expect(at()).toEqual(["692px", "8px"]);
    Object.assign(window, { innerWidth: 500 });
    window.dispatchEvent(new Event("resize"));
    expect(at()).toEqual(["192px", "8px"]);
  });
  test("moves by arrow keys on its mover", () => {
    key("ArrowRight");
    key("ArrowDown");
    expect(at()).toEqual(["124px", "74px"]);
  });
  test("goes round the corners by single clicks on its mover", () => {
    const seen = [1, 2, 3, 4].map(() => {
      fire(".mover", "pointerdown");
      panel.dispatchEvent(new PointerEvent("click")); // where a captured pointer clicks
      return at().join(" ");
    });
    expect(seen).toEqual(["692px 8px", "692px 592px", "8px 592px", "8px 8px"]);
  });
  test("keeps no listener after its end", () => {
    end.abort();
    key("ArrowRight");
    expect(at()).toEqual(["100px", "50px"]);
  });
});
