import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { createPageMatcher, type FoundInPage, type SentFlow } from "./page-matcher.ts";

const lexicon = compile([
  { id: "openai", kind: "organisation", name: "OpenAI", aliases: [{ text: "OpenAI" }] },
  {
    id: "jason-kwon",
    kind: "person",
    name: "Jason Kwon",
    aliases: [{ text: "Jason Kwon" }, { text: "Kwon", surname: true }],
  },
  {
    id: "curve",
    kind: "event",
    name: "The Curve",
    aliases: [{ text: "Curve", case: "capital", cues: ["Berkeley"] }],
  },
]);
const flow = (id: number, text: string, hidden: SentFlow["hidden"] = []): SentFlow => ({
  id,
  text,
  lang: "en",
  hidden,
});
const about = { title: "", lang: "en" };
const brief = ({ found }: FoundInPage) =>
  found.map(([id, mentions]) => [id, ...mentions.map(({ entry }) => entry)]);

test("every flow is answered once, then only where its mentions have changed", () => {
  const matcher = createPageMatcher(lexicon);
  const first = { ...about, flows: [flow(1, "Jason Kwon"), flow(2, "Kwon said")], order: [1, 2] };
  expect(brief(matcher.match(first))).toEqual([
    [1, "jason-kwon"],
    [2, "jason-kwon"],
  ]);
  expect(brief(matcher.match({ ...about, flows: [], order: [1, 2] }))).toEqual([]);
  expect(brief(matcher.match({ ...about, flows: [], order: [2, 1] }))).toEqual([[2]]);
});

test("a flow whose candidates mean nothing here is answered with no mentions", () => {
  const answer = createPageMatcher(lexicon).match({
    ...about,
    flows: [flow(1, "The yield Curve")],
    order: [1],
  });
  expect([answer.empty, brief(answer)]).toEqual([[], [[1]]]);
});

test("flows without a candidate are named, and forgotten", () => {
  const matcher = createPageMatcher(lexicon);
  expect(
    matcher.match({ ...about, flows: [flow(1, "OpenAIs"), flow(2, "OpenAI")], order: [1, 2] }).empty,
  ).toEqual([1]);
  expect(matcher.match({ ...about, flows: [], order: [1, 2] })).toEqual({
    missing: [1],
    empty: [],
    introduced: [],
    found: [],
  });
});

test("what was never sent, or has left the page since, is asked for before anything is answered", () => {
  const matcher = createPageMatcher(lexicon);
  expect(matcher.match({ ...about, flows: [flow(2, "OpenAI")], order: [1, 2] })).toEqual({
    missing: [1],
    empty: [],
    introduced: [],
    found: [],
  });
  expect(brief(matcher.match({ ...about, flows: [flow(1, "OpenAI")], order: [1, 2] }))).toHaveLength(2);
  matcher.match({ ...about, flows: [], order: [2] });
  expect(matcher.match({ ...about, flows: [], order: [2, 1] }).missing).toEqual([1]);
});

test("flows can be sent ahead of their order", () => {
  const matcher = createPageMatcher(lexicon);
  expect(matcher.match({ ...about, flows: [flow(1, "OpenAI")], order: null }).found).toEqual([]);
  expect(brief(matcher.match({ ...about, flows: [], order: [1] }))).toEqual([[1, "openai"]]);
});

test("hidden stretches are read and never mentioned", () => {
  const text = "OpenAI calls OpenAI";
  const answer = createPageMatcher(lexicon).match({ ...about, flows: [flow(1, text, [[0, 6]])], order: [1] });
  expect(answer.found[0]?.[1].map(({ start }) => start)).toEqual([13]);
});

test("letters that the page introduces are named, and flows that hold nothing else are kept for them", () => {
  const flows = [
    flow(1, "OPNA fell"),
    flow(2, "OpenAI (OPNA) rose"),
    flow(3, "OPNA and OPNAs"),
    flow(4, "none"),
  ];
  const matcher = createPageMatcher(lexicon);
  const answer = matcher.match({ ...about, flows, order: [1, 2, 3, 4] });
  expect([answer.introduced, answer.empty, brief(answer)]).toEqual([
    ["OPNA"],
    [4],
    [[1], [2, "openai", "openai"], [3, "openai"]],
  ]);
  expect(matcher.match({ ...about, flows: [], order: [1, 2] }).introduced).toEqual(["OPNA"]);
  const without = matcher.match({ ...about, flows: [flow(2, "OpenAI rose")], order: [1, 2] });
  expect([without.introduced, without.empty]).toEqual([[], [1]]);
});

test("introduced letters in hidden stretches are no mention", () => {
  const text = "OpenAI (OPNA): OPNA, OPNA";
  const answer = createPageMatcher(lexicon).match({
    ...about,
    flows: [flow(1, text, [[15, 19]])],
    order: [1],
  });
  expect(answer.found[0]?.[1].map(({ start }) => start)).toEqual([0, 8, 21]);
});

test("whatever came and went before, the page means what it means when read afresh", () => {
  const texts = [
    "Jason Kwon spoke",
    "Kwon left",
    "Andrew Kwon came",
    "OpenAI",
    "Curve in Berkeley",
    "nothing",
    "OpenAI (NASDAQ: OPN) rose",
    "OPN fell",
  ];
  const step = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (orders) => {
      const matcher = createPageMatcher(lexicon);
      const heard = new Map<number, string>();
      const textOf = (id: number): string => texts[id % texts.length] as string;
      const seen = (mentions: readonly { entry: string; start: number }[]): string =>
        mentions.map(({ entry, start }) => `${entry}@${start}`).join();
      for (const order of orders) {
        let flows: SentFlow[] = [];
        for (let tries = 0; ; tries++) {
          const answer = matcher.match({ ...about, flows, order });
          for (const [id, mentions] of answer.found) heard.set(id, seen(mentions));
          for (const id of answer.empty) heard.set(id, "");
          if (answer.missing.length === 0) break;
          expect(tries).toBe(0);
          flows = answer.missing.map((id) => flow(id, textOf(id)));
        }
        const fresh = createPageMatcher(lexicon).match({
          ...about,
          flows: order.map((id) => flow(id, textOf(id))),
          order,
        });
        const all = new Map(order.map((id) => [id, ""]));
        for (const [id, mentions] of fresh.found) all.set(id, seen(mentions));
        expect(order.map((id) => heard.get(id))).toEqual([...all.values()]);
      }
    }),
  );
});
