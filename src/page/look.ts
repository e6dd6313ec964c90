import { mayHold } from "../core/key-places.ts";
import type { Lexicon } from "../core/lexicon.ts";
import { BORDER } from "../core/mention.ts";
import type { Changed } from "./changed.ts";
import { around, NEAR, textEnds } from "./edges.ts";
import { own } from "./own.ts";
import type { Table } from "./table.ts";

export interface LookDeps {
  readonly keys: Lexicon;
  readonly table: Table;
  /** The flows of these siblings, first and last, are to be read again. */
  dirty(first: Node, last: Node): void;
  /** An element came in: it may carry a shadow root. */
  added(element: Element): void;
}

/** What changed → what is to be read again. Yields after each unit of work. */
export function* look(
  { texts, runs, parted }: Changed & { readonly texts: ReadonlySet<Text> },
  { keys, table, dirty, added }: LookDeps,
): Generator<void> {
  const isPassage = (node: Node): boolean => {
    const ends = textEnds(node, node);
    return ends !== null && table.of(ends[1]) !== undefined;
  };
  /** Whether the end of a node's text, with what stands around it, may be a mention, or was one. */
  const touches = (node: Node): boolean => {
    if (own.isText(node) && table.of(node)) return true;
    const [before, after] = around(node);
    const text = own.isText(node) ? node.data : (own.text(node) ?? "").slice(-NEAR);
    return mayHold(keys, `${before}${BORDER}${text}${BORDER}${after}`);
  };

  for (const text of texts) {
    if (text.isConnected && touches(text)) dirty(text, text);
    yield;
  }
  for (const [first, last] of runs) {
    dirty(first, last);
    for (let node: Node | null = first; node; node = node === last ? null : own.next(node))
      if (own.isElement(node)) added(node);
    // What comes in may part the texts around it.
    const before = own.previous(first);
    if (before && isPassage(before)) dirty(before, before);
    yield;
  }
  for (const node of parted) {
    if (node.isConnected && (isPassage(node) || touches(node))) dirty(node, node);
    yield;
  }
}
