declare module "*/scripts/lean-preact.mjs" {
  /** Throws where a cut finds nothing. */
  export function leanPreact(code: string, path: string): string;
}
