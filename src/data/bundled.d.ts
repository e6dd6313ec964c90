/** What the build puts in: see `bundled` in build.mjs. */
declare module "bundled:pack" {
  /** JSON of a `Pack`. */
  const pack: string;
  export default pack;
}
declare module "bundled:index" {
  /** The search index of its entries' rows, as of `storeIndex`. */
  const index: string;
  export default index;
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
