import { startCards } from "../../src/card/cards.tsx";
import frameCss from "../../src/card/frame.css";
import { moreParts } from "../../src/card/more-parts.ts";
import type { Aim } from "../../src/messages/card-port.ts";
import type { Ask } from "../../src/messages/channel.ts";
import type { CardContent, Requests } from "../../src/messages/contract.ts";
import { parse } from "../../src/settings/schema.ts";
import cardCss from "../../src/ui/card.css";
import deepCss from "../../src/ui/deep.css";
import tokensCss from "../../src/ui/tokens.css";
import { fakeWords } from "../fakes/words.ts";
import { madeUp } from "./contents.ts";
import type { Scene } from "./scenes.ts";

/** Shows one scene in this page; called by `scripts/gallery.mjs`. */
async function show(
  scene: Scene,
  real: Readonly<Record<string, CardContent>>,
  arabic: Locale | null,
): Promise<void> {
  const contents = { ...real, ...madeUp(real["stargate-uae"]!) };
  const words = scene.rtl ? fakeWords("ar", "rtl", arabic ?? {}) : fakeWords();
  if (scene.rtl) document.documentElement.dir = "rtl";
  document.body.dataset["theme"] = scene.theme ?? "light";
  const element = document.querySelector("mark")!;
  const name = contents[scene.entry]?.entry.name ?? scene.entry;
  element.textContent = name.length > 40 ? "this term" : name;
  const ask = ((kind: string, input: { id: string }) => {
    if (kind === "frame.leave")
      return Promise.resolve({ paused: false, site: "example.org", incognito: false });
    if (kind !== "entry.get") return Promise.resolve(null);
    if (scene.state === "loading") return new Promise(() => {});
    if (scene.state === "failed" || scene.state === "gone") return Promise.reject(new Error("no answer"));
    if (scene.state === "broken")
      return Promise.resolve({ entry: { ...contents[input.id]!.entry, facts: null } });
    return Promise.resolve(scene.state === "unknown" ? null : (contents[input.id] ?? null));
  }) as Ask<Requests>;
  const ties = contents[scene.entry]?.ties.map(({ id }) => id) ?? [];
  const card = startCards({
    site: {
      settings: () => ({ ...parse({}), depth: scene.depth, theme: "page" }),
      published: () => scene.published ?? null,
      entriesHere: () => ties.slice(0, 2),
      onState: () => {},
      signal: new AbortController().signal,
    },
    ask,
    words,
    css: [tokensCss, cardCss, frameCss, scene.full ? ".panel { max-block-size: none !important }" : ""].join(
      "\n",
    ),
    view: window,
    now: () => performance.now(),
    fetchMore: async () => ({ ...moreParts, css: deepCss }),
    isAlive: () => scene.state !== "gone",
    onError: (error) => console.error(error),
  });
  // The root is closed; the gallery has to look into it.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    Object.assign(globalThis, { galleryRoot: root });
    return root;
  };
  const box = element.getClientRects()[0]!;
  const aim: Aim = {
    mention: {
      start: 0,
      end: 4,
      entry: scene.entry,
      kind: contents[scene.entry]?.entry.kind ?? "concept",
      alias: element.textContent,
      everyday: false,
      rule: "cue-near",
      cue: "Abu Dhabi",
      others: scene.others ?? [],
    },
    way: scene.way ?? "mouse",
    at: 0,
    point: { x: box.left + 4, y: box.top + 4 },
    element,
    rects: () => [...element.getClientRects()],
    place: scene.way === "keyboard" ? { index: 3, total: 17 } : null,
  };
  card.open(aim, scene.way === "keyboard");
}

type Locale = Readonly<Record<string, { readonly message: string }>>;
Object.assign(globalThis, { show });
