import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mention } from "../core/mention.ts";
import type { Aim, Way } from "../messages/card-port.ts";
import { type CardEvent, CLOSED, dueAt, GRACE, type State, step } from "./machine.ts";

const mention = (entry: string): Mention => ({
  start: 0,
  end: 4,
  entry,
  kind: "model",
  alias: entry,
  everyday: false,
  rule: "name",
  cue: null,
  others: [],
});
const qwen = mention("qwen");
const openai = mention("openai");
const aimOf = (of: Mention, at: number, way: Way = "mouse"): Aim => ({
  mention: of,
  way,
  at,
  point: { x: 0, y: 0 },
  element: null as unknown as Element,
  rects: () => [],
  place: null,
});

/** An event and when it happens. */
type Timed = readonly [event: CardEvent, at: number];
const aim = (of: Mention | null, at: number): Timed => [
  { type: "aim", aim: of && aimOf(of, at), delay: 250 },
  at,
];
const open = (of: Mention, at: number, way: Way, focus = false): Timed => [
  { type: "open", aim: aimOf(of, at, way), focus },
  at,
];
const tick = (at: number): Timed => [{ type: "tick" }, at];
const act = (event: CardEvent, at = 0): Timed => [event, at];
const next = (state: State, [event, at]: Timed): State => step(state, event, at);
const run = (...events: readonly Timed[]): State => events.reduce(next, CLOSED);
const hovered = [aim(qwen, 0), tick(250)] as const;
const shown = (state: State) => state.open?.aim.mention.entry ?? null;

describe("resting", () => {
  test("a card opens after the delay, not before", () => {
    expect(dueAt(run(aim(qwen, 100)))).toBe(350);
    expect(shown(run(aim(qwen, 100), tick(349)))).toBeNull();
    expect(shown(run(aim(qwen, 100), tick(350)))).toBe("qwen");
  });
  test("the wait counts from when the pointer came to rest, however late the aim arrives", () => {
    const late = act({ type: "aim", aim: aimOf(qwen, 100), delay: 250 }, 340);
    expect(dueAt(run(late))).toBe(350);
  });
  test("aiming again at the same mention does not begin the wait anew", () => {
    expect(dueAt(run(aim(qwen, 0), aim(qwen, 200)))).toBe(250);
  });
  test("a pointer that moves on opens nothing", () => {
    expect(dueAt(run(aim(qwen, 0), aim(null, 100)))).toBeNull();
    expect(shown(run(aim(qwen, 0), aim(null, 100), tick(400)))).toBeNull();
  });
});

describe("leaving", () => {
  test("a card closes after the grace, not before", () => {
    const left = run(...hovered, aim(null, 1000));
    expect(dueAt(left)).toBe(1000 + GRACE);
    expect(shown(next(left, tick(1299)))).toBe("qwen");
    expect(shown(next(left, tick(1300)))).toBeNull();
  });
  test("repeated leaving does not prolong the grace", () => {
    expect(dueAt(run(...hovered, aim(null, 1000), aim(null, 1200)))).toBe(1300);
  });
  test("the way from mention to card never closes it", () => {
    const inside = run(...hovered, aim(null, 1000), act({ type: "enter", card: 1 }, 1200));
    expect(dueAt(inside)).toBeNull();
    expect(shown(next(inside, aim(null, 1300)))).toBe("qwen");
  });
  test("coming back to the mention holds the card", () => {
    expect(dueAt(run(...hovered, aim(null, 1000), aim(qwen, 1100)))).toBeNull();
  });
  test("leaving the card starts the grace", () => {
    const state = run(
      ...hovered,
      aim(null, 300),
      act({ type: "enter", card: 1 }, 320),
      act({ type: "leave", card: 1 }, 900),
    );
    expect(dueAt(state)).toBe(1200);
  });
  test("a card left straight from its inside closes, though nobody said that the pointer left the mention", () => {
    const state = run(...hovered, act({ type: "enter", card: 1 }, 300), act({ type: "leave", card: 1 }, 900));
    expect(dueAt(state)).toBe(1200);
  });
  test("another mention takes over when the pointer rests there", () => {
    const state = run(...hovered, aim(openai, 1000));
    expect(shown(state)).toBe("qwen");
    expect(shown(next(state, tick(1250)))).toBe("openai");
    expect(next(state, tick(1250)).open?.id).toBe(2);
  });
  test("a mention under a pointer inside the card is not aimed at", () => {
    const state = run(...hovered, act({ type: "enter", card: 1 }, 300), aim(openai, 400), tick(900));
    expect(shown(state)).toBe("qwen");
  });
});

