import { expect, test } from "vitest";
import { muteChoices, muteKey, withoutMute } from "./mute.ts";

const keys = (alias: string | null, site: string | null) => muteChoices("qwen", alias, site).map(muteKey);

test("with alias and site there are four choices, from narrow to wide", () => {
  expect(keys("Qwen", "a.org")).toEqual([
    "card_mute_here",
    "card_mute_site",
    "card_mute_alias",
    "card_mute_everywhere",
  ]);
});
test("without a site or an alias nothing is offered twice", () => {
  expect(keys("Qwen", null)).toEqual(["card_mute_alias", "card_mute_everywhere"]);
  expect(keys(null, "a.org")).toEqual(["card_mute_site", "card_mute_everywhere"]);
  expect(keys(null, null)).toEqual(["card_mute_everywhere"]);
});
test("taking one back leaves the others", () => {
  const [here, site] = muteChoices("qwen", "Qwen", "a.org");
  expect(withoutMute([here!, site!], { ...here! })).toEqual([site]);
});
