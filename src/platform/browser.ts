/** The extension API. The only import of the polyfill; page bundles get `native.ts` in its place. */
export { default as browser } from "webextension-polyfill";
