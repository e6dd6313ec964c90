import { expect, test } from "vitest";
import { fakeExtension } from "../../test/fakes/extension.ts";
import { recentsHandlers } from "./recents.ts";

test("look-ups noted at the same time are all kept, the last one first", async () => {
  const { deps, local } = fakeExtension({ rows: [] });
  const note = recentsHandlers(deps)["recents.note"];
  await Promise.all(["qwen", "openai", "qwen", "deepseek"].map((id) => note({ id }, {})));
  expect(local.held.get("recents")).toEqual(["deepseek", "qwen", "openai"]);
});

test("a full disk rejects and keeps what was there", async () => {
  const { deps, local } = fakeExtension({ rows: [] });
  const note = recentsHandlers(deps)["recents.note"];
  await note({ id: "qwen" }, {});
  local.fill();
  await expect(note({ id: "openai" }, {})).rejects.toThrow("quota");
  expect(local.held.get("recents")).toEqual(["qwen"]);
});

test("what is erased while it is being noted stays erased", async () => {
  const { deps, local } = fakeExtension({ rows: [] });
  const handlers = recentsHandlers(deps);
  await Promise.all([handlers["recents.note"]({ id: "qwen" }, {}), handlers["recents.erase"](null, {})]);
  expect(local.held.has("recents")).toBe(false);
});
