import { render } from "preact";
import { searchFold } from "../core/search-fold.ts";
import { ask } from "../platform/ask.ts";
import { askAhead } from "../platform/ask-ahead.ts";
import { boxOf } from "../platform/boxes.ts";
import { browser } from "../platform/browser.ts";
import { onSettings, readSettings } from "../platform/store.ts";
import { words } from "../platform/words.ts";
import { readRecents } from "../settings/recents.ts";
import cardCss from "../ui/card.css";
import deepCss from "../ui/deep.css";
import tokensCss from "../ui/tokens.css";
import uiCss from "../ui/ui.css";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { App } from "./App.tsx";
import controlsCss from "./controls.css";
import popupCss from "./popup.css";
import type { Ports } from "./ports.ts";
import searchCss from "./search.css";

/** `popup.html?tab=7` looks at another tab: the popup opened as a page has no tab beside it. */
const given = new URLSearchParams(location.search).get("tab");

const local = boxOf("local");
const ports: Ports = {
  // Before anything is drawn: the answer takes as long. An entry's own page has no search.
  ask: location.hash.startsWith("#/entry/") ? ask : askAhead(ask, "search.index", null),
  fold: searchFold(),
  readSettings,
  onSettings,
  onTab(tabId, changed, signal) {
    const keys = new Set([`frames:${tabId}`, `snooze:${tabId}`, "private"]);
    const onStorage = (changes: object, area: string) => {
      if (area === "session" && Object.keys(changes).some((key) => keys.has(key))) changed();
    };
    const onUpdated = (id: number) => {
      if (id === tabId) changed();
    };
    browser.storage.onChanged.addListener(onStorage);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    signal.addEventListener("abort", () => {
      browser.storage.onChanged.removeListener(onStorage);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    });
  },
  recents: {
    read: () => readRecents(local),
    note: async (id) => void (await ask("recents.note", { id })),
    erase: async () => void (await ask("recents.erase", null)),
  },
  isPrivate: browser.extension.inIncognitoContext === true,
  grant: (host) =>
    browser.permissions.request({
      origins: host ? [`*://${host.includes(":") ? `[${host}]` : host}/*`] : ["http://*/*", "https://*/*"],
    }),
  openOptions() {
    void browser.runtime.openOptionsPage();
    ports.close();
  },
  close() {
    if (given === null) window.close();
  },
};

async function tabBeside(): Promise<number | null> {
  if (given !== null) return Number.isInteger(Number(given)) ? Number(given) : null;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

const spoken = words();
// The texts' own language: a browser may fall back to another locale's texts than its own.
document.documentElement.lang = spoken.say("extension_language");
document.documentElement.dir = document.documentElement.lang === "ar" ? "rtl" : "ltr";
const sheet = new CSSStyleSheet();
sheet.replaceSync([tokensCss, uiCss, cardCss, deepCss, popupCss, searchCss, controlsCss].join("\n"));
document.adoptedStyleSheets = [sheet];
const draw = (tabId: number | null | undefined) =>
  render(
    <SpeechProvider value={speech(spoken)}>
      <App ports={ports} tabId={tabId} />
    </SpeechProvider>,
    document.body,
  );
// One can type before the browser has said which tab this is.
draw(undefined);
void tabBeside().then(draw);
