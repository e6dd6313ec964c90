import type { Aim } from "../messages/card-port.ts";
import { useWords } from "../ui/words-context.ts";
import type { CardEvent } from "./machine.ts";

interface CornerProps {
  readonly card: number;
  /** Name of the entry before this one; `null`: none. */
  readonly back: string | null;
  readonly place: Aim["place"];
  readonly pinned: boolean;
  readonly canPin: boolean;
  readonly send: (event: CardEvent) => void;
}

const SIGNS = {
  card_pin: "M6 2h4l-.5 5L12 9.5H4L6.5 7zM8 9.5V14",
  card_move: "M6 4h0M10 4h0M6 8h0M10 8h0M6 12h0M10 12h0",
  card_close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
} as const;

/** Element that says which of the page's mentions this one is; it describes the card to whoever cannot see it. */
export const placeId = (card: number): string => `place-${card}`;

/** The buttons in the head: back, pin or move, close. */
export function Corner({ card, back, place, pinned, canPin, send }: CornerProps) {
  const words = useWords();
  const sign = (key: keyof typeof SIGNS, name: string, event?: CardEvent) => (
    <button
      type="button"
      key={key}
      class={`sign ${name}`}
      aria-label={words.say(key)}
      title={words.say(key)}
      onClick={() => event && send(event)}
    >
      <svg viewBox="0 0 16 16" role="presentation">
        <path d={SIGNS[key]} />
      </svg>
    </button>
  );
  return (
    <span class="corner">
      {place ? (
        <span class="meta" id={placeId(card)}>
          {words.say("card_place", String(place.index), String(place.total))}
        </span>
      ) : null}
      {back === null ? null : (
        <button type="button" class="act" title={back} onClick={() => send({ type: "back", card })}>
          {words.say("card_back")}
        </button>
      )}
      {pinned ? sign("card_move", "mover") : canPin ? sign("card_pin", "", { type: "pin", card }) : null}
      {sign("card_close", "", { type: "close", which: card })}
    </span>
  );
}
