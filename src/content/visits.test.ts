// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Ask } from "../messages/channel.ts";
import type { FrameLeave, Requests } from "../messages/contract.ts";
import { parse } from "../settings/schema.ts";
import type { Visit, VisitDeps } from "./visit.ts";
import { createVisits } from "./visits.ts";

const LEAVE: FrameLeave = { paused: false, site: "news.test", incognito: false, own: {} };

/** A page whose background answers when it is told to, in any order. */
function open() {
  const life = new AbortController();
  let settings = parse(null);
  const answers: ((leave: FrameLeave) => void)[] = [];
  const running = new Set<VisitDeps>();
  const allowed: FrameLeave[] = [];
  const visit = { allowed: (leave: FrameLeave) => allowed.push(leave), retaste() {}, relook() {} };
  const onError = (error: unknown) => {
    throw error;
  };
  const visits = createVisits(
    {
      keys: () => {
        throw new Error("nothing is read here");
      },
      settings: () => settings,
      ask: (() => new Promise((resolve) => answers.push(resolve))) as unknown as Ask<Requests>,
      isPrivate: false,
      start: (deps, signal) => {
        running.add(deps);
        signal.addEventListener("abort", () => running.delete(deps));
        return visit as unknown as Visit;
      },
      isAlive: () => true,
      onError,
    },
    life.signal,
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    running,
    allowed,
    begin: () => visits.reconsider(),
    foundFirst: () => [...running][0]?.foundFirst(),
    changed(change: Partial<typeof settings> = {}) {
      settings = { ...settings, ...change };
      visits.reconsider().catch(onError);
      return settle();
    },
    /** The question of this number, the first one being 0, is answered. */
    answer(question: number, leave: Partial<FrameLeave> = {}) {
      answers[question]?.({ ...LEAVE, ...leave });
      return settle();
    },
  };
}

test("a page is read before the background is asked, which is when something was found", async () => {
  const page = open();
  await page.begin();
  expect(page.running.size).toBe(1);
  page.foundFirst();
  await page.answer(0);
  expect(page.allowed).toEqual([LEAVE]);
});

test("a paused site ends what was begun", async () => {
  const page = open();
  await page.begin();
  page.foundFirst();
  await page.answer(0, { paused: true });
  expect(page.running.size).toBe(0);
});

test("a site that is paused while the first question is on its way is paused", async () => {
  const page = open();
  await page.begin();
  page.foundFirst();
  await page.changed();
  await page.answer(0);
  await page.answer(1, { paused: true });
  expect(page.running.size).toBe(0);
  expect(page.allowed).toEqual([]);
});

test("an answer that was overtaken by a later one neither ends nor begins anything", async () => {
  const page = open();
  await page.begin();
  page.foundFirst();
  await page.answer(0);

  await page.changed();
  await page.changed();
  await page.answer(2, { paused: true });
  await page.answer(1);
  expect(page.running.size).toBe(0);

  await page.changed();
  await page.changed();
  await page.answer(4);
  await page.answer(3, { paused: true });
  expect(page.running.size).toBe(1);
});

test("a switch for all sites needs no question", async () => {
  const page = open();
  await page.begin();
  await page.changed({ everywhere: false });
  expect(page.running.size).toBe(0);
  await page.changed({ everywhere: true });
  expect(page.running.size).toBe(1);
});
