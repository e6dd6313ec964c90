// @vitest-environment happy-dom
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { content, event, fact, figure, quote, source, tie } from "../../test/fakes/card-content.ts";
import { fakeWords } from "../../test/fakes/words.ts";
import { Card } from "./Card.tsx";
import type { CardProps } from "./card-props.ts";
import { deep } from "./deep.ts";
import { SpeechProvider, speech } from "./words-context.ts";

let shadow: ShadowRoot;
beforeEach(() => {
  const host = document.createElement("div");
  document.body.replaceChildren(host);
  shadow = host.attachShadow({ mode: "open" });
});

const draw = (node: ComponentChild) => act(() => render(node, shadow));
const onOpen = vi.fn();
const onDepth = vi.fn();
const usual: CardProps = {
  content: content(),
  depth: "everything",
  deep,
  mention: null,
  published: null,
  here: [],
  titleId: "title",
  onDepth,
  onOpen,
};
const show = (more: Partial<CardProps> = {}) =>
  draw(
    <SpeechProvider value={speech(fakeWords())}>
      <Card {...usual} {...more} />
    </SpeechProvider>,
  );
const text = (selector = "article") => shadow.querySelector(selector)?.textContent ?? "";
const all = (selector: string) => [...shadow.querySelectorAll<HTMLElement>(selector)];
const headings = () => all("h3").map((each) => each.textContent);
const button = (name: string) =>
  all("button").find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name);

describe("what stands on a card", () => {
  test("name, kind and line come first, the summary with its date after them", async () => {
    await show();
    expect(text("h2")).toBe("Qwen");
    expect(text(".kind")).toBe("Model");
    expect(text(".line")).toBe("Family of models by Alibaba");
    expect(text(".summary")).toContain("published since 2023.");
    expect(text(".body")).toContain("As of Jan 13, 2026");
  });

  test("everything comes in the order of the design", async () => {
    await show({
      content: content({
        entry: {
          figures: [figure("a", 1, "GW")],
          facts: [fact("It was announced.")],
          events: [event("2024")],
          differences: [
            { claim: { text: "5 GW", sources: ["one"] }, record: { text: "1 GW", sources: ["two"] } },
          ],
        },
        quotes: [quote("q")],
        ties: [tie("alibaba")],
      }),
    });
    expect(headings()).toEqual([
      "Figures",
      "Quotes",
      "Where accounts differ",
      "Facts",
      "Timeline",
      "Related",
      "Sources",
    ]);
  });

  test("an entry with nothing but a definition shows no empty heading", async () => {
    await show({ content: content({ entry: { sources: [], editorial: true }, sources: [] }) });
    expect(headings()).toEqual([]);
    expect(text(".body")).toContain("Definition by the editors");
  });

  test("the pack and its age are named", async () => {
    await show();
    expect(text()).toContain("Test pack, revision 7, updated Feb 2026");
  });
});

describe("quotes", () => {
  test("carry speaker, role, occasion, date, section and how faithful they are", async () => {
    const sources = [source("one", { sections: { "I.B": "Talks" } })];
    await show({ content: content({ quotes: [quote("q", { section: "I.B" })], sources }) });
    const said = text(".quote");
    for (const part of ["“words of q”", "Ada Speaker", "chief of speaking", "a conference", "Oct 2025"]) {
      expect(said).toContain(part);
    }
    expect(said).toContain("Section I.B, Talks");
    expect(said).toContain("the published original differs");
    expect(said).toContain("Two words differ.");
  });

  test("one that was never compared says so", async () => {
    await show({ content: content({ quotes: [quote("q", { wording: "not-compared" })] }) });
    expect(text(".quote")).toContain("not compared with an original");
  });

  test("one that can be compared leads there", async () => {
    await show({ content: content({ quotes: [quote("q", { compare: "https://paper.example/x" })] }) });
    const link = all(".wording a")[0] as HTMLAnchorElement;
    expect(link.href).toBe("https://paper.example/x");
    expect(link.rel).toBe("noopener noreferrer");
  });

  test("the speaker's entry opens in place", async () => {
    await show({ content: content({ quotes: [quote("q", { speakerId: "ada" })] }) });
    button("Ada Speaker")?.click();
    expect(onOpen).toHaveBeenCalledWith("ada");
  });
});

