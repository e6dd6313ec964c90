import { expect, test } from "vitest";
import { typedSite } from "./typed-site.ts";

test.each([
  ["example.com", "example.com"],
  ["  Example.COM ", "example.com"],
  ["https://www.example.com/path?x#y", "example.com"],
  ["http://blog.example.co.uk:8080/", "blog.example.co.uk"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["[::1]", "[::1]"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["www.com", "www.com"],
  ["file:///home/x.html", "file://"],
])("%s is listed as %s", (typed, site) => {
  expect(typedSite(typed)).toBe(site);
});

test.each([
  "",
  "   ",
  "not a site",
  "ftp://example.com",
  "javascript:alert(1)",
  "exa mple.com",
  "-x.com",
  "a..b",
  "<b>",
  "x".repeat(400),
])("%s is no site", (typed) => {
  expect(typedSite(typed)).toBeNull();
});
