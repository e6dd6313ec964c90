/** What `npm start`, the gallery and the benchmarks drive browsers with; bundled by `scripts/harness.mjs`. */
export { createDriver } from "./create-driver.ts";
export { poll } from "./poll.ts";
export { servePages } from "./serve.ts";
