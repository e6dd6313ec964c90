import { render } from "preact";
import type { EntryId } from "../core/pack.ts";
import type { Words } from "../core/words.ts";
import type { Aim, Card, CardSite } from "../messages/card-port.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import type { Depth } from "../ui/DepthSwitch.tsx";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { Announcer } from "./Announcer.tsx";
import { createHost, type Host } from "./host.ts";
import { keyAct } from "./keys.ts";
import { type Answer, load } from "./load.ts";
import { type CardEvent, CLOSED, dueAt, type OpenCard, type State, step } from "./machine.ts";
import { makeDeeds } from "./make-deeds.ts";
import { Panel } from "./Panel.tsx";
import { type Layout, layoutFor } from "./place.ts";
import { type Theme, themeBehind } from "./theme.ts";

export interface CardsDeps {
  readonly site: CardSite;
  readonly ask: Ask<Requests>;
  readonly words: Words;
  readonly css: string;
  readonly view: Window;
  /** ms, the clock of `Aim.at`. */
  now(): number;
  /** A mistake of ours; it must not reach the page. */
  onError(error: unknown): void;
}

/** What is settled about a card when it opens, for as long as it lives. */
interface Setting {
  readonly layout: Layout;
  readonly theme: Theme;
  readonly aim: Aim;
}

const LOADING: Answer = { state: "loading" };