describe("sources", () => {
  test("every claim carries the numbers of its sources, and a number leads to its source", async () => {
    await show({
      content: content({ entry: { facts: [fact("It happened.", { sources: ["three", "two"] })] } }),
    });
    const numbers = all(".facts .ref").map((each) => each.textContent);
    expect(numbers).toEqual(["2", "3"]);
    all(".facts .ref")[1]?.click();
    expect(shadow.activeElement?.getAttribute("data-source")).toBe("3");
    expect(shadow.activeElement?.textContent).toContain("Title of three");
  });

  test("a number is named by its source for those who cannot see where it leads", async () => {
    await show();
    expect(button("Source 1: Title of one")).toBeDefined();
  });

  test("a source without a title shows its host, one without an address its id; neither is guessed", async () => {
    const bare = [source("one", { title: null }), source("two", { title: null, url: null, date: null })];
    await show({ content: content({ sources: bare, entry: { sources: ["one", "two"] } }) });
    const [first, second] = all(".sources li").map((each) => each.textContent);
    expect(first).toContain("one.example");
    expect(second).toContain("two");
    expect(second).toContain("no date seen");
    expect(all(".sources li:last-child a")).toEqual([]);
  });

  test("offline, the links say that they need a connection", async () => {
    await show();
    expect(text(".body")).not.toContain("offline");
    vi.stubGlobal("navigator", { onLine: false });
    await show({ titleId: "again" });
    expect(text(".body")).toContain("You are offline");
    vi.unstubAllGlobals();
  });

  test("a paragraph lists only what it cites, under the same numbers", async () => {
    const facts = ["one", "one", "three"].map((id, at) => fact(`fact ${at}`, { sources: [id] }));
    await show({ depth: "paragraph", content: content({ entry: { facts, sources: ["two"] } }) });
    expect(all(".sources li").map((each) => each.getAttribute("data-source"))).toEqual(["1", "2"]);
  });

  test("an address that is not of the web is no link", async () => {
    await show({ content: content({ sources: [source("one", { url: "javascript:alert(1)" })] }) });
    expect(all("a")).toEqual([]);
  });
});

describe("before and after the page's own date", () => {
  const facts = [
    fact("known", { date: "2025-05" }),
    fact("same month", { date: "2025-06" }),
    fact("later", { date: "2025-07" }),
  ];
  test("facts are told apart, and a date that may lie before the page counts as known", async () => {
    await show({ published: "2025-06-10", content: content({ entry: { facts } }) });
    const lists = all("ul.facts").map((list) => list.textContent);
    expect(all("h4").map((each) => each.textContent)).toEqual([
      "When this page was published, Jun 10, 2025",
      "Since then",
    ]);
    expect(lists[0]).toContain("same month");
    expect(lists[1]).toContain("later");
    expect(lists[1]).not.toContain("known");
  });

  test("a summary and a quote of later say so", async () => {
    await show({ published: "2025-06", content: content({ quotes: [quote("q")] }) });
    expect(text(".body > .meta")).toBe("As of Jan 13, 2026later than this page");
    expect(text(".quote .meta")).toContain("later than this page");
    await show({ published: "2026-02", content: content({ quotes: [quote("q")] }) });
    expect(text(".body")).not.toContain("later than this page");
  });

  test("without a date, or with nothing later, there is one list", async () => {
    await show({ content: content({ entry: { facts } }) });
    expect(all("h4")).toEqual([]);
    await show({ published: "2026", content: content({ entry: { facts } }) });
    expect(all("h4")).toEqual([]);
  });

  test("the timeline says in words what came later", async () => {
    await show({
      published: "2024-06",
      content: content({ entry: { events: [event("2024-01"), event("2025")] } }),
    });
    const items = all(".timeline > ol > li").map((each) => each.textContent);
    expect(items[0]).not.toContain("later than this page");
    expect(items[1]).toContain("later than this page");
  });
});

