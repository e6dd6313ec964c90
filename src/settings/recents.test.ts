import { expect, test } from "vitest";
import { fakeBox } from "../../test/fakes/box.ts";
import { eraseRecents, noteRecent, readRecents } from "./recents.ts";

test("the last eight look-ups stay, newest first, each once", async () => {
  const box = fakeBox();
  for (const id of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "c"]) await noteRecent(box, id);
  expect(await readRecents(box)).toEqual(["c", "i", "h", "g", "f", "e", "d", "b"]);
});

test("erased means gone from the storage", async () => {
  const box = fakeBox();
  await noteRecent(box, "a");
  await eraseRecents(box);
  expect(box.held.size).toBe(0);
  expect(await readRecents(box)).toEqual([]);
});

test.each([[null], ["qwen"], [{ 0: "qwen" }], [[1, null, "qwen"]]])(
  "stored junk reads as far as it fits: %j",
  async (junk) => {
    const expected = Array.isArray(junk) ? ["qwen"] : [];
    expect(await readRecents(fakeBox({ recents: junk }))).toEqual(expected);
  },
);
