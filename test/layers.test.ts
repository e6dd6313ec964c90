import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom, types included. This table is the architecture; ARCHITECTURE.md says why. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  _locales: [],
  core: ["_locales"], // the type of the message keys, nothing else
  data: ["core"],
  settings: ["core"],
  messages: ["core", "settings"],
  platform: ["core", "settings", "messages"],
  page: ["core"],
  ui: ["core", "messages"],
  card: ["ui", "core", "settings", "messages", "platform"],
  content: ["page", "core", "settings", "messages", "platform"],
  background: ["core", "data", "settings", "messages", "platform"],
  popup: ["ui", "core", "settings", "messages", "platform"],
  options: ["ui", "core", "settings", "messages", "platform"],
};

const layerOf = (path: string): string => path.split("/")[1] ?? "";
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join("src", name));
const importsOf = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/\b(?:from|import) ?\(?"([^"]+)"/g)].map(([, to = ""]) => to);

test("every room of src stands in the table", () => {
  expect([...new Set(sources.map(layerOf))].filter((layer) => !(layer in MAY))).toEqual([]);
});

test.each(sources)("%s imports inwards only", (from) => {
  const targets = importsOf(from)
    .filter((to) => to.startsWith("."))
    .map((to) => join(dirname(from), to));
  const own = layerOf(from);
  expect(
    targets.filter((to) => to.startsWith("src/") && layerOf(to) !== own && !MAY[own]?.includes(layerOf(to))),
  ).toEqual([]);
});

test("only platform touches the extension API's package", () => {
  const guilty = sources.filter(
    (path) =>
      layerOf(path) !== "platform" &&
      /(from|import) "webextension-polyfill"/.test(readFileSync(path, "utf8")),
  );
  expect(guilty).toEqual([]);
});

test("nothing in a page's world can reach the network", () => {
  const guilty = sources
    .filter(
      (path) => ["page", "content", "card", "ui", "core"].includes(layerOf(path)) && !path.includes(".test."),
    )
    .filter((path) =>
      /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource|new Image)\b *\(/.test(
        readFileSync(path, "utf8"),
      ),
    );
  expect(guilty).toEqual([]);
});
