import { expect, test, vi } from "vitest";
import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import { askAhead } from "./ask-ahead.ts";

const asking = () => {
  const heard = vi.fn(async (kind: string, input: unknown) => `${kind} ${JSON.stringify(input)}`);
  return { heard, ask: heard as unknown as Ask<Requests> };
};

test("the first who asks gets what was asked before; the next asks anew", async () => {
  const { heard, ask } = asking();
  const ahead = askAhead(ask, "entry.get", { id: "qwen" });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(await ahead("entry.get", { id: "qwen" })).toBe('entry.get {"id":"qwen"}');
  expect(heard).toHaveBeenCalledTimes(1);
  await ahead("entry.get", { id: "qwen" });
  expect(heard).toHaveBeenCalledTimes(2);
});

test("other questions, and the same about something else, are asked as ever", async () => {
  const { heard, ask } = asking();
  const ahead = askAhead(ask, "entry.get", { id: "qwen" });
  expect(await ahead("entry.get", { id: "openai" })).toBe('entry.get {"id":"openai"}');
  expect(await ahead("search.index", null)).toBe("search.index null");
  expect(heard).toHaveBeenCalledTimes(3);
});

test("a failure is told to who asks", async () => {
  const ahead = askAhead((() => Promise.reject(new Error("gone"))) as never, "search.index", null);
  await Promise.resolve();
  await expect(ahead("search.index", null)).rejects.toThrow("gone");
});
