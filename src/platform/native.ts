import type { Browser } from "webextension-polyfill";

/** Stands in for the polyfill in bundles that run in pages: all supported browsers have `browser` themselves. */
export default (globalThis as unknown as { browser: Browser }).browser;
