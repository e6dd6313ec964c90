import type { Kind } from "./pack.ts";

/** Kinds that are talked of together. */
const TALKED: ReadonlySet<Kind> = new Set(["model", "organisation", "product"]);
/** So many of them in so many flows are a talk. */
const SEVERAL = 3;
const RECENT = 8;

/** Models, companies and the like that a page has just named: where it names several, it talks of such things. */
export class Talk {
  /** By which alias and in which flow each entry was named last, the last one last. */
  readonly #named = new Map<number, { readonly alias: number; readonly flow: number }>();

  hear(entry: number, kind: Kind, alias: number, flow: number): void {
    if (!TALKED.has(kind)) return;
    this.#named.delete(entry);
    this.#named.set(entry, { alias, flow });
  }

  /** The alias named last where there is a talk of which an entry of this kind may be part; otherwise -1. */
  lastIn(flow: number, kind: Kind): number {
    if (!TALKED.has(kind)) return -1;
    const recent = [...this.#named.values()].filter((named) => flow - named.flow <= RECENT);
    return recent.length < SEVERAL ? -1 : recent.at(-1)!.alias;
  }
}
