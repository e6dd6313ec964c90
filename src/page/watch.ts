import type { Root } from "./composed.ts";
import { tailBefore } from "./edges.ts";
import { SKIP_ATTRIBUTES } from "./skip.ts";

/** What a change asks for. */
export interface Changes {
  /** Text that is new or differs and may hold a candidate. */
  dirty(node: Node): void;
  /** A node that holds a mention has new text: its ranges must not be painted again. */
  stale(node: Text): void;
  /** Something was taken out of the page. */
  removed(): void;
  /** Text below may have come into reach or left it. */
  reach(element: Element): void;
  /** An element came in: it may carry a shadow root. */
  added(element: Element): void;
}

export interface Watch {
  observe(root: Root): void;
}

/**
 * Hear of changes, at next to no cost where they hold nothing for us: a native look at the changed text comes
 * before any walk (MutationObserver itself costs 0.01–0.3 µs a record).
 *
 * @param mayHold the lexicon's gate: may this text begin a candidate?
 * @param holds whether a text node is part of a passage
 */
export function createWatch(
  mayHold: (text: string) => boolean,
  holds: (node: Text) => boolean,
  changes: Changes,
  signal: AbortSignal,
): Watch {
  /** Nodes before which nothing stands that could begin a term: there the gate on their own text is enough. */
  let calm = new WeakSet<Node>();

  const asksForWork = (node: Node, text: string): boolean => {
    if (mayHold(text)) return true;
    if (calm.has(node)) return false;
    const tail = tailBefore(node);
    if (tail !== "" && mayHold(tail)) return true;
    calm.add(node);
    return false;
  };

  const observer = new MutationObserver((records) => {
    let removed = false;
    let moved = false;
    for (const { type, target, addedNodes, removedNodes, previousSibling } of records) {
      if (type === "characterData") {
        const text = target as Text;
        if (holds(text)) {
          changes.stale(text);
          changes.dirty(text);
        } else if (asksForWork(text, text.data)) changes.dirty(text);
      } else if (type === "attributes") changes.reach(target as Element);
      else {
        for (const node of addedNodes) {
          if (node.nodeType === Node.ELEMENT_NODE) changes.added(node as Element);
          else if (node.nodeType !== Node.TEXT_NODE) continue;
          // What comes in may part or join the texts around it, too.
          if (asksForWork(node, node.textContent ?? "")) changes.dirty(node);
        }
        moved ||= addedNodes.length > 0 || removedNodes.length > 0;
        if (removedNodes.length === 0) continue;
        removed = true;
        if (previousSibling) {
          const tail = (previousSibling.textContent ?? "").slice(-80);
          if (mayHold(tail)) changes.dirty(previousSibling);
        }
      }
    }
    if (moved) calm = new WeakSet();
    if (removed) changes.removed();
  });
  signal.addEventListener("abort", () => observer.disconnect());

  return {
    observe(root) {
      if (signal.aborted) return;
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: [...SKIP_ATTRIBUTES],
      });
    },
  };
}