describe("drawings", () => {
  test("parts of a whole have a text alternative and a table", async () => {
    const figures = [
      figure("campus", 5, "GW"),
      figure("site", 1, "GW", { of: "campus" }),
      figure("phase", 200, "MW", { of: "site" }),
    ];
    await show({ content: content({ entry: { figures } }) });
    const drawing = all("svg[role=img]")[0];
    expect(drawing?.getAttribute("aria-label")).toBe(
      "Parts of a whole, drawn to scale: 5 GW label of campus; 1 GW label of site; 200 MW label of phase",
    );
    expect(all("rect.part").map((each) => each.getAttribute("width"))).toEqual(["1000", "200", "40"]);
    expect(all("tbody tr").map((each) => each.textContent)).toContain("label of phase200 MWMay 22, 20254%");
  });

  test("figures of one unit stand on one scale, whatever their magnitude", async () => {
    const figures = [figure("a", 300, "million downloads"), figure("b", 1.5, "billion downloads")];
    await show({ content: content({ entry: { figures } }) });
    expect(all("rect.bar").map((each) => each.getAttribute("width"))).toEqual(["200", "1000"]);
  });

  test("a figure alone is set in words, with its qualifier", async () => {
    await show({
      content: content({ entry: { figures: [figure("a", 90, "actions", { qualifier: "over" })] } }),
    });
    expect(text(".amount")).toBe("over 90 actions");
    expect(all("svg")).toEqual([]);
  });

  test("the line of events is drawn from three on, with an alternative", async () => {
    const events = ["2019", "2024-05", "2025-05-22"].map((date) => event(date));
    await show({ content: content({ entry: { events } }) });
    expect(all("svg")[0]?.getAttribute("aria-label")).toBe("3 events from 2019 to May 22, 2025");
    expect(all("rect.dot")).toHaveLength(1); // a year is a stretch
    expect(all("circle.dot")).toHaveLength(2);
    const rows = all(".axis tbody tr").map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["2019", expect.any(String)],
      ["May 2024", expect.any(String)],
      ["May 22, 2025", expect.any(String)],
    ]);
  });

  test("the table of events says which came later than the page", async () => {
    const events = ["2019", "2024-05", "2025-05-22"].map((date) => event(date));
    await show({ published: "2024-10", content: content({ entry: { events } }) });
    expect(all(".axis tbody th").map((each) => each.textContent)).toEqual([
      "2019",
      "May 2024",
      "May 22, 2025 · later than this page",
    ]);
  });

  test("a table names its columns and its rows for those who hear it", async () => {
    await show({ content: content({ ties: [tie("a"), tie("b"), tie("c")] }) });
    expect(all(".graph thead th").map((each) => [each.textContent, each.getAttribute("scope")])).toEqual([
      ["What", "col"],
      ["Relation", "col"],
      ["Kind", "col"],
    ]);
    expect(all(".graph tbody tr:first-child > *").map((each) => [each.localName, each.textContent])).toEqual([
      ["th", "Name of a"],
      ["td", "operated by"],
      ["td", "Organisation"],
    ]);
    expect(all(".graph tbody th").map((each) => each.getAttribute("scope"))).toEqual(["row", "row", "row"]);
  });

  test("relations are drawn around the entry and listed in full", async () => {
    const ties = Array.from({ length: 13 }, (_, at) => tie(`t${at}`));
    await show({ content: content({ ties }) });
    expect(all(".graph .node")).toHaveLength(10);
    expect(text(".graph figcaption")).toBe("3 more in the list");
    expect(all(".ties li")).toHaveLength(13);
    expect(all(".graph tbody tr")).toHaveLength(13); // the drawing leaves three out, its table none
  });
});

describe("related entries", () => {
  test("those on the page come first, each with what ties it", async () => {
    const ties = [tie("far", { type: "owned-by", inverse: true }), tie("near")];
    await show({ here: ["near"], content: content({ ties }) });
    expect(all("h4").map((each) => each.textContent)).toEqual(["Also on this page", "Elsewhere"]);
    expect(all(".ties li").map((each) => each.textContent)).toEqual([
      "operated by Name of near line of near",
      "owns Name of far line of far",
    ]);
    button("Name of near")?.click();
    expect(onOpen).toHaveBeenCalledWith("near");
  });
});

