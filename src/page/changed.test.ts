// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { sumUp } from "./changed.ts";

let list: Element;
beforeEach(() => {
  list = document.createElement("ul");
  document.body.replaceChildren(list);
});

const item = (text: string): Element => {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
};

/** What the observer would say, with only the fields that count. */
const record = (added: readonly Node[], removed: readonly Node[] = [], previousSibling: Node | null = null) =>
  ({ target: list, addedNodes: added, removedNodes: removed, previousSibling }) as unknown as MutationRecord;

const told = (records: readonly MutationRecord[]): string[] =>
  sumUp(records, true).runs.map(([first, last]) => `${first.textContent}–${last.textContent}`);

test("neighbours that came in one after the other are one run", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map(item) as [Element, Element, Element, Element];
  list.append(item("old"), a, b, item("older"), c, d);
  expect(told([record([a]), record([b]), record([c, d])])).toEqual(["c–d", "a–b"]);
});

test("what came in and went again is not told of", () => {
  const [a, b] = ["a", "b"].map(item) as [Element, Element];
  list.append(item("old"), b);
  expect(sumUp([record([a]), record([], [a]), record([b])], true).runs).toEqual([[b, b]]);
});

test("of a list drawn anew again and again only the last drawing is asked", () => {
  const drawings = Array.from({ length: 5 }, () => ["a", "b", "c"].map(item));
  list.append(...(drawings.at(-1) ?? []));
  const records = drawings.map((drawn, at) => record(drawn, drawings[at - 1] ?? []));
  const asked: number[] = [];
  for (const [at, { addedNodes }] of records.entries())
    Object.defineProperty(records[at], "addedNodes", {
      value: new Proxy(addedNodes, {
        get(nodes, key) {
          if (key === "0") asked.push(at);
          return Reflect.get(nodes, key);
        },
      }),
    });
  expect(told(records)).toEqual(["a–c"]);
  expect(asked).toEqual([drawings.length - 1]);
});

test("a node that moved within its parent is told of where it stands now", () => {
  const [a, b, c] = ["a", "b", "c"].map(item) as [Element, Element, Element];
  list.append(a, b, c);
  expect(told([record([], [c]), record([c])])).toEqual(["c–c"]);
});

test("the node behind which something was taken out is told of while it is there", () => {
  const [a, b] = ["a", "b"].map(item) as [Element, Element];
  list.append(a);
  expect([...sumUp([record([], [b], a)], true).parted]).toEqual([a]);
  a.remove();
  expect(sumUp([record([], [b], a)], true).parted.size).toBe(0);
});

test("nothing is told of a parent that left the page itself", () => {
  const a = item("a");
  list.append(a);
  list.remove();
  expect(told([record([a])])).toEqual([]);
});
