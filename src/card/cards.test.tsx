// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { content, event, fact, quote, source, tie } from "../../test/fakes/card-content.ts";
import { fakeWords } from "../../test/fakes/words.ts";
import type { Mention } from "../core/mention.ts";
import type { Words } from "../core/words.ts";
import type { Aim, Card, Way } from "../messages/card-port.ts";
import { type Ask, RemoteError } from "../messages/channel.ts";
import type { CardContent, Requests } from "../messages/contract.ts";
import { parse, type Settings } from "../settings/schema.ts";
import { startCards } from "./cards.tsx";
import { moreParts } from "./more-parts.ts";
import type { More } from "./more-port.ts";

let roots: ShadowRoot[];
let life: AbortController;
let asked: { kind: string; input: unknown }[];
let answers: Record<string, CardContent | null | Error | "silence">;
let settings: Settings;
let states: boolean[];
let errors: unknown[];
let alive: boolean;
/** What the background does with everything but `entry.get`. */
let deed: (kind: string) => Promise<unknown>;
/** How `card-more.js` comes. */
let fetchMore: (ask: Ask<Requests>) => Promise<More>;
let word: HTMLElement;
let card: Card;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    if (init.mode === "closed") roots.push(root);
    return root;
  });
  document.body.innerHTML = "<p>On <b>Qwen</b> and <button>a button</button></p>";
  word = document.querySelector("b")!;
  life = new AbortController();
  asked = [];
  states = [];
  errors = [];
  alive = true;
  deed = (kind) =>
    Promise.resolve(kind === "frame.leave" ? { paused: false, site: "example.org", incognito: false } : null);
  settings = parse({});
  fetchMore = () => Promise.resolve({ ...moreParts, css: "" });
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run, 10));
  answers = {
    qwen: content({ ties: [tie("alibaba")] }),
    alibaba: content({ entry: { id: "alibaba", name: "Alibaba" } }),
  };
  card = startCards({
    site: {
      settings: () => settings,
      published: () => null,
      entriesHere: () => [],
      onState: (open) => states.push(open),
      signal: life.signal,
    },
    ask: ((kind, input) => {
      asked.push({ kind, input });
      if (kind !== "entry.get") return deed(kind);
      const answer = answers[(input as { id: string }).id] ?? null;
      if (answer === "silence") return new Promise(() => {});
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    }) as Ask<Requests>,
    words: mortal(fakeWords()),
    css: "",
    view: window,
    now: () => performance.now(),
    fetchMore: (ask) => fetchMore(ask),
    isAlive: () => alive,
    onError: (error) => errors.push(error),
  });
});
afterEach(() => {
  life.abort();
  expect(errors).toEqual([]);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Without its extension a script has no words any more (`platform/words.ts`). */
const mortal = (words: Words): Words => ({
  ...words,
  say: (key, ...fill) => (alive ? words.say(key, ...fill) : ""),
});
const mention = (entry: string, more: Partial<Mention> = {}): Mention => ({
  start: 0,
  end: 4,
  entry,
  kind: "model",
  alias: "Qwen",
  everyday: false,
  rule: "name",
  cue: null,
  others: [],
  ...more,
});
const qwen = mention("qwen");
const box = { left: 10, right: 60, top: 10, bottom: 30, width: 50, height: 20 } as DOMRect;
const aimAt = (of: Mention, way: Way = "mouse"): Aim => ({
  mention: of,
  way,
  at: performance.now(),
  point: { x: 20, y: 20 },
  element: word,
  rects: () => [box],
  place: null,
});
const root = () => roots.at(-1)!;
const host = () => document.querySelector("sidelight-card");
const panels = () => [...(roots.at(-1)?.querySelectorAll<HTMLElement>(".panel") ?? [])];
const text = () => panels().at(-1)?.textContent ?? "";
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const button = (name: string) =>
  [...root().querySelectorAll("button")].find(
    (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
  )!;
const press = async (name: string) => {
  button(name).click();
  await later(0);
};
const key = async (name: string, more: KeyboardEventInit = {}) => {
  const target = root().activeElement ?? panels().at(-1)!;
  const event = new KeyboardEvent("keydown", {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  target.dispatchEvent(event);
  await later(0);
  return event;
};
const pointer = (type: string, x = 300, y = 300) =>
  new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y });
const openNow = async (of = qwen, way: Way = "mouse", focus = false) => {
  card.open(aimAt(of, way), focus);
  await later(0);
};
const patches = () => asked.filter(({ kind }) => kind === "settings.patch").map(({ input }) => input);

describe("in the page", () => {
  test("nothing of ours is there until a card opens, one element while it is open, nothing after", async () => {
    const before = document.documentElement.outerHTML;
    card.aim(aimAt(qwen));
    // A frame before its 250 ms are over, to be on the screen when they are.
    await later(233);
    expect(document.documentElement.outerHTML).toBe(before);
    await later(1);
    expect(document.querySelectorAll("sidelight-card")).toHaveLength(1);
    expect(host()?.parentElement).toBe(document.documentElement);
    card.close("all");
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test("the entry is asked for while the pointer still rests, once", async () => {
    card.aim(aimAt(qwen));
    expect(asked).toEqual([{ kind: "entry.get", input: { id: "qwen" } }]);
    await later(300);
    expect(asked).toHaveLength(1);
    expect(text()).toContain("Qwen is a family of models");
  });

  test("a card stands in the modal dialog that holds its mention", async () => {
    document.body.innerHTML = "<dialog><b>Qwen</b></dialog>";
    const dialog = document.querySelector("dialog")!;
    word = dialog.querySelector("b")!;
    const matches = Element.prototype.matches;
    vi.spyOn(Element.prototype, "matches").mockImplementation(function (this: Element, selector) {
      return selector === ":modal" ? this === dialog : matches.call(this, selector);
    });
    await openNow();
    expect(host()?.parentElement).toBe(dialog);
  });

  test("a page that takes the card away gets no error, and the next one opens", async () => {
    await openNow();
    host()?.remove();
    await later(0);
    await Promise.resolve();
    card.aim(null);
    card.aim(aimAt(qwen));
    await later(600);
    expect(host()).not.toBeNull();
    expect(text()).toContain("Qwen");
  });

  test("where the page has claimed our element, a plain popover takes its place", async () => {
    const make = document.createElementNS.bind(document);
    vi.spyOn(document, "createElementNS").mockImplementation(((space: string, name: string) => {
      const element = make(space, name);
      if (name === "sidelight-card") element.attachShadow({ mode: "open" });
      return element;
    }) as typeof document.createElementNS);
    await openNow();
    expect(document.querySelector("html > div[popover]")).not.toBeNull();
    expect(text()).toContain("Qwen");
  });

  test("what happens inside is not heard outside", async () => {
    const heard = vi.fn();
    for (const type of ["keydown", "click", "pointerdown", "focusin"]) document.addEventListener(type, heard);
    await openNow();
    await key("x");
    button("More").dispatchEvent(pointer("pointerdown"));
    panels()[0]?.dispatchEvent(pointer("click"));
    for (const type of ["keydown", "click", "pointerdown", "focusin"])
      document.removeEventListener(type, heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test("the end of the content script takes the card and every listener along", async () => {
    await openNow();
    life.abort();
    expect(host()).toBeNull();
    card.aim(aimAt(qwen));
    await later(1000);
    expect(host()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("states", () => {
  test("while nobody has answered, the card says what it is doing", async () => {
    answers["qwen"] = new Error("asleep");
    await openNow();
    expect(text()).toContain("Looking it up…");
    expect(panels()[0]?.getAttribute("aria-busy")).toBe("true");
  });
  test("a background that answers the second time is forgiven", async () => {
    answers["qwen"] = new Error("asleep");
    await openNow();
    answers["qwen"] = content();
    await later(300);
    expect(text()).toContain("Qwen is a family");
  });
  test("one that never answers is named, and can be tried again", async () => {
    answers["qwen"] = new Error("gone");
    await openNow();
    await later(300);
    expect(text()).toContain("Sidelight does not answer.");
    answers["qwen"] = content();
    await press("Try again");
    expect(text()).toContain("Qwen is a family");
  });
  test("an entry that the dataset no longer has is not pretended", async () => {
    answers["qwen"] = null;
    await openNow();
    expect(text()).toContain("This entry is no longer in the dataset.");
  });
  test("one that falls silent in the middle of an answer is not waited for for ever", async () => {
    answers["qwen"] = "silence";
    await openNow();
    await later(3900);
    expect(text()).toContain("Looking it up…");
    await later(4500);
    expect(text()).toContain("Sidelight does not answer.");
    expect(button("Reload the page")).toBeDefined();
  });
  test("an entry that lacks what it should have costs its card, which says so and can be tried again", async () => {
    const { figures: _, ...lacking } = content().entry;
    answers["qwen"] = { ...content(), entry: lacking } as unknown as CardContent;
    await openNow();
    expect(text()).toContain("This entry cannot be shown");
    expect(root().querySelector("h2")?.textContent).toBe("Qwen");
    expect(button("Close")).toBeDefined();
    answers["qwen"] = content();
    await press("Try again");
    expect(text()).toContain("Qwen is a family");
  });
  test("a broken entry leaves the other cards as they are", async () => {
    await openNow();
    await press("Pin");
    answers["alibaba"] = { entry: {} } as unknown as CardContent;
    await openNow(mention("alibaba"));
    expect(panels().map((panel) => panel.querySelector(".summary") !== null)).toEqual([true, false]);
    expect(text()).toContain("This entry cannot be shown");
  });
  test("a broken entry can be reported, by a text that the reader sees and copies", async () => {
    answers["qwen"] = { entry: {} } as unknown as CardContent;
    await openNow();
    const written = root().querySelector("textarea")!.value;
    expect(written).toContain("qwen");
    expect(written).toContain("This entry cannot be shown");
    await press("Copy");
    expect(text()).toMatch(/Copied|could not be copied/);
  });
  test("an update under an open card is told by it, with its labels kept and a way on", async () => {
    await openNow();
    alive = false;
    deed = () => Promise.reject(new Error("Extension context invalidated."));
    await press("More");
    expect(text()).toContain("Sidelight was updated or switched off");
    expect(button("Reload the page")).toBeDefined();
    expect(button("More")).toBeUndefined(); // nothing behind it could be done any more
    expect(root().querySelector(".summary")?.textContent).toContain("Qwen is a family");
    expect(button("Close").getAttribute("aria-label")).toBe("Close");
    await press("Close");
    expect(host()).toBeNull();
  });
  test("an update is also noticed by what is asked for by key", async () => {
    await openNow(qwen, "keyboard", true);
    alive = false;
    deed = () => Promise.reject(new Error("Extension context invalidated."));
    await key("3");
    expect(text()).toContain("Sidelight was updated or switched off");
  });
  test("a card that is opened after an update has nothing to show but that", async () => {
    alive = false;
    answers["qwen"] = new Error("Extension context invalidated.");
    await openNow();
    await later(300);
    expect(text()).toContain("Sidelight was updated or switched off");
    expect(button("Try again")).toBeUndefined();
  });
  test("a document that can hold no card gets none, and the next mention is tried afresh", async () => {
    const attach = vi.spyOn(Element.prototype, "attachShadow").mockImplementation(() => {
      throw new DOMException("no", "NotSupportedError");
    });
    await openNow();
    expect(errors.splice(0)).toHaveLength(1);
    expect(card.isOpen).toBe(false);
    expect(host()).toBeNull();
    attach.mockRestore();
    await openNow(mention("alibaba"));
    expect(host()).not.toBeNull();
  });
  test("an answer that comes after its card is gone opens nothing", async () => {
    card.open(aimAt(qwen), false);
    card.close("all");
    await later(1000);
    expect(host()).toBeNull();
  });
});

describe("pointer", () => {
  test("a card closes after the grace, and says so once", async () => {
    card.aim(aimAt(qwen));
    await later(250);
    card.aim(null);
    await later(299);
    expect(card.isOpen).toBe(true);
    await later(1);
    expect(card.isOpen).toBe(false);
    expect(states).toEqual([true, false]);
  });
  test("a pointer in the card holds it", async () => {
    card.aim(aimAt(qwen));
    await later(250);
    card.aim(null);
    panels()[0]?.dispatchEvent(new PointerEvent("pointerenter", { pointerType: "mouse" }));
    await later(5000);
    expect(card.isOpen).toBe(true);
    panels()[0]?.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
    await later(300);
    expect(card.isOpen).toBe(false);
  });
  test("the bridge between mention and card holds it, too", async () => {
    await openNow();
    card.aim(null);
    root()
      .querySelector(".bridge")
      ?.dispatchEvent(new PointerEvent("pointerenter", { pointerType: "mouse" }));
    await later(1000);
    expect(card.isOpen).toBe(true);
  });
  test("a press elsewhere closes, one on the mention does not", async () => {
    await openNow(qwen, "touch");
    document.body.dispatchEvent(pointer("pointerdown", 20, 20));
    expect(card.isOpen).toBe(true);
    document.body.dispatchEvent(pointer("pointerdown"));
    expect(card.isOpen).toBe(false);
  });
  test("a click on the card pins it, one on its buttons does not", async () => {
    await openNow();
    const click = (on: Element | null) => {
      on?.dispatchEvent(pointer("pointerdown"));
      on?.dispatchEvent(pointer("click"));
    };
    click(button("More"));
    expect(panels()[0]?.dataset["pinned"]).toBe("false");
    click(root().querySelector(".summary"));
    await later(0);
    expect(panels()[0]?.dataset["pinned"]).toBe("true");
  });
  test("a click at the end of a selection does not pin", async () => {
    await openNow();
    root()
      .querySelector(".summary")
      ?.dispatchEvent(pointer("pointerdown", 10, 10));
    root()
      .querySelector(".summary")
      ?.dispatchEvent(pointer("click", 90, 10));
    expect(panels()[0]?.dataset["pinned"]).toBe("false");
  });
});

describe("a sheet", () => {
  const finger = (type: string, clientY: number) =>
    root()
      .querySelector("h2")
      ?.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          isPrimary: true,
          pointerType: "touch",
          clientY,
        }),
      );
  test("is swiped away by its head", async () => {
    await openNow(qwen, "touch");
    panels()[0]!.setPointerCapture = () => {};
    finger("pointerdown", 300);
    finger("pointermove", 420);
    expect(card.isOpen).toBe(true);
    finger("pointerup", 420);
    expect(host()).toBeNull();
  });
  test("a card beside its mention is not", async () => {
    await openNow();
    finger("pointerdown", 300);
    finger("pointermove", 420);
    finger("pointerup", 420);
    expect(card.isOpen).toBe(true);
  });
});

describe("pinned cards", () => {
  test("stay, beside the next one, and close alone", async () => {
    await openNow();
    await press("Pin");
    expect(card.isOpen).toBe(false);
    await openNow(mention("alibaba"));
    expect(panels()).toHaveLength(2);
    card.close("unpinned");
    expect(panels().map(({ dataset }) => dataset["pinned"])).toEqual(["true"]);
    await press("Close");
    expect(host()).toBeNull();
  });
});

describe("inside a card", () => {
  test("one that was stepped to is described by its place among all, others by nothing", async () => {
    card.open({ ...aimAt(qwen, "keyboard"), place: { index: 3, total: 17 } }, true);
    await later(0);
    const described = () => panels()[0]?.getAttribute("aria-describedby");
    expect(root().querySelector(`#${described()}`)?.textContent).toBe("3 of 17");
    card.close("all");
    await openNow();
    expect(described()).toBeNull();
  });
  test("a related entry opens in place, and Back leads to the first", async () => {
    await openNow();
    await press("Name of alibaba");
    expect(root().querySelector("h2")?.textContent).toBe("Alibaba");
    expect(root().activeElement).toBe(panels()[0]);
    await press("Back");
    expect(root().querySelector("h2")?.textContent).toBe("Qwen");
  });
  test("other meanings of the same words are tabs", async () => {
    await openNow(mention("qwen", { others: ["alibaba"] }));
    const tabs = () => [...root().querySelectorAll<HTMLElement>("[role=tab]")];
    expect(
      tabs().map((tab) => [tab.textContent, tab.ariaSelected ?? tab.getAttribute("aria-selected")]),
    ).toEqual([
      ["Qwen", "true"],
      ["Alibaba", "false"],
    ]);
    tabs()[1]?.click();
    await later(0);
    expect(root().querySelector("h2")?.textContent).toBe("Alibaba");
    expect(root().activeElement).toBe(tabs()[1]);
    expect(tabs().map((tab) => tab.textContent)).toEqual(["Qwen", "Alibaba"]);
    tabs()[1]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    await later(0);
    expect(root().querySelector("h2")?.textContent).toBe("Qwen");
  });
  test("a key that was kept from the page reaches what is inside, and nobody outside", async () => {
    await openNow(mention("qwen", { others: ["alibaba"] }));
    root().querySelector<HTMLElement>("[role=tab]")?.focus();
    const heard = vi.fn();
    addEventListener("keydown", heard, true);
    const event = new KeyboardEvent("keydown", { key: "ArrowRight", cancelable: true });
    card.key?.(event);
    removeEventListener("keydown", heard, true);
    await later(0);
    expect(root().querySelector("h2")?.textContent).toBe("Alibaba");
    expect(event.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });
  test("the depth changes at once and is remembered", async () => {
    await openNow();
    root().querySelectorAll<HTMLInputElement>("input[type=radio]")[0]?.click();
    await later(0);
    expect(root().querySelector(".body")).toBeNull();
    expect(patches()).toEqual([{ depth: "line" }]);
  });
});

describe("related entries on the page", () => {
  test("those in other frames count, too, where the page has frames", async () => {
    vi.spyOn(window, "parent", "get").mockReturnValue({} as Window & typeof globalThis);
    deed = (kind) => Promise.resolve(kind === "tab.entries" ? ["alibaba"] : null);
    await openNow();
    expect(text()).toContain("Also on this page");
  });
  test("a page without frames is not asked for what they hold", async () => {
    await openNow();
    expect(asked.map(({ kind }) => kind)).not.toContain("tab.entries");
    expect(text()).not.toContain("Also on this page");
  });
});

describe("keyboard", () => {
  const openDialog = async () => {
    document.querySelector("button")?.focus();
    await openNow(qwen, "keyboard", true);
  };
  test("a card opened by key is a named dialog that has the focus, and gives it back", async () => {
    await openDialog();
    const [panel] = panels();
    expect(panel?.getAttribute("role")).toBe("dialog");
    expect(root().activeElement).toBe(panel);
    expect(root().getElementById(panel?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Qwen");
    await key("Escape");
    expect(host()).toBeNull();
    expect(document.activeElement).toBe(document.querySelector("button"));
  });
  test("the next card takes the focus over, and gives it back to where the first one had it from", async () => {
    await openDialog();
    await openNow(mention("alibaba"), "keyboard", true);
    expect(root().activeElement).toBe(panels()[0]);
    expect(root().querySelector("h2")?.textContent).toBe("Alibaba");
    await key("Escape");
    expect(document.activeElement).toBe(document.querySelector("button"));
  });
  test("a card that is pinned keeps the focus until it is closed", async () => {
    await openDialog();
    await key("p");
    expect(root().activeElement).toBe(panels()[0]);
    await key("Escape");
    expect(host()).toBeNull();
    expect(document.activeElement).toBe(document.querySelector("button"));
  });
  test("Esc closes the cards of the other frames, too", async () => {
    await openDialog();
    await key("Escape");
    expect(asked.at(-1)?.kind).toBe("card.close");
  });
  test("a hovered card leaves the focus where it is and is a region, announced politely", async () => {
    document.querySelector("button")?.focus();
    await openNow();
    await later(200);
    expect(panels()[0]?.getAttribute("role")).toBe("region");
    expect(document.activeElement).toBe(document.querySelector("button"));
    expect(root().querySelector("p[role=status].unseen")?.textContent).toBe(
      "Qwen: Family of models by Alibaba",
    );
  });
  test("P pins, but not with Ctrl, and not where text is written", async () => {
    await openDialog();
    await key("p", { ctrlKey: true });
    await press("More");
    await press("Report a mistake");
    root().querySelector("textarea")?.focus();
    await key("p");
    expect(panels()[0]?.dataset["pinned"]).toBe("false");
    panels()[0]?.focus();
    await key("p");
    expect(panels()[0]?.dataset["pinned"]).toBe("true");
  });
  test("digits set the depth", async () => {
    await openDialog();
    await key("3");
    expect(patches()).toEqual([{ depth: "everything" }]);
  });
  test("Tab goes round in a dialog", async () => {
    await openDialog();
    button("More").focus();
    const event = await key("Tab");
    expect(event.defaultPrevented).toBe(true);
    expect(root().activeElement?.getAttribute("aria-label")).toBe("Pin");
    await key("Tab", { shiftKey: true });
    expect(root().activeElement?.textContent).toBe("More");
  });
  test("walking by key to a mention whose card is pinned leads into that card", async () => {
    await openNow();
    await press("Pin");
    document.querySelector("button")?.focus();
    await openNow(qwen, "keyboard", true);
    expect(panels()).toHaveLength(1);
    expect(root().activeElement).toBe(panels()[0]);
    expect(panels()[0]?.getAttribute("role")).toBe("dialog");
  });
  test("keys of the page are left alone", async () => {
    await openNow();
    const event = new KeyboardEvent("keydown", { key: "p", bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(panels()[0]?.dataset["pinned"]).toBe("false");
  });
});

describe("acts", () => {
  test("muting offers every scope, patches the settings, and can be undone", async () => {
    await openNow();
    await press("More");
    await press("Not this term");
    await later(100);
    expect([...root().querySelectorAll(".choice button")].map((each) => each.textContent)).toEqual([
      "Not “Qwen” on example.org",
      "Nothing about it on example.org",
      "Not “Qwen” on any site",
      "Nothing about it on any site",
    ]);
    settings = { ...settings, muted: [{ entry: "wto", alias: null, site: null }] };
    await press("Not “Qwen” on example.org");
    const mute = { entry: "qwen", alias: "Qwen", site: "example.org" };
    expect(patches().at(-1)).toEqual({ muted: [...settings.muted, mute] });
    expect(root().querySelector(".notice")?.textContent).toContain("Muted.");
    settings = { ...settings, muted: [...settings.muted, mute] };
    await press("Undo");
    expect(patches().at(-1)).toEqual({ muted: [{ entry: "wto", alias: null, site: null }] });
    expect(root().querySelector(".notice")?.textContent).toBe("Unmuted.");
  });
  test("pausing and opening on a page of its own ask the background", async () => {
    await openNow();
    await press("More");
    await press("Pause on this site");
    await press("Open on its own page");
    expect(asked.slice(-2)).toEqual([
      { kind: "site.pause", input: { tabId: null, paused: true } },
      { kind: "entry.open", input: { id: "qwen" } },
    ]);
  });
  test("what the background refuses is told in its words, and that nobody answers, too", async () => {
    await openNow();
    await press("More");
    deed = () => Promise.reject(new RemoteError("QuotaExceeded", "the disk is full"));
    await press("Pause on this site");
    expect(root().querySelector(".notice")?.textContent).toBe("That could not be saved: the disk is full");
    deed = () => Promise.reject(new RemoteError("NoAnswer", "nobody answered entry.open"));
    await press("Open on its own page");
    expect(root().querySelector(".notice")?.textContent).toContain("Sidelight does not answer.");
  });
  test("a clipboard that refuses is named, with what to do instead", async () => {
    answers["qwen"] = content({ quotes: [quote("q")] });
    vi.stubGlobal("navigator", { onLine: true, clipboard: { write: () => Promise.reject(new Error("no")) } });
    document.execCommand = () => {
      throw new DOMException("no", "InvalidStateError");
    };
    await openNow();
    await press("Copy");
    expect(root().querySelector(".of-quote")?.textContent).toContain("This page does not let the card copy.");
    vi.unstubAllGlobals();
  });
  test("a report is a text to read and copy; nothing is sent", async () => {
    await openNow();
    const before = asked.length;
    await press("More");
    await press("Report a mistake");
    expect(root().querySelector("textarea")?.value).toContain(
      "Entry: Qwen (qwen)\nDataset: Test pack, revision 7",
    );
    expect(asked).toHaveLength(before);
  });
  test("a quote is copied with its citation, and the reader is told", async () => {
    answers["qwen"] = content({
      quotes: [quote("q")],
      entry: { facts: [fact("It was so.")] },
      sources: [source("one")],
    });
    const items: Record<string, Blob>[] = [];
    vi.stubGlobal(
      "ClipboardItem",
      class {
        static supports = () => false;
        constructor(blobs: Record<string, Blob>) {
          items.push(blobs);
        }
      },
    );
    vi.stubGlobal("navigator", { clipboard: { write: () => Promise.resolve() } });
    await openNow();
    await press("Copy");
    expect(await items[0]?.["text/plain"]?.text()).toContain("“words of q”\n— Ada Speaker");
    expect(Object.keys(items[0] ?? {})).toEqual(["text/plain", "text/html"]);
    expect(text()).toContain("Copied.");
    vi.unstubAllGlobals();
  });
});

test("card after card leaves neither elements nor timers behind", async () => {
  for (let at = 0; at < 12; at++) {
    card.aim(aimAt(mention(at % 2 ? "qwen" : "alibaba")));
    await later(260);
    card.aim(null);
    await later(400);
  }
  expect(host()).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

describe("what a card shows only when it is asked to", () => {
  const rich = () => content({ entry: { events: [event("2024")], facts: [fact("It was announced.")] } });
  const refuse = () => Promise.reject(new Error("refused"));

  test("is brought once, when a first card has been shown, unasked", async () => {
    const fetched = vi.fn(fetchMore);
    fetchMore = fetched;
    card.aim(aimAt(qwen));
    await later(233);
    expect(fetched).not.toHaveBeenCalled();
    await later(20);
    expect(fetched).toHaveBeenCalledTimes(1);
    await openNow(mention("alibaba"));
    await later(20);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
  test("has a line in its place until it comes, beside all that is here", async () => {
    settings = { ...settings, depth: "everything" };
    answers["qwen"] = rich();
    let bring = (_: More) => {};
    fetchMore = () =>
      new Promise((resolve) => {
        bring = resolve;
      });
    await openNow();
    expect(text()).toContain("Loading this part…");
    expect(text()).toContain("It was announced.");
    expect(root().querySelector(".timeline")).toBeNull();
    bring({ ...moreParts, css: ".timeline { color: red }" });
    await later(0);
    expect(text()).not.toContain("Loading this part…");
    expect(text()).toContain("what happened in 2024");
    expect(root().querySelector(".timeline")).not.toBeNull();
    expect(root().adoptedStyleSheets[0]?.cssRules[0]?.cssText).toContain("red");
  });
  test("says in its place that it cannot be had; the rest stays, and the next card tries again", async () => {
    settings = { ...settings, depth: "everything" };
    answers["qwen"] = rich();
    fetchMore = refuse;
    await openNow();
    expect(text()).toContain("This part could not be loaded.");
    expect(text()).toContain("It was announced.");
    card.close("all");
    fetchMore = () => Promise.resolve({ ...moreParts, css: "" });
    await openNow();
    expect(text()).toContain("what happened in 2024");
  });
  test("is wanted at once by who opens the menu, and said to be missing there", async () => {
    fetchMore = refuse;
    await openNow();
    await press("More");
    expect(text()).toContain("This part could not be loaded.");
    expect(root().querySelector(".summary")).not.toBeNull();
  });
  test("is not there for copying: the button says that nobody answers", async () => {
    fetchMore = refuse;
    answers["qwen"] = content({ quotes: [quote("one")] });
    await openNow();
    await press("Copy");
    expect(text()).toContain("Sidelight does not answer.");
  });
  test("is not brought when the frame has ended before anybody had time for it", async () => {
    const fetched = vi.fn(fetchMore);
    fetchMore = fetched;
    await openNow();
    life.abort();
    await later(20);
    expect(fetched).not.toHaveBeenCalled();
  });
});