describe("dismissing", () => {
  test("Esc closes, and the mention under the pointer stays silent", () => {
    const state = run(...hovered, act({ type: "esc", card: null }), aim(qwen, 500), tick(2000));
    expect(state.open).toBeNull();
    expect(dueAt(state)).toBeNull();
  });
  test("a dismissed mention answers again once the pointer has been elsewhere", () => {
    const state = run(
      ...hovered,
      act({ type: "esc", card: null }),
      aim(null, 500),
      aim(qwen, 600),
      tick(850),
    );
    expect(shown(state)).toBe("qwen");
  });
  test("Esc while waiting cancels the wait", () => {
    expect(shown(run(aim(qwen, 0), act({ type: "esc", card: null }), tick(250)))).toBeNull();
  });
  test("Esc inside a pinned card closes that card only", () => {
    const state = run(
      ...hovered,
      act({ type: "pin", card: 1 }),
      aim(openai, 500),
      tick(750),
      act({ type: "esc", card: 1 }),
    );
    expect(state.pinned).toEqual([]);
    expect(shown(state)).toBe("openai");
  });
  test("Esc elsewhere leaves pinned cards", () => {
    expect(
      run(...hovered, act({ type: "pin", card: 1 }), act({ type: "esc", card: null })).pinned,
    ).toHaveLength(1);
  });
  test("a press elsewhere closes what is not pinned", () => {
    expect(shown(run(open(qwen, 0, "touch"), act({ type: "press" }, 10)))).toBeNull();
  });
});

describe("asked for", () => {
  test("a touched card stays until it is dismissed", () => {
    const state = run(open(qwen, 0, "touch"), aim(null, 10), act({ type: "blur", card: 1 }, 20), tick(9999));
    expect(shown(state)).toBe("qwen");
  });
  test("a dialog stays while it has the focus, and goes with it", () => {
    const dialog = run(open(qwen, 0, "keyboard", true), aim(null, 10), tick(9999));
    expect(dialog.open?.dialog).toBe(true);
    const left = next(dialog, act({ type: "blur", card: 1 }, 10_000));
    expect(shown(next(left, tick(10_300)))).toBeNull();
  });
  test("a dialog is not replaced by what scrolls under the pointer", () => {
    expect(shown(run(open(qwen, 0, "keyboard", true), aim(openai, 10), tick(9999)))).toBe("qwen");
  });
  test("a clicked card follows the pointer like a hovered one", () => {
    expect(dueAt(run(open(qwen, 0, "click"), aim(null, 10)))).toBe(310);
  });
});

describe("pinning", () => {
  test("a pinned card stays, and its mention opens no second one", () => {
    const pinned = run(...hovered, act({ type: "pin", card: 1 }), aim(null, 300), aim(qwen, 400), tick(9999));
    expect(pinned.pinned.map(({ id }) => id)).toEqual([1]);
    expect(pinned.open).toBeNull();
  });
  test("several cards can be pinned; each closes alone", () => {
    const two = run(
      ...hovered,
      act({ type: "pin", card: 1 }),
      aim(openai, 300),
      tick(550),
      act({ type: "pin", card: 2 }),
    );
    expect(two.pinned.map(({ id }) => id)).toEqual([1, 2]);
    expect(next(two, act({ type: "close", which: 1 })).pinned.map(({ id }) => id)).toEqual([2]);
    expect(next(two, act({ type: "close", which: "unpinned" })).pinned).toHaveLength(2);
    expect(next(two, act({ type: "close", which: "all" })).pinned).toEqual([]);
  });
  test("leaving or blurring a pinned card closes nothing", () => {
    const state = run(
      ...hovered,
      act({ type: "pin", card: 1 }),
      act({ type: "leave", card: 1 }, 300),
      act({ type: "blur", card: 1 }, 300),
      tick(9999),
    );
    expect(state.pinned).toHaveLength(1);
    expect(dueAt(state)).toBeNull();
  });
});

describe("inside a card", () => {
  test("a related entry opens in place, and Back returns", () => {
    const gone = run(...hovered, act({ type: "go", card: 1, entry: "alibaba" }));
    expect(gone.open?.trail).toEqual(["qwen", "alibaba"]);
    expect(next(gone, act({ type: "back", card: 1 })).open?.trail).toEqual(["qwen"]);
    expect(
      next(next(gone, act({ type: "back", card: 1 })), act({ type: "back", card: 1 })).open?.trail,
    ).toEqual(["qwen"]);
  });
  test("another meaning replaces the first, with nothing to go back to", () => {
    expect(run(...hovered, act({ type: "tab", card: 1, entry: "kimi" })).open?.trail).toEqual(["kimi"]);
  });
  test("an act on a card that is gone changes nothing", () => {
    const state = run(...hovered);
    for (const type of ["pin", "back"] as const) expect(next(state, act({ type, card: 77 }))).toBe(state);
    expect(next(state, act({ type: "go", card: 77, entry: "x" }))).toBe(state);
  });
});

