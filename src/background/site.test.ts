import { expect, test } from "vitest";
import { placeOf } from "./site.ts";

test.each([
  ["https://www.news.example.com/a?b#c", "www.news.example.com", "example.com"],
  ["https://www.bbc.co.uk/news", "www.bbc.co.uk", "bbc.co.uk"],
  ["https://ada.github.io/notes", "ada.github.io", "ada.github.io"],
  ["https://github.io/", "github.io", "github.io"],
  ["https://co.uk/", "co.uk", "co.uk"],
  ["http://localhost:8080/x", "localhost", "localhost"],
  ["http://127.0.0.1:3000/", "127.0.0.1", "127.0.0.1"],
  ["http://[::1]:3000/", "::1", "::1"],
  ["http://intranet/page", "intranet", "intranet"],
  ["https://EXAMPLE.Com./", "example.com", "example.com"],
  ["https://user:secret@example.org:8443/", "example.org", "example.org"],
  ["https://bücher.example/", "xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["https://中国政府.政务.cn/", "xn--fiqs8sirgfmh.xn--zfr164b.cn", "xn--zfr164b.cn"],
])("%s is host %s of site %s", (url, host, site) => {
  expect(placeOf(new URL(url).href)).toEqual({ host, site });
});

test("local files are one place together", () => {
  expect(placeOf("file:///home/ada/page.html")).toEqual({ host: null, site: "file://" });
});

test.each([
  undefined,
  "",
  "about:blank",
  "chrome://settings/",
  "data:text/html,hi",
  "blob:https://example.com/1",
  "javascript:alert(1)",
  "https://",
])("%s belongs to no site", (url) => {
  expect(placeOf(url)).toEqual({ host: null, site: null });
});
