import { expect, test } from "vitest";
import { isSnoozed, type Moment, pausedBy, type SiteRules, switchSite } from "./sites.ts";

const rules = (more: Partial<SiteRules> = {}): SiteRules => ({
  everywhere: true,
  siteMode: "except",
  pausedSites: [],
  chosenSites: [],
  ...more,
});
const news = { host: "www.news.example", site: "news.example" };
const blog = { host: "blog.news.example", site: "news.example" };
const nowhere = { host: null, site: null };
const calm: Moment = { snooze: null, privateSites: {}, now: 1000 };

test("nothing is paused by default, not even a page without a site", () => {
  expect(pausedBy(rules(), news, calm)).toBe(false);
  expect(pausedBy(rules(), nowhere, calm)).toBe(false);
});

test("the switch for all sites is the strongest", () => {
  const off = rules({ everywhere: false, siteMode: "only", chosenSites: ["news.example"] });
  expect(pausedBy(off, news, calm)).toBe("everywhere");
});

test("a listed domain speaks for all its hosts, a listed host for itself alone", () => {
  expect(pausedBy(rules({ pausedSites: ["news.example"] }), blog, calm)).toBe("site");
  expect(pausedBy(rules({ pausedSites: ["blog.news.example"] }), blog, calm)).toBe("site");
  expect(pausedBy(rules({ pausedSites: ["blog.news.example"] }), news, calm)).toBe(false);
  expect(pausedBy(rules({ pausedSites: ["ws.example", "ews.example"] }), news, calm)).toBe(false);
  expect(pausedBy(rules({ pausedSites: ["News.Example"] }), news, calm)).toBe("site");
});

test("with “only”, all is paused but what was chosen", () => {
  const only = rules({
    siteMode: "only",
    chosenSites: ["blog.news.example"],
    pausedSites: ["blog.news.example"],
  });
  expect(pausedBy(only, blog, calm)).toBe(false);
  expect(pausedBy(only, news, calm)).toBe("site");
  expect(pausedBy(only, nowhere, calm)).toBe("site");
});

test("a snooze ends at its time, or with the page", () => {
  expect(isSnoozed({ until: 1001 }, 1000)).toBe(true);
  expect(isSnoozed({ until: 1000 }, 1000)).toBe(false);
  expect(isSnoozed({ until: "navigation" }, 1e15)).toBe(true);
  expect(pausedBy(rules(), news, { ...calm, snooze: { until: 2000 } })).toBe("snooze");
  expect(pausedBy(rules(), news, { ...calm, snooze: { until: 500 } })).toBe(false);
});

test("what a private window decided is stronger than the lists, and only for sites it named", () => {
  const listed = rules({ pausedSites: ["news.example"] });
  expect(pausedBy(listed, news, { ...calm, privateSites: { "news.example": false } })).toBe(false);
  expect(pausedBy(rules(), news, { ...calm, privateSites: { "news.example": true } })).toBe("site");
  expect(pausedBy(rules(), { host: "constructor", site: "constructor" }, calm)).toBe(false);
});

test("switching a site off lists its domain once; on again takes domain and host away", () => {
  const off = switchSite(rules({ pausedSites: ["blog.news.example", "other.example"] }), blog, true);
  expect(off).toEqual({ pausedSites: ["other.example", "news.example"] });
  const on = switchSite(
    rules({ pausedSites: ["blog.news.example", "news.example", "x.example"] }),
    blog,
    false,
  );
  expect(on).toEqual({ pausedSites: ["x.example"] });
});

test("with “only”, the same switch works on the other list", () => {
  const only = rules({ siteMode: "only", chosenSites: ["news.example"] });
  expect(switchSite(only, blog, true)).toEqual({ chosenSites: [] });
  expect(switchSite(rules({ siteMode: "only" }), blog, false)).toEqual({ chosenSites: ["news.example"] });
});

test("a page without a site cannot be switched", () => {
  expect(switchSite(rules(), nowhere, true)).toBeNull();
});

test("after the switch the site is as asked, in both modes, from any lists", () => {
  const lists = [[], ["news.example"], ["blog.news.example"], ["blog.news.example", "news.example"]];
  for (const siteMode of ["except", "only"] as const)
    for (const pausedSites of lists)
      for (const chosenSites of lists)
        for (const paused of [true, false]) {
          const before = rules({ siteMode, pausedSites, chosenSites });
          const after = { ...before, ...switchSite(before, blog, paused) };
          expect(pausedBy(after, blog, calm)).toBe(paused ? "site" : false);
        }
});
