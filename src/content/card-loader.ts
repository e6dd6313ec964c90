import type { EntryId } from "../core/pack.ts";
import { CARD_KEY, type Card, type CardMeeting, type CardSite } from "../messages/card-port.ts";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import { askAhead } from "../platform/ask-ahead.ts";
import { patiently } from "../platform/patiently.ts";

/** ms after which an injected card that never called counts as not to be had. */
const PATIENCE = 5000;

export interface CardLoader {
  /**
   * Loads the card on first call; later calls get the same. `null`: the browser refused. A failure may be tried again.
   *
   * @param first the entry it is wanted for: asked for at once, so that it is here when the card is
   */
  load(first: EntryId): Promise<Card | null>;
  loaded(): Card | null;
}

/**
 * Brings `card.js` into this frame when a card is first wanted: most pages are never hovered.
 */
export function createCardLoader(site: CardSite, ask: Ask<Requests>, signal: AbortSignal): CardLoader {
  const world = globalThis as unknown as Record<symbol, CardMeeting | undefined>;
  const key = Symbol.for(CARD_KEY);
  let card: Card | null = null;
  let loading: Promise<Card | null> | null = null;

  const fetchCard = async (first: EntryId): Promise<Card | null> => {
    const arrived = new Promise<Card>((resolve) => {
      world[key] = { site, ask: (kind, input) => asks(kind, input), ready: resolve };
    });
    const injecting = patiently(() => ask("card.inject", null));
    const asks = askAhead(ask, "entry.get", { id: first });
    warm();
    const injected = await injecting;
    if (!injected) return null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, null);
      signal.addEventListener("abort", () => resolve(null), { once: true });
    });
    return Promise.race([arrived, late]).finally(() => clearTimeout(timer));
  };

  signal.addEventListener("abort", () => {
    card?.close("all");
    card = null;
    delete world[key];
  });

  return {
    load(first) {
      loading ??= fetchCard(first)
        .then((arrived) => {
          card = signal.aborted ? null : arrived;
          return card;
        })
        .finally(() => {
          if (!card) loading = null;
        });
      return loading;
    },
    loaded: () => card,
  };
}

/**
 * The first number format of a process takes the browser 25 ms and more, the first date format 5: made while the
 * background is on its way with the card, which cannot speak without them.
 */
function warm(): void {
  Intl.NumberFormat();
  Intl.DateTimeFormat();
}