describe("depth", () => {
  const rich = content({
    entry: { facts: Array.from({ length: 9 }, (_, at) => fact(`fact ${at}`)), events: [event("2024")] },
    quotes: [quote("a"), quote("b")],
  });
  test("a line is name and line alone", async () => {
    await show({ depth: "line", content: rich });
    expect(text()).toContain("Family of models");
    expect(all(".body")).toEqual([]);
  });
  test("a paragraph holds the summary, the first quote and the first facts", async () => {
    await show({ depth: "paragraph", content: rich });
    expect(all(".quote")).toHaveLength(1);
    expect(all(".facts li")).toHaveLength(2);
    expect(all(".timeline")).toEqual([]);
  });
  test("the choice is a group of radio buttons that tells which was chosen", async () => {
    await show({ depth: "paragraph", content: rich });
    const radios = all("input[type=radio]") as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    radios[2]?.click();
    expect(onDepth).toHaveBeenCalledWith("everything");
  });
});

describe("why this matched", () => {
  test("names the alias, the rule and the cue that decided", async () => {
    await show({ mention: { alias: "Stargate", rule: "cue-near", cue: "Abu Dhabi" } });
    expect(text(".why")).toContain("“Stargate” is one of its names, and “Abu Dhabi” stands near it.");
  });
  test("a rule whose cue is not known says no more than it knows", async () => {
    await show({ mention: { alias: "Stargate", rule: "cue-title", cue: null } });
    expect(text(".why")).toContain("“Stargate” is one of its names.");
  });
});

test("what the pack says is marked as being in its language, what the card says is not", async () => {
  await show({
    content: content({
      entry: {
        lang: "ar",
        facts: [fact("It was so.")],
        figures: [figure("a", 1, "GW")],
        events: [event("2024")],
        differences: [{ claim: { text: "5", sources: [] }, record: { text: "1", sources: [] } }],
      },
      quotes: [quote("q")],
    }),
  });
  const spoken = all("[lang=ar]").map((each) => each.textContent);
  for (const part of ["It was so.", "label of a", "“words of q”", "Two words differ.", "5", "1"])
    expect(spoken.some((each) => each.includes(part))).toBe(true);
  expect(all("h3, .wording, .when").filter((each) => each.closest("[lang=ar]"))).toEqual([]);
});

describe("texts of a pack", () => {
  const nasty = [
    "<img src=x onerror=alert(1)>",
    "</p><script>alert(1)</script>",
    "\u202Eright to left",
    "👩‍👩‍👧‍👦 emoji",
    "x".repeat(10_000),
  ];
  test.each(nasty)("%.30s is shown as the plain text it is, in every place", async (bad) => {
    await show({
      content: content({
        entry: {
          name: bad,
          line: bad,
          summary: bad,
          facts: [fact(bad, { date: bad })],
          figures: [figure("a", 1, bad, { label: bad, asOf: bad }), figure("b", 2, bad, { label: bad })],
          events: [event("2024", bad), event(bad, bad)],
          differences: [{ claim: { text: bad, sources: ["one"] }, record: { text: bad, sources: ["one"] } }],
        },
        quotes: [quote("q", { text: bad, speaker: bad, role: bad, note: bad, occasion: bad })],
        sources: [source("one", { title: bad, publisher: bad, url: bad })],
        ties: [tie("a", { name: bad, line: bad }), tie("b", { name: bad }), tie("c", { name: bad })],
        pack: { name: bad, revision: 1, updated: bad },
      }),
      mention: { alias: bad, rule: "cue-near", cue: bad },
    });
    expect(all("img, script, a")).toEqual([]);
    expect(text("h2")).toBe(bad);
    expect(text(".summary")).toContain(bad);
    expect(text(".facts")).toContain(bad);
  });
});