/** The cards of one frame: events in, pictures and questions out. */
export function startCards({ site, ask, words, css, view, now, onError }: CardsDeps): Card {
  const { signal } = site;
  const spoken = speech(words);
  let state: State = CLOSED;
  let host: Host | null = null;
  let timer: number | undefined;
  let depth: Depth | null = null;
  let focusBefore: Element | null = null;
  const answers = new Map<EntryId, Answer>();
  const settings = new Map<number, Setting>();

  const deeds = makeDeeds({
    site,
    ask,
    speech: spoken,
    now,
    dispatch,
    root: () => host?.root ?? null,
    retry(entry) {
      answers.delete(entry);
      need(entry);
      draw();
    },
    setDepth(chosen) {
      depth = chosen;
      ask("settings.patch", { depth: chosen }).catch(() => {}); // the card obeys; remembering is a courtesy
      draw();
    },
  });

  function dispatch(event: CardEvent): void {
    if (signal.aborted && event.type !== "close") return;
    try {
      const before = state;
      state = step(state, event);
      settle(before);
    } catch (error) {
      onError(error);
    }
  }

  /** Brings the page in line with the state. */
  function settle(before: State): void {
    view.clearTimeout(timer);
    const due = dueAt(state);
    if (due !== null)
      timer = view.setTimeout(() => dispatch({ type: "tick", at: now() }), Math.max(due - now(), 0));
    if (state.waiting) need(state.waiting.aim.mention.entry);
    for (const card of cards()) for (const entry of needed(card)) need(entry);
    if (state.open && state.open.aim !== before.open?.aim) opened(state.open);
    if (before.open?.dialog && state.open?.id !== before.open.id) giveFocusBack();
    draw();
    forget();
    if ((before.open === null) !== (state.open === null)) site.onState(state.open !== null);
  }

  const cards = () => [...state.pinned, ...(state.open ? [state.open] : [])];
  const needed = ({ trail, aim }: OpenCard) => [...trail, ...aim.mention.others];

  function opened({ id, aim, dialog }: OpenCard): void {
    const wanted = site.settings().theme;
    settings.set(id, {
      aim,
      layout: layoutFor(aim.way, view),
      theme: wanted === "page" ? themeBehind(aim.element, view) : wanted,
    });
    if (dialog) focusBefore ??= view.document.activeElement;
    host ??= makeHost(aim);
    host.raise(aim.element);
  }

  function makeHost(aim: Aim): Host {
    const made = createHost(aim.element, css, () => dispatch({ type: "close", which: "all" }));
    const size = view.getComputedStyle(made.element).fontSize;
    if (size) made.surface.style.setProperty("--base", size);
    made.surface.addEventListener("keydown", (event) => onKey(event), { signal });
    made.surface.addEventListener("focusin", onFocus, { signal });
    made.surface.addEventListener("focusout", onBlur, { signal });
    return made;
  }

  function need(entry: EntryId): void {
    if (answers.has(entry)) return;
    const asked: Answer = { state: "loading" };
    answers.set(entry, asked);
    load(entry, ask).then((answer) => {
      if (answers.get(entry) !== asked) return; // nobody waits for it any more, or it was asked anew
      answers.set(entry, answer);
      draw();
    }, onError);
  }

  function draw(): void {
    if (!host) return;
    const all = cards();
    if (all.length === 0) {
      render(null, host.surface);
      host.remove();
      host = null;
      return;
    }
    const shown = site.settings();
    const entriesHere = site.entriesHere();
    const published = site.published();
    const nameOf = (id: EntryId) => {
      const answer = answers.get(id);
      return answer?.state === "shown" ? answer.content.entry.name : null;
    };
    render(
      <SpeechProvider value={spoken}>
        {all.map((card) => {
          const { layout = "float", theme = "light" } = settings.get(card.id) ?? {};
          return (
            <Panel
              key={card.id}
              card={card}
              pinned={card !== state.open}
              layout={layout}
              theme={theme}
              answer={answers.get(card.trail.at(-1) ?? "") ?? LOADING}
              nameOf={nameOf}
              depth={depth ?? shown.depth}
              published={published}
              here={entriesHere}
              deeds={deeds}
              signal={signal}
            />
          );
        })}
        <Announcer card={state.open} answers={answers} words={words} />
      </SpeechProvider>,
      host.surface,
    );
  }

  /** Drops what no card needs, so that a long day of reading leaves nothing behind. */
  function forget(): void {
    const wanted = new Set(cards().flatMap(needed));
    if (state.waiting) wanted.add(state.waiting.aim.mention.entry);
    for (const entry of answers.keys()) if (!wanted.has(entry)) answers.delete(entry);
    const ids = new Set(cards().map(({ id }) => id));
    for (const id of settings.keys()) if (!ids.has(id)) settings.delete(id);
  }

  function giveFocusBack(): void {
    const { document } = view;
    const isOurs = host !== null && document.activeElement === host.element;
    const to = focusBefore;
    focusBefore = null;
    if ((isOurs || document.activeElement === document.body) && to instanceof HTMLElement && to.isConnected) {
      to.focus({ preventScroll: true });
    }
  }

  const cardOf = (target: EventTarget | null) => {
    const panel = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
    return { panel, id: Number(panel?.dataset["card"] ?? Number.NaN) };
  };

  function onFocus(event: FocusEvent): void {
    const target = event.target as Element;
    const { id } = cardOf(target);
    // A button pressed by mouse has the focus, too, but the reader's eyes follow the pointer.
    if (target.matches(":focus-visible")) dispatch({ type: "focus", card: id, at: now() });
  }

  function onBlur(event: FocusEvent): void {
    const { panel, id } = cardOf(event.target);
    const stays = event.relatedTarget instanceof Node && panel?.contains(event.relatedTarget);
    if (!stays && view.document.hasFocus() && panel?.isConnected) queueMicrotask(() => blurred(panel, id));
  }

  /** Only now is it known whether the focus was moved on by us. */
  function blurred(panel: Element, id: number): void {
    if (host && panel.contains(host.root.activeElement)) return;
    dispatch({ type: "blur", card: id, at: now() });
  }

  function onKey(event: KeyboardEvent): void {
    const target = host?.root.activeElement ?? null;
    const { panel, id } = cardOf(target);
    if (!panel || event.defaultPrevented) return;
    const typing = target instanceof HTMLTextAreaElement;
    const act = keyAct(event, typing, target === panel);
    if (act?.type === "wrap") wrap(panel, act.backward, event);
    else if (act) {
      event.preventDefault();
      if (act.type === "esc") escape(id);
      else if (act.type === "depth") deeds.depth(act.depth);
      else if (act.type === "scroll") {
        const body = panel.querySelector(".body");
        body?.scrollBy({ top: act.pages * body.clientHeight });
      } else deeds[act.type](id);
    }
  }

  function escape(card: number | null): void {
    dispatch({ type: "esc", card });
    ask("card.close", null).catch(() => {}); // the other frames keep theirs; this one is closed
  }

  /** In a dialog Tab goes round; Esc leads out. */
  function wrap(panel: HTMLElement, backward: boolean, event: KeyboardEvent): void {
    if (panel.getAttribute("role") !== "dialog") return;
    const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.tabIndex >= 0);
    const [first, last] = [stops[0], stops.at(-1)];
    const at = host?.root.activeElement;
    if (backward ? at !== first && at !== panel : at !== last) return;
    event.preventDefault();
    (backward ? last : first)?.focus();
  }

  const isOnMention = ({ clientX: x, clientY: y }: MouseEvent) =>
    state.open?.aim
      .rects()
      .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom) ?? false;

  /** The card that was open when its mention was pressed: a click that only now opens one must not pin it. */
  let pressedOn: number | null = null;

  function onPress(event: PointerEvent): void {
    if (!state.open || owns(event)) return;
    const onMention = isOnMention(event);
    pressedOn = onMention ? state.open.id : null;
    if (!onMention) dispatch({ type: "press", at: now() });
  }

  /** A click on the mention pins its card, unless it has work of its own in the page. */
  function onClick(event: MouseEvent): void {
    if (!state.open || pressedOn !== state.open.id || !event.isTrusted || owns(event) || !isOnMention(event))
      return;
    const hasWork = event.composedPath().some((at) => at instanceof Element && at.matches(WORKING));
    if (!hasWork && (view.getSelection()?.isCollapsed ?? true))
      dispatch({ type: "pin", card: state.open.id });
  }

  const owns = (event: Event) => host !== null && event.composedPath().includes(host.element);

  const onEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && event.isTrusted && state.open && !owns(event)) escape(null);
  };
  view.addEventListener("pointerdown", onPress, { signal, capture: true, passive: true });
  view.addEventListener("click", onClick, { signal, capture: true, passive: true });
  view.addEventListener("keydown", onEscape, { signal, capture: true });
  signal.addEventListener("abort", () => dispatch({ type: "close", which: "all" }), { once: true });

  return {
    aim: (aim) => dispatch({ type: "aim", aim, delay: site.settings().hoverDelay, at: now() }),
    open: (aim, focus) => dispatch({ type: "open", aim, focus, at: now() }),
    close: (which) => dispatch({ type: "close", which }),
    owns,
    key: onKey,
    get isOpen() {
      return state.open !== null;
    },
  };
}

/** Elements on which a click means something already. */
const WORKING = "a[href], button, summary, label, input, select, textarea, [role=button], [contenteditable]";
const STOPS = "button, a[href], input, textarea, summary, [tabindex]";
