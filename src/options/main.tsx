import { render } from "preact";
import { ask } from "../platform/ask.ts";
import { browser } from "../platform/browser.ts";
import { onSettings, readSettings } from "../platform/store.ts";
import { words } from "../platform/words.ts";
import tokensCss from "../ui/tokens.css";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { Options } from "./Options.tsx";
import optionsCss from "./options.css";
import type { Ports } from "./ports.ts";

/** Only Firefox lets an extension open its own page of shortcuts; Chromium's is opened as a tab. */
type Commands = typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
const commands = browser.commands as Commands | undefined;

/** Only Firefox shows this page in a private window, whose settings are its own. */
const isPrivate = browser.extension.inIncognitoContext === true;
const readInForce = () => ask("settings.in-force", null);

const ports: Ports = {
  readSettings: isPrivate ? readInForce : readSettings,
  onSettings: isPrivate
    ? (changed, signal) => {
        const again = () => void readInForce().then(changed, () => undefined); // what is shown stands
        browser.storage.onChanged.addListener(again);
        signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(again));
      }
    : onSettings,
  patch: async (patch) => {
    await ask("settings.patch", patch);
  },
  nameOf: async (id) => (await ask("entry.get", { id }))?.entry.name ?? null,
  eraseRecents: async () => void (await ask("recents.erase", null)),
  shortcuts: async () =>
    ((await commands?.getAll()) ?? []).map(({ name, shortcut }) => ({
      name: name ?? "",
      keys: shortcut ?? "",
    })),
  changeShortcuts: commands
    ? () => {
        if (commands.openShortcutSettings) void commands.openShortcutSettings();
        else void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
      }
    : null,
  save(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  },
  version: browser.runtime.getManifest().version,
  isPrivate,
};

const spoken = words();
// The texts' own language: a browser may fall back to another locale's texts than its own.
document.documentElement.lang = spoken.say("extension_language");
document.documentElement.dir = document.documentElement.lang === "ar" ? "rtl" : "ltr";
document.title = spoken.say("options_title");
const sheet = new CSSStyleSheet();
sheet.replaceSync([tokensCss, optionsCss].join("\n"));
document.adoptedStyleSheets = [sheet];
render(
  <SpeechProvider value={speech(spoken)}>
    <Options ports={ports} />
  </SpeechProvider>,
  document.body,
);
