import type { Mention } from "../core/mention.ts";
import { sameMention } from "../core/page-matcher.ts";
import { readingOrder } from "./composed.ts";
import { own } from "./own.ts";
import type { Passage } from "./passage.ts";

/** All passages of the page in reading order, found by their text nodes, too. */
export interface Table {
  readonly passages: readonly Passage[];
  of(node: Text): Passage | undefined;
  /**
   * Puts passages in. One that holds a node of an older one replaces it; so does one with the text of a passage
   * that left since the last `settle`: apps build the same text anew. It has the old mentions until it is resolved.
   * Whether any did.
   */
  put(passages: readonly Passage[]): boolean;
  /** Nothing happens to those that were replaced already. */
  remove(gone: Iterable<Passage>): void;
  /** Passages that hold a node which is no longer in the page. */
  orphans(): readonly Passage[];
  /** What has left is forgotten. */
  settle(): void;
  clear(): void;
}

/**
 * @param gone told of each passage that leaves
 * @param came told of each that comes, and which one it replaces
 */
export function createTable(
  gone: (passage: Passage) => void,
  came: (passage: Passage, former: Passage | undefined) => void = () => undefined,
): Table {
  let passages: Passage[] = [];
  const left = new Map<string, Passage>();
  let byNode = new WeakMap<Text, Passage>();

  const drop = (passage: Passage): void => {
    for (const node of passage.nodes) if (byNode.get(node) === passage) byNode.delete(node);
    left.set(passage.text, passage);
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

  /** Takes out what holds a node of these; tells which of them stands where. */
  const replace = (fresh: readonly Passage[]): Map<Passage, Passage> => {
    const replaced = new Set<Passage>();
    const formers = new Map<Passage, Passage>();
    fresh.forEach((passage) => {
      passage.nodes.forEach((node) => {
        const old = byNode.get(node);
        if (!old) return;
        replaced.add(old);
        if (!formers.has(passage)) formers.set(passage, old);
      });
    });
    replaced.forEach(drop);
    if (replaced.size > 0) passages = passages.filter((passage) => !replaced.has(passage));
    return formers;
  };
  const insert = (passage: Passage): void => {
    const first = passage.nodes[0] as Text;
    const last = passages.at(-1);
    if (!last || readingOrder(last.nodes[0] as Text, first) < 0) passages.push(passage);
    else passages.splice(placeOf(first), 0, passage);
  };
  const follow = (passage: Passage, former: Passage): void => {
    left.delete(former.text);
    // Mentions that are still the same keep their identity: a card stays with its mention over a rescan.
    passage.mentions = former.mentions;
    if (!isSameText(passage, former)) return;
    passage.id = former.id;
    passage.found = former.found;
  };

  return {
    get passages() {
      return passages;
    },
    of: (node) => byNode.get(node),
    put(fresh) {
      const formers = replace(fresh);
      fresh.forEach(insert);
      fresh.forEach((passage) => {
        passage.nodes.forEach((node) => {
          byNode.set(node, passage);
        });
        const former = formers.get(passage) ?? left.get(passage.text);
        if (!former) return;
        formers.set(passage, former);
        follow(passage, former);
      });
      fresh.forEach((passage) => {
        came(passage, formers.get(passage));
      });
      return formers.size > 0;
    },
    remove(gone) {
      const dropped = new Set<Passage>();
      for (const passage of gone) {
        if (!isIn(passage)) continue;
        drop(passage);
        dropped.add(passage);
      }
      if (dropped.size > 0) passages = passages.filter((passage) => !dropped.has(passage));
    },
    orphans: () => passages.filter(({ nodes }) => !nodes.every(own.isHere)),
    settle: () => left.clear(),
    clear() {
      for (const passage of passages) drop(passage);
      passages = [];
      byNode = new WeakMap();
    },
  };
}

const isSameText = (a: Passage, b: Passage): boolean =>
  a.text === b.text && a.lang === b.lang && a.hidden.join() === b.hidden.join();

/** New mentions, with the old objects where nothing changed: a card stays with its mention over a rescan. */
export function keepSame(old: readonly Mention[], fresh: readonly Mention[]): readonly Mention[] {
  if (old.length === 0) return fresh;
  return fresh.map((mention) => old.find((other) => sameMention(other, mention)) ?? mention);
}
