import { CARD_KEY, type Card, type CardMeeting, type CardSite } from "../messages/card-port.ts";

/** ms after which an injected card that never called counts as not to be had. */
const PATIENCE = 5000;

export interface CardLoader {
  /** Loads the card on first call; later calls get the same. `null`: the browser refused. A failure may be tried again. */
  load(): Promise<Card | null>;
  loaded(): Card | null;
}

/**
 * Brings `card.js` into this frame when a card is first wanted: most pages are never hovered.
 *
 * @param inject asks the background to put the file into this frame
 */
export function createCardLoader(
  site: CardSite,
  inject: () => Promise<boolean>,
  signal: AbortSignal,
): CardLoader {
  const world = globalThis as unknown as Record<symbol, CardMeeting | undefined>;
  const key = Symbol.for(CARD_KEY);
  let card: Card | null = null;
  let loading: Promise<Card | null> | null = null;

  const fetchCard = async (): Promise<Card | null> => {
    const arrived = new Promise<Card>((resolve) => {
      world[key] = { site, ready: resolve };
    });
    const injected = await inject();
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
    load() {
      loading ??= fetchCard()
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