describe("whatever happens", () => {
  const mentions = [qwen, openai, mention("g42")];
  const one = fc.constantFrom(...mentions);
  /** One of the last cards, the newest most often: 0 is that one, 1 the one before. */
  const card = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }));
  const ways = fc.constantFrom<Way>("mouse", "pen", "touch", "click", "keyboard", "menu");
  const event = fc.oneof(
    fc.record({ kind: fc.constant("aim" as const), of: fc.option(one, { nil: null }) }),
    fc.record({ kind: fc.constant("open" as const), of: one, way: ways, focus: fc.boolean() }),
    fc.record({ kind: fc.constantFrom("enter", "leave", "focus", "blur", "pin", "back"), card }),
    fc.record({ kind: fc.constant("esc" as const), card: fc.option(card, { nil: null }) }),
    fc.record({
      kind: fc.constant("close" as const),
      which: fc.oneof(card, fc.constantFrom("unpinned", "all")),
    }),
    fc.record({ kind: fc.constantFrom("tick", "press") }),
    fc.record({ kind: fc.constantFrom("go", "tab"), card, entry: fc.constantFrom("qwen", "alibaba") }),
  );
  const history = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 400 })), {
    maxLength: 60,
    size: "max",
  });
  type Made = typeof event extends fc.Arbitrary<infer T> ? T : never;
  const make = (made: Made, at: number, { lastId }: State): Timed => {
    if (made.kind === "aim" && "of" in made) return aim(made.of, at);
    if (made.kind === "open" && "way" in made) return open(made.of, at, made.way, made.focus);
    const event: Record<string, unknown> = { ...made, type: made.kind };
    for (const field of ["card", "which"])
      if (typeof event[field] === "number") event[field] = lastId - event[field];
    return act(event as unknown as CardEvent, at);
  };

  test("there is one unpinned card at most, ids are never shared, and no mention has two cards", () => {
    fc.assert(
      fc.property(history, (all) => {
        let state = CLOSED;
        let at = 0;
        const seen = new Map<number, Mention>();
        for (const [made, wait] of all) {
          at += wait;
          state = next(state, make(made, at, state));
          const cards = [...state.pinned, ...(state.open ? [state.open] : [])];
          expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
          expect(new Set(cards.map(({ aim: of }) => of.mention)).size).toBe(cards.length);
          for (const { id, aim: of } of cards) {
            expect(seen.get(id) ?? of.mention).toBe(of.mention);
            seen.set(id, of.mention);
          }
        }
      }),
    );
  });

  test("after Esc nothing opens until the pointer comes to another place or a card is asked for", () => {
    /** What may still come from a pointer that stays, a focus that goes, and cards that are no more. */
    const echo = fc.oneof(
      fc.constantFrom("tick", "press", "same place"),
      fc.record({ kind: fc.constantFrom("enter", "leave", "focus", "blur", "pin", "back"), card }),
    );
    fc.assert(
      fc.property(history, fc.array(fc.tuple(echo, fc.integer({ min: 0, max: 500 }))), (all, echoes) => {
        let at = 0;
        let state = CLOSED;
        for (const [made, wait] of all) {
          at += wait;
          state = next(state, make(made, at, state));
        }
        const under = state.open?.aim.mention ?? state.waiting?.aim.mention ?? state.dismissed;
        state = next(state, act({ type: "esc", card: null }));
        for (const [again, wait] of echoes) {
          at += wait;
          if (again === "same place") state = next(state, aim(under, at));
          else if (typeof again === "string") state = next(state, act({ type: again } as CardEvent, at));
          else state = next(state, make(again, at, state));
          expect(state.open).toBeNull();
        }
      }),
    );
  });

  test("no card is stuck: with pointer and focus gone, it closes after the grace unless it waits for an act", () => {
    fc.assert(
      fc.property(history, (all) => {
        let at = 0;
        let state = CLOSED;
        for (const [made, wait] of all) {
          at += wait;
          state = next(state, make(made, at, state));
        }
        if (state.open) {
          const { id } = state.open;
          state = next(state, act({ type: "leave", card: id }, at));
          state = next(state, act({ type: "blur", card: id }, at));
        }
        state = next(state, aim(null, at));
        state = next(state, tick(at + GRACE));
        expect(state.open === null || state.open.lasting).toBe(true);
        expect(next(state, act({ type: "press" }, at)).open).toBeNull();
        expect(dueAt(state)).toBeNull();
      }),
    );
  });

  test("a wanted tick always settles something, so the timer never spins", () => {
    fc.assert(
      fc.property(history, (all) => {
        let at = 0;
        let state = CLOSED;
        for (const [made, wait] of all) {
          at += wait;
          state = next(state, make(made, at, state));
          const due = dueAt(state);
          if (due === null) continue;
          let after = state;
          let ticks = 0;
          for (let when: number | null = due; when !== null && ticks < 9; when = dueAt(after), ticks++) {
            after = next(after, tick(when));
          }
          expect(ticks).toBeLessThan(3);
        }
      }),
    );
  });
});
