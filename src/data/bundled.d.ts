/** What the build puts in: see `bundled` in build.mjs. */
declare module "bundled:pack" {
  const pack: import("../core/pack.ts").Pack;
  export default pack;
}
declare module "bundled:folded" {
  /** What search makes of the texts of each entry's row. */
  const folded: Readonly<Record<string, import("../core/search-index.ts").PlainTexts>>;
  export default folded;
}
declare module "bundled:lexicon" {
  /** Base64 of the compiled lexicon. */
  const lexicon: string;
  export default lexicon;
}
declare module "bundled:keys" {
  /** Base64 of its letters alone. */
  const keys: string;
  export default keys;
}
declare module "*.css" {
  const css: string;
  export default css;
}
