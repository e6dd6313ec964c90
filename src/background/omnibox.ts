import type { SearchRow } from "../messages/contract.ts";
import type { Deps } from "./deps.ts";
import { guard } from "./guard.ts";
import { entryRoute, openPage, searchRoute, type Where } from "./page.ts";
import { isFirefox } from "./silence.ts";

/** Firefox shows at most six lines. */
const LIMIT = 6;

/** `sl qwen` in the address bar. */
export function omnibox(deps: Deps): { listen(): void } {
  const { api, rows, search, words, log } = deps;
  const { omnibox: bar } = api;
  if (!bar) return { listen: () => undefined };
  // Firefox draws the first line before it asks us: what we say of this text would stand beside the next.
  const isLate = isFirefox(api);
  const find = async (text: string) => (await search())(text, LIMIT);
  // Chromium reads a description as XML; Firefox shows it as it is.
  const describe = ({ name, line }: SearchRow): string => {
    const text = `${name} – ${line}`;
    return isLate ? text : escapeXml(text);
  };
  // Firefox shows no suggestion that is the text as typed, and a name often is.
  const contentOf = ({ id }: SearchRow): string => (isLate ? `#${id}` : id);
  const change = async (
    text: string,
    suggest: (list: { content: string; description: string }[]) => void,
  ) => {
    const found = (await find(text)).map(({ row }) => row);
    const lines = found.map((row) => ({ content: contentOf(row), description: describe(row) }));
    if (isLate) return suggest(lines);
    // What Enter does with the text as typed stands in the first line.
    const nothing = words.say(text.trim() === "" ? "omnibox_hint" : "omnibox_nothing");
    bar.setDefaultSuggestion({ description: lines[0]?.description ?? nothing });
    suggest(lines.slice(1));
  };
  const open = async (text: string, where: Where): Promise<void> => {
    const chosen = (await rows()).find(({ id }) => id === text.trim().replace(/^#/, ""));
    const id = chosen?.id ?? (await find(text))[0]?.row.id;
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    await openPage(deps, id ? entryRoute(id) : searchRoute(text), tab, where);
  };
  return {
    listen() {
      if (isLate) bar.setDefaultSuggestion({ description: words.say("omnibox_hint") });
      bar.onInputChanged.addListener((text, suggest) => {
        guard(log, "omnibox")(change(text, suggest));
      });
      bar.onInputEntered.addListener((text, where) => {
        guard(log, "omnibox")(open(text, where as Where));
      });
    },
  };
}

const XML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => XML[sign] ?? sign);
}
