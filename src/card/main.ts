import { CARD_KEY, type CardMeeting } from "../messages/card-port.ts";
import { browser } from "../platform/browser.ts";
import { words } from "../platform/words.ts";
import cardCss from "../ui/card.css";
import tokensCss from "../ui/tokens.css";
import { startCards } from "./cards.tsx";
import { fetchMore } from "./fetch-more.ts";
import frameCss from "./frame.css";

/** `card.js`: put into a frame when its first card is wanted; meets `content.js` through one global. */
const shared = globalThis as unknown as Record<symbol, CardMeeting | undefined>;
const meeting = shared[Symbol.for(CARD_KEY)];

if (meeting && !meeting.site.signal.aborted) {
  meeting.ready(
    startCards({
      site: meeting.site,
      ask: meeting.ask,
      words: words(),
      css: [tokensCss, cardCss, frameCss].join("\n"),
      view: window,
      now: () => performance.now(),
      fetchMore,
      isAlive: () => Boolean(browser.runtime?.id),
      // A mistake costs one card, which says so itself; neither the page nor its console is the place.
      onError: () => {},
    }),
  );
}
