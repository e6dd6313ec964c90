import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts"],
    alias: {
      // The real module throws outside an extension; code under test gets the API injected anyway.
      "webextension-polyfill": new URL("./test/fakes/no-extension.ts", import.meta.url).pathname,
    },
  },
});
