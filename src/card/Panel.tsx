import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { EntryId, PartialDate } from "../core/pack.ts";
import { Card } from "../ui/Card.tsx";
import type { Depth } from "../ui/DepthSwitch.tsx";
import type { MentionInfo } from "../ui/Why.tsx";
import { useWords } from "../ui/words-context.ts";
import { Acts } from "./Acts.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import type { Deeds } from "./deeds.ts";
import { startDrag } from "./drag.ts";
import type { Answer } from "./load.ts";
import { Meanings } from "./Meanings.tsx";
import type { OpenCard } from "./machine.ts";
import { type Layout, place } from "./place.ts";
import type { Theme } from "./theme.ts";

export interface PanelProps {
  readonly card: OpenCard;
  readonly pinned: boolean;
  readonly layout: Layout;
  readonly theme: Theme;
  readonly answer: Answer;
  /** Names of entries that are known by now: for tabs and Back. */
  readonly nameOf: (id: EntryId) => string | null;
  readonly depth: Depth;
  readonly published: PartialDate | null;
  readonly here: readonly EntryId[];
  readonly deeds: Deeds;
  readonly signal: AbortSignal;
}

/** One card with its frame: where it stands, how it is held, what its corner offers. */
export function Panel(props: PanelProps) {
  const { card, pinned, layout, theme, answer, nameOf, depth, published, here, deeds, signal } = props;
  const { aim, dialog, trail } = card;
  const words = useWords();
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const bridge = useRef<HTMLDivElement>(null);
  const shown = trail.at(-1) ?? aim.mention.entry;
  const isSheet = layout === "sheet";

  useLayoutEffect(() => {
    const end = new AbortController();
    const until = AbortSignal.any([end.signal, signal]);
    if (pinned) startDrag(panel.current!, until);
    else place(panel.current!, bridge.current!, aim, layout, until);
    return () => end.abort();
  }, [aim, pinned, layout, signal]);

  useLayoutEffect(() => {
    if (dialog) panel.current?.focus({ preventScroll: true });
  }, [dialog, aim]);

  // What was pressed may be gone with the old entry; reading goes on at the top of the new one.
  const first = useRef(shown);
  const byTab = useRef(false);
  useLayoutEffect(() => {
    if (first.current === shown) return;
    first.current = shown;
    panel.current?.querySelector(".body")?.scrollTo?.({ top: 0 });
    const tab = byTab.current
      ? panel.current?.querySelector<HTMLElement>("[role=tab][aria-selected=true]")
      : null;
    byTab.current = false;
    (tab ?? panel.current)?.focus({ preventScroll: true });
  }, [shown]);

  const mention: MentionInfo | null = shown === aim.mention.entry ? aim.mention : null;
  const before = trail.at(-2);
  const corner = (
    <Corner
      back={before === undefined ? null : (nameOf(before) ?? before)}
      place={aim.place}
      pinned={pinned}
      canPin={!isSheet}
      onBack={() => deeds.back(card.id)}
      onPin={() => deeds.pin(card.id)}
      onClose={() => deeds.close(card.id)}
    />
  );
  const meanings = [aim.mention.entry, ...aim.mention.others];
  const above =
    meanings.length > 1 && trail.length === 1 ? (
      <Meanings
        ids={meanings}
        shown={shown}
        nameOf={nameOf}
        onChoose={(id) => {
          byTab.current = true;
          deeds.tab(card.id, id);
        }}
      />
    ) : undefined;

  return (
    <>
      {pinned || aim.way === "touch" ? null : (
        <div
          class="bridge"
          ref={bridge}
          onPointerEnter={() => deeds.enter(card.id)}
          onPointerLeave={() => deeds.leave(card.id)}
          onPointerDown={() => deeds.press()}
        />
      )}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is one of two that take a name */}
      <div
        class="panel"
        ref={panel}
        role={dialog ? "dialog" : "region"}
        aria-labelledby={titleId}
        aria-busy={answer.state === "loading"}
        tabIndex={-1}
        dir={words.dir}
        lang={words.lang}
        data-card={card.id}
        data-layout={layout}
        data-theme={theme}
        data-pinned={pinned}
        onPointerEnter={(event) => event.pointerType !== "touch" && deeds.enter(card.id)}
        onPointerLeave={(event) => event.pointerType !== "touch" && deeds.leave(card.id)}
        onPointerDown={(event) => deeds.pressed(event)}
        onClick={(event) => deeds.clicked(card.id, event)}
      >
        {isSheet ? <span class="grip" aria-hidden="true" /> : null}
        {answer.state === "shown" ? (
          <Card
            content={answer.content}
            depth={depth}
            mention={mention}
            published={published}
            here={here}
            titleId={titleId}
            onDepth={deeds.depth}
            onOpen={(id) => deeds.go(card.id, id)}
            corner={corner}
            above={above}
            quoteActs={(quote) => (
              <CopyButtons of="quote" onCopy={(flavour) => deeds.copyQuote(quote, answer.content, flavour)} />
            )}
            factActs={(fact) => (
              <CopyButtons of="fact" onCopy={(flavour) => deeds.copyFact(fact, answer.content, flavour)} />
            )}
            foot={<Acts key={shown} content={answer.content} mention={mention} deedsFor={deeds.forEntry} />}
          />
        ) : (
          <Notice
            title={nameOf(shown) ?? (mention ? mention.alias : shown)}
            titleId={titleId}
            corner={corner}
          >
            <p role="status">{words.say(`card_${answer.state}`)}</p>
            {answer.state === "failed" ? (
              <button type="button" class="act" onClick={() => deeds.retry(shown)}>
                {words.say("card_retry")}
              </button>
            ) : null}
          </Notice>
        )}
      </div>
    </>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly titleId: string;
  readonly corner: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A card without an entry says plainly what is the matter. */
function Notice({ title, titleId, corner, children }: NoticeProps) {
  return (
    <article class="card empty">
      <header class="head">
        <div class="head-row">
          <span class="kind" />
          {corner}
        </div>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
      </header>
      <div class="message">{children}</div>
    </article>
  );
}

interface CornerProps {
  /** Name of the entry before this one; `null`: none. */
  readonly back: string | null;
  readonly place: OpenCard["aim"]["place"];
  readonly pinned: boolean;
  readonly canPin: boolean;
  readonly onBack: () => void;
  readonly onPin: () => void;
  readonly onClose: () => void;
}

function Corner({ back, place: at, pinned, canPin, onBack, onPin, onClose }: CornerProps) {
  const words = useWords();
  return (
    <span class="corner">
      {at ? <span class="meta">{words.say("card_place", String(at.index), String(at.total))}</span> : null}
      {back === null ? null : (
        <button type="button" class="act" title={words.say("card_back_to", back)} onClick={onBack}>
          {words.say("card_back")}
        </button>
      )}
      {pinned ? (
        <button
          type="button"
          class="sign mover"
          aria-label={words.say("card_move")}
          title={words.say("card_move")}
        >
          <Sign path="M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2" />
        </button>
      ) : canPin ? (
        <button
          type="button"
          class="sign"
          aria-label={words.say("card_pin")}
          title={words.say("card_pin")}
          onClick={onPin}
        >
          <Sign path="M6 2h4l-.5 5L12 9.500H4L6.500 7zM8 9.500V14" />
        </button>
      ) : null}
      <button
        type="button"
        class="sign"
        aria-label={words.say("card_close")}
        title={words.say("card_close")}
        onClick={onClose}
      >
        <Sign path="M3.500 3.500l9 9M12.500 3.500l-9 9" />
      </button>
    </span>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
