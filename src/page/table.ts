import type { Mention } from "../core/mention.ts";
import { readingOrder } from "./composed.ts";
import type { Passage } from "./passage.ts";

/** All passages of the page in reading order, found by their text nodes, too. */
export interface Table {
  readonly passages: readonly Passage[];
  of(node: Text): Passage | undefined;
  /** Puts passages in; one that holds a node of an older one replaces it, and has its mentions until it is resolved. Whether any did. */
  put(passages: readonly Passage[]): boolean;
  /** Nothing happens where it was replaced already. */
  remove(passage: Passage): void;
  /** Passages that hold a node which is no longer in the page. */
  orphans(): readonly Passage[];
  clear(): void;
}

/** @param gone told of each passage that leaves */
export function createTable(gone: (passage: Passage) => void): Table {
  let passages: Passage[] = [];
  let byNode = new WeakMap<Text, Passage>();

  const drop = (passage: Passage): void => {
    for (const node of passage.nodes) if (byNode.get(node) === passage) byNode.delete(node);
    gone(passage);
  };
  /** Known by its nodes: one that was replaced has none left. */
  const isIn = (passage: Passage): boolean => passage.nodes.some((node) => byNode.get(node) === passage);

  /** Index of the first passage behind the node. */
  const placeOf = (node: Text): number => {
    let low = 0;
    let high = passages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const first = (passages[middle] as Passage).nodes[0] as Text;
      if (readingOrder(first, node) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    get passages() {
      return passages;
    },
    of: (node) => byNode.get(node),
    put(fresh) {
      const replaced = new Set<Passage>();
      for (const passage of fresh)
        for (const node of passage.nodes) {
          const old = byNode.get(node);
          if (!old) continue;
          replaced.add(old);
          // Mentions that are still the same keep their identity: a card stays with its mention over a rescan.
          if (passage.mentions.length === 0) passage.mentions = old.mentions;
        }
      for (const old of replaced) drop(old);
      if (replaced.size > 0) passages = passages.filter((passage) => !replaced.has(passage));
      for (const passage of fresh) {
        const first = passage.nodes[0] as Text;
        const last = passages.at(-1);
        if (!last || readingOrder(last.nodes[0] as Text, first) < 0) passages.push(passage);
        else passages.splice(placeOf(first), 0, passage);
        for (const node of passage.nodes) byNode.set(node, passage);
      }
      return replaced.size > 0;
    },
    remove(passage) {
      if (!isIn(passage)) return;
      drop(passage);
      passages = passages.filter((other) => other !== passage);
    },
    orphans: () => passages.filter(({ nodes }) => !nodes.every((node) => node.isConnected)),
    clear() {
      for (const passage of passages) drop(passage);
      passages = [];
      byNode = new WeakMap();
    },
  };
}

/** New mentions, with the old objects where nothing changed: a card stays with its mention over a rescan. */
export function keepSame(old: readonly Mention[], fresh: readonly Mention[]): readonly Mention[] {
  if (old.length === 0) return fresh;
  const same = (a: Mention, b: Mention): boolean =>
    a.start === b.start &&
    a.end === b.end &&
    a.entry === b.entry &&
    a.alias === b.alias &&
    a.rule === b.rule &&
    a.cue === b.cue;
  return fresh.map((mention) => old.find((other) => same(other, mention)) ?? mention);
}
