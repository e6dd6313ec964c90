import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EntryId, PartialDate } from "../core/pack.ts";
import type { Settings } from "../settings/schema.ts";
import { Card } from "../ui/Card.tsx";
import type { Depth } from "../ui/DepthSwitch.tsx";
import { useSpeech } from "../ui/words-context.ts";
import { Acts } from "./Acts.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import { Corner, placeId } from "./Corner.tsx";
import type { Deeds } from "./deeds.ts";
import { startDrag } from "./drag.ts";
import { Guard } from "./Guard.tsx";
import { lift } from "./lift.ts";
import type { Answer } from "./load.ts";
import { Meanings } from "./Meanings.tsx";
import type { CardEvent, OpenCard } from "./machine.ts";
import type { Parts } from "./parts.tsx";
import { layoutFor, place, type Sight } from "./place.ts";
import { Report } from "./Report.tsx";
import { startSwipe } from "./swipe.ts";
import { Trouble, type TroubleProps } from "./Trouble.tsx";
import { themeBehind } from "./theme.ts";
import { WORKING } from "./working.ts";

export interface PanelProps {
  readonly card: OpenCard;
  readonly pinned: boolean;
  /** Of the page before anything was drawn; `null`: the card is drawn ahead, and its place not yet settled. */
  readonly sight: Sight | null;
  readonly theme: Settings["theme"];
  readonly answer: Answer;
  /** The extension was updated or switched off under this card. */
  readonly gone: boolean;
  /** Names of entries, their ids where they are not known yet: for tabs and Back. */
  readonly nameOf: (id: EntryId) => string;
  readonly depth: Depth;
  readonly parts: Parts;
  readonly published: PartialDate | null;
  readonly here: readonly EntryId[];
  readonly deeds: Deeds;
  readonly send: (event: CardEvent) => void;
  readonly onDepth: (depth: Depth) => void;
  readonly onRetry: (entry: EntryId) => void;
  readonly view: Window;
  readonly signal: AbortSignal;
}

/** Farther than this between press and release, CSS px, and the click was a drag or a selection. */
const STILL = 4;

