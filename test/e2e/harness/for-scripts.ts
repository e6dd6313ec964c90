/** What `npm start`, the gallery and the benchmarks drive browsers with; bundled by `scripts/harness.mjs`. */
export { countedCopy, heapOf } from "./counts.ts";
export { createDriver } from "./create-driver.ts";
export { APP, heldAtRest, navigateWithin, switchOffAndOn } from "./cycles.ts";
export { fuzzOnce } from "./fuzz.ts";
export { poll } from "./poll.ts";
export { servePages } from "./serve.ts";
