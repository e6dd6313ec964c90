// biome-ignore-all lint/style/noDefaultExport: vitest asks for it
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/*.e2e.ts"],
    environment: "node",
    // Two browsers at a time: nothing here is measured, and one alone leaves a core idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 5000 } },
    // A test that passes at the second attempt has found something.
    retry: 0,
  },
});
