import { parentElementOf, TEXTS } from "./composed.ts";
import { own } from "./own.ts";
import type { Passage } from "./passage.ts";

/** Text nodes looked at: what holds more is no redrawn list but another page, and is read in its time. */
const MOST = 400;

/**
 * Passages that left the page, found again in what came in: apps throw a subtree away and build the same one, and the
 * marks in it would be gone until the next round, blinking with each redraw. Only text is compared; whether it
 * still counts as page text is for the round to say.
 *
 * @returns old passage → the same in its new nodes
 */
export function transplant(lost: readonly Passage[], added: Iterable<Node>): ReadonlyMap<Passage, Passage> {
  const byText = new Map<string, Passage[]>();
  for (const passage of lost) {
    const first = passage.nodes[0]?.data ?? "";
    byText.set(first, [...(byText.get(first) ?? []), passage]);
  }
  const found = new Map<Passage, Passage>();
  let seen = 0;
  for (const root of added) {
    if (!root.isConnected || byText.size === 0) continue;
    const walker = document.createTreeWalker(root, TEXTS);
    for (let node = own.isText(root) ? root : walker.nextNode(); node; node = walker.nextNode()) {
      if (++seen > MOST) return found;
      const waiting = byText.get((node as Text).data);
      const passage = waiting?.find((one) => !found.has(one));
      if (!passage) continue;
      const again = inPlaceOf(passage, node as Text);
      if (again) found.set(passage, again);
    }
  }
  return found;
}

function inPlaceOf(passage: Passage, first: Text): Passage | null {
  const root = own.root(first);
  if (root !== passage.root) return null;
  const nodes = [first];
  const walker = document.createTreeWalker(root, TEXTS);
  walker.currentNode = first;
  for (const { data } of passage.nodes.slice(1)) {
    let next = walker.nextNode() as Text | null;
    while (next && next.data !== data && next.data.trim() === "") next = walker.nextNode() as Text | null;
    if (next?.data !== data) return null;
    nodes.push(next);
  }
  const block = blockLike(passage, first);
  return block && { ...passage, nodes, block };
}

/** As many steps up as the old block was, and of the same name. */
function blockLike({ block, nodes }: Passage, first: Text): Element | null {
  let before = nodes[0] ? parentElementOf(nodes[0]) : null;
  let now = parentElementOf(first);
  while (before && before !== block && now) {
    before = parentElementOf(before);
    now = parentElementOf(now);
  }
  // Where the block itself stayed, the way up from the old nodes ends below it.
  if (!before) return own.contains(block, first) ? block : null;
  return now && own.name(now) === own.name(block) ? now : null;
}
