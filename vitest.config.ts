import { defineConfig } from "vitest/config";
import { leanPreact } from "./scripts/lean-preact.mjs";

/** What is drawn in pages is tested on the Preact that goes there. */
const CARD = "src/{card,ui}/*.test.tsx";
// The real module throws outside an extension; code under test gets the API injected anyway.
const alias = {
  "webextension-polyfill": new URL("./test/fakes/no-extension.ts", import.meta.url).pathname,
};
const oxc = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

export default defineConfig({
  test: {
    projects: [
      {
        oxc,
        test: {
          name: "all",
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: [CARD],
          alias,
        },
      },
      {
        oxc,
        test: { name: "card", include: [CARD], alias, server: { deps: { inline: [/preact/] } } },
        plugins: [
          {
            name: "lean-preact",
            transform: (code, id) =>
              /preact\/(hooks\/)?dist\/\w+\.mjs$/.test(id) ? leanPreact(code, id) : undefined,
          },
        ],
      },
    ],
  },
});