/** One card with its frame: where it stands, how it is held, what its corner offers. */
export function Panel(props: PanelProps) {
  const {
    card,
    pinned,
    sight,
    theme,
    answer,
    gone,
    nameOf,
    depth,
    parts: { deep, ActsMenu },
    deeds,
    send,
    onDepth,
    onRetry,
    view,
    signal,
    ...page
  } = props;
  const { id, aim, dialog, trail } = card;
  const speech = useSpeech();
  const { words } = speech;
  const titleId = `card-${id}`;
  const panel = useRef<HTMLDivElement>(null);
  const bridge = useRef<HTMLDivElement>(null);
  const pressed = useRef({ x: 0, y: 0 });
  // Settled when the card opens: it does not change its dress or its place while it is read.
  const [layout] = useState(() => layoutFor(aim.way, view));
  const [tone] = useState(() => (theme === "page" ? themeBehind(aim.element, view) : theme));
  const shown = trail.at(-1) ?? aim.mention.entry;
  const mention = shown === aim.mention.entry ? aim.mention : null;

  useLayoutEffect(() => {
    const end = new AbortController();
    const until = AbortSignal.any([end.signal, signal]);
    lift(panel.current!);
    if (pinned) startDrag(panel.current!, until);
    else if (sight) place(panel.current!, bridge.current, aim, layout, sight, until);
    if (layout === "sheet") startSwipe(panel.current!, () => send({ type: "close", which: id }), until);
    return () => end.abort();
  }, [aim, pinned, sight]);

  // What was pressed may be gone with the old entry; reading goes on at the top of the new one.
  const before = useRef(trail);
  useLayoutEffect(() => {
    if (before.current === trail) return;
    before.current = trail;
    panel.current?.querySelector(".body")?.scrollTo({ top: 0 });
    const tab = panel.current?.querySelector<HTMLElement>("[aria-selected=true]");
    (tab ?? panel.current)?.focus({ preventScroll: true });
  }, [trail]);

  const hold = (type: "enter" | "leave") => (event: PointerEvent) => {
    if (event.pointerType !== "touch") send({ type, card: id });
  };
  const onClick = (event: MouseEvent) => {
    const moved = Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y);
    if (moved < STILL && layout === "float" && !(event.target as Element).closest(WORKING)) {
      send({ type: "pin", card: id });
    }
  };
  const back = trail.at(-2);
  const corner = (
    <Corner
      card={id}
      back={back === undefined ? null : words.say("card_back_to", nameOf(back))}
      place={aim.place}
      pinned={pinned}
      canPin={layout === "float"}
      send={send}
    />
  );
  const title = mention ? mention.alias : nameOf(shown);
  const trouble = (state: TroubleProps["state"]) => (
    <Trouble state={state} onRetry={() => onRetry(shown)} onReload={() => view.location.reload()}>
      {state === "broken" ? (
        <Report text={`${title}\n${shown}\n${words.say("card_broken")}\n`} deeds={deeds} />
      ) : null}
    </Trouble>
  );
  const ids = [aim.mention.entry, ...aim.mention.others];
  const above = gone ? (
    trouble("gone")
  ) : ids.length > 1 && trail.length === 1 ? (
    <Meanings
      ids={ids}
      shown={shown}
      nameOf={nameOf}
      onChoose={(entry) => send({ type: "tab", card: id, entry })}
    />
  ) : undefined;
  /** A card without its entry: what it should have shown, what is the matter, and the way on. */
  const without = (state: TroubleProps["state"]) => (
    <article class="card empty">
      <header class="head">
        <div class="head-row">
          <h2 id={titleId} dir="auto">
            {title}
          </h2>
          {corner}
        </div>
      </header>
      {trouble(gone ? "gone" : state)}
    </article>
  );

  return (
    <>
      {pinned || aim.way === "touch" ? null : (
        <div
          class="bridge"
          ref={bridge}
          onPointerEnter={hold("enter")}
          onPointerLeave={hold("leave")}
          onPointerDown={() => send({ type: "press" })}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role, one of two */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: P does by key what a click does */}
      <div
        class="panel"
        ref={panel}
        role={dialog ? "dialog" : "region"}
        aria-labelledby={titleId}
        aria-describedby={aim.place ? placeId(id) : undefined}
        aria-busy={answer.state === "loading"}
        tabIndex={-1}
        dir={words.dir}
        lang={words.lang}
        data-card={id}
        data-layout={layout}
        data-theme={tone}
        data-pinned={pinned}
        onPointerEnter={hold("enter")}
        onPointerLeave={hold("leave")}
        onPointerDown={(event) => {
          lift(panel.current!);
          pressed.current = { x: event.clientX, y: event.clientY };
        }}
        onClick={onClick}
      >
        {answer.state === "shown" ? (
          <Guard key={shown} instead={without("broken")}>
            <Card
              {...page}
              content={answer.content}
              depth={depth}
              deep={deep}
              mention={mention}
              titleId={titleId}
              onDepth={onDepth}
              onOpen={(entry) => send({ type: "go", card: id, entry })}
              corner={corner}
              above={above}
              quoteActs={(quote) => (
                <CopyButtons
                  of="quote"
                  onCopy={(flavour) =>
                    deeds.copy(({ citeQuote }) => citeQuote(quote, answer.content.sources, speech), flavour)
                  }
                />
              )}
              factActs={(fact) => (
                <CopyButtons
                  of="fact"
                  onCopy={(flavour) =>
                    deeds.copy(
                      ({ citeFact }) => citeFact(fact, answer.content.entry, answer.content.sources, speech),
                      flavour,
                    )
                  }
                />
              )}
              foot={
                gone ? null : (
                  <Acts
                    key={shown}
                    content={answer.content}
                    mention={mention}
                    deeds={deeds}
                    Menu={ActsMenu}
                  />
                )
              }
            />
          </Guard>
        ) : (
          without(answer.state)
        )}
      </div>
    </>
  );
}
