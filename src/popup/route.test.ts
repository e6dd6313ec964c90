import { expect, test } from "vitest";
import { routeOf } from "./route.ts";

test.each([
  ["", { view: "popup" }],
  ["#/entry/qwen", { view: "entry", id: "qwen" }],
  ["#/entry/", { view: "popup" }],
  ["#/search/sovereign%20ai", { view: "search", query: "sovereign ai" }],
  ["#/search/", { view: "search", query: "" }],
  ["#/search/50%", { view: "search", query: "50%" }],
  ["#/kept/3", { view: "kept", at: 3 }],
  ["#/kept/qwen", { view: "popup" }],
  ["#/elsewhere/x", { view: "popup" }],
] as const)("%s leads to %j", (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});
