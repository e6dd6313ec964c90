import { render } from "preact";
import { searchFold } from "../../src/core/search-fold.ts";
import { Options } from "../../src/options/Options.tsx";
import optionsCss from "../../src/options/options.css";
import type { Ports as OptionsPorts } from "../../src/options/ports.ts";
import controlsCss from "../../src/popup/controls.css";
import { Popup } from "../../src/popup/Popup.tsx";
import popupCss from "../../src/popup/popup.css";
import type { Ports } from "../../src/popup/ports.ts";
import searchCss from "../../src/popup/search.css";
import { parse, type Settings } from "../../src/settings/schema.ts";
import cardCss from "../../src/ui/card.css";
import deepCss from "../../src/ui/deep.css";
import tokensCss from "../../src/ui/tokens.css";
import uiCss from "../../src/ui/ui.css";
import { SpeechProvider, speech } from "../../src/ui/words-context.ts";
import { fakePorts, foundRow, row, tabState } from "../fakes/popup-ports.ts";
import { fakeWords } from "../fakes/words.ts";
import type { View } from "./views.ts";

const ROWS = [row("qwen", "Qwen"), row("openai", "OpenAI"), row("open-weight", "Open-weight model")];
const FOUND = [foundRow("qwen", "Qwen", 7), foundRow("openai", "OpenAI", 2)];
const never = (): Promise<never> => new Promise(() => undefined);
const turn = (): Promise<void> => new Promise((later) => setTimeout(later, 30));

/** Shows one view in this page, with its page's own components and styles; called by the gallery and by axe's test. */
async function showView(view: View, locale: Readonly<Record<string, { message: string }>>): Promise<void> {
  const words = view.lang ? fakeWords(view.lang, "rtl", locale) : fakeWords();
  document.documentElement.lang = words.lang;
  document.documentElement.dir = words.dir;
  document.title = view.name;
  const sheets =
    view.page === "popup"
      ? [
          tokensCss,
          uiCss,
          cardCss,
          deepCss,
          popupCss,
          searchCss,
          controlsCss,
          "body{inline-size:380px;margin:0}",
        ]
      : [tokensCss, optionsCss];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheets.join("\n"));
  document.adoptedStyleSheets = [sheet];
  render(null, document.body); // the view before
  render(
    <SpeechProvider value={speech(words)}>
      {view.page === "popup" ? (
        <Popup ports={popupPorts(view)} tabId={1} firstQuery="" />
      ) : (
        <Options ports={optionsPorts(view)} />
      )}
    </SpeechProvider>,
    document.body,
  );
  await turn();
  if (view.typed) {
    const [selector, text] = view.typed;
    const box = document.querySelector<HTMLInputElement>(selector)!;
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await turn();
  }
  for (const name of view.press ?? []) {
    const all = [...document.querySelectorAll<HTMLElement>("button, label, [role=option]")];
    const control = all.find((one) => one.textContent.trim() === name || one.role === name);
    if (!control) throw new Error(`${view.name} has no ${name}`);
    control.click();
    await turn();
  }
}

function popupPorts(view: View): Ports {
  const tab = tabState({ ...(view.found ? { rows: FOUND } : {}), ...view.tab });
  const { ports, world } = fakePorts({ tab, rows: ROWS });
  world.settings = settingsOf(view);
  world.recents = view.recents ?? [];
  world.isFull = view.isFull === true;
  for (const kind of view.failing ?? []) world.failing.set(kind as never, "The disk is full.");
  const { ask } = ports;
  return {
    ...ports,
    fold: searchFold(),
    ask: (kind, input) => {
      if (view.name === "entry-unknown" && kind === "entry.get") return Promise.resolve(null as never);
      return view.waiting?.includes(kind) ? never() : ask(kind, input);
    },
  };
}

function optionsPorts(view: View): OptionsPorts {
  const change = async (): Promise<void> => {
    if (view.isFull) throw new Error("The disk is full.");
  };
  return {
    readSettings: async () => settingsOf(view),
    onSettings: () => undefined,
    patch: change,
    nameOf: async (id) => ROWS.find((one) => one.id === id)?.name ?? null,
    eraseRecents: change,
    shortcuts: async () => [
      { name: "_execute_action", keys: "Alt+Shift+S" },
      { name: "site-toggle", keys: "" },
    ],
    changeShortcuts: () => undefined,
    save: () => undefined,
    version: "0.1.0",
    isPrivate: view.isPrivate === true,
  };
}

const settingsOf = (view: View): Settings => ({ ...parse(null), ...view.settings });

Object.assign(globalThis, { showView });
