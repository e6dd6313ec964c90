import type { Keys } from "../core/keys.ts";
import { BORDER, BREAK } from "../core/mention.ts";
import { spelledIn } from "../core/spelled-in.ts";
import type { Changed } from "./changed.ts";
import { CHUNK } from "./collect.ts";
import { around, NEAR, textEnds } from "./edges.ts";
import { own } from "./own.ts";
import { mayHoldShadows } from "./shadows.ts";
import type { Table } from "./table.ts";

export interface LookDeps {
  readonly keys: Keys;
  /** What the page has introduced as short for a name. */
  readonly letters: readonly string[];
  readonly table: Table;
  /** The flows of these siblings, first and last, are to be read again. */
  dirty(first: Node, last: Node): void;
  /** An element came in that may carry a shadow root, or hold one that does. */
  added(element: Element): void;
}

/** What changed → what is to be read again. Yields after each unit of work. */
export function* look(
  { texts, runs, parted }: Changed,
  { keys, letters, table, dirty, added }: LookDeps,
): Generator<void> {
  const isPassage = (node: Node): boolean => {
    const ends = textEnds(node, node);
    return ends !== null && table.of(ends[1]) !== undefined;
  };
  /** Whether these hold a mention or touch one, their letters decide. */
  const doubtful: Node[] = [];

  for (const text of texts) {
    yield;
    if (!text.isConnected) continue;
    if (table.of(text)) dirty(text, text);
    else doubtful.push(text);
  }
  for (const [first, last] of runs) {
    dirty(first, last);
    for (let node: Node | null = first; node; node = node === last ? null : own.next(node))
      if (own.isElement(node) && mayHoldShadows(node)) added(node);
    // What comes in may part the texts around it.
    const before = own.previous(first);
    if (before && isPassage(before)) dirty(before, before);
    yield;
  }
  for (const node of parted) {
    if (!node.isConnected) continue;
    if (isPassage(node)) dirty(node, node);
    else doubtful.push(node);
    yield;
  }

  // All are put to the gates at once: a hundred clocks may tick.
  for (let next = 0; next < doubtful.length; ) {
    const asked: Node[] = [];
    const starts: number[] = [];
    let all = "";
    for (; next < doubtful.length && all.length < CHUNK; next++) {
      const node = doubtful[next] as Node;
      asked.push(node);
      starts.push(all.length);
      all += `${lineAt(node)}${BREAK}`;
      yield;
    }
    for (const at of yield* spelledIn(keys, all, starts, letters))
      dirty(asked[at] as Node, asked[at] as Node);
  }
}

/** The end of a node's text, with what stands around it. */
function lineAt(node: Node): string {
  const [before, after] = around(node);
  const text = own.isText(node) ? node.data : (own.text(node) ?? "").slice(-NEAR);
  return `${before}${BORDER}${text}${BORDER}${after}`;
}
