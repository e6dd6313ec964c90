declare module "*/scripts/bench-pages.mjs" {
  /** File name (`large/…` for the huge ones) and markup. */
  export function benchPages(): Generator<[name: string, html: string]>;
}
