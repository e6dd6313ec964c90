import type { Pack } from "../core/pack.ts";

export function review(pack: Pack): string {
  return pack.name;
}
