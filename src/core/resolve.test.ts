import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import type { Flow } from "./mention.ts";
import type { Alias } from "./pack.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";

const person = (id: string, ...aliases: readonly (string | Alias)[]) => entry(id, "person", aliases);
const thing = (id: string, ...aliases: readonly (string | Alias)[]) => entry(id, "organisation", aliases);
function entry(id: string, kind: "person" | "organisation", aliases: readonly (string | Alias)[]) {
  return {
    id,
    kind,
    name: id,
    aliases: aliases.map((alias) => (typeof alias === "string" ? { text: alias } : alias)),
  };
}

const lexicon = compile([
  person("jensen", "Jensen Huang", { text: "Huang", neverAfter: ["Ms"], surname: true }),
  person("kwon", "Jason Kwon", { text: "Kwon", surname: true, rivals: ["Terraform"] }),
  person("ray", "Trisha Ray", { text: "Ray", surname: true }),
  person("liang", "Liang Wenfeng", { text: "Liang", surname: true }),
  person("do-kwon", "Do Kwon"),
  thing("openai", "OpenAI"),
  thing("bis", "Bureau of Industry and Security", { text: "BIS", cues: ["export"], rivals: ["Basel"] }),
  thing("tii", "Technology Innovation Institute", "TII"),
  thing("afm", "Alliance for Frontier Models", { text: "Allianz für Modelle und Forschung", lang: "de" }),
  thing("afm-fund", "Abu Dhabi Future Mobility", "Asset Finance Mutual"),
  thing("saia", "Saudi AI Authority", "Models of Tomorrow"),
  ...["Xu", "Xi", "Xo", "Xa", "Xe", "Xy", "Xan", "Xen", "Xun"].map((name) =>
    thing(name, `${name} Yard Zone`),
  ),
  thing("stargate", {
    text: "Stargate",
    case: "capital",
    cues: ["Oracle", "Abilene"],
    rivals: ["film", "cast"],
  }),
  thing("stack", "Sovereign Stack", { text: "tech stack", cues: ["Beijing"], rivals: ["hay"] }),
  thing("alignment", { text: "alignment", cues: ["safety"] }),
  thing("stargate-uae", { text: "Stargate", case: "capital", cues: ["Abu Dhabi", "Khazna"] }),
  thing("meta", "Meta Platforms", {
    text: "Meta",
    case: "capital",
    cues: ["Zuckerberg"],
    neverBefore: ["analysis"],
  }),
  thing("claude", {
    text: "Claude",
    case: "capital",
    cues: ["Anthropic", "Claude Opus"],
    neverBefore: ["Monet"],
  }),
  thing("china-office", {
    text: "washington",
    case: "capital",
    neverAfter: ["George"],
    neverBefore: ["Post"],
  }),
]);

interface Page {
  readonly title?: string;
  readonly lang?: string;
}
const read = (flows: readonly string[], { title = "", lang = "en" }: Page = {}) =>
  resolve(
    lexicon,
    flows.map((text): Flow => ({ text, lang, candidates: scan(lexicon, text, () => true, lang) })),
    { title, lang },
  );
const found = (flows: readonly string[], page?: Page): string[] =>
  read(flows, page).flatMap((mentions, i) =>
    mentions.map(({ start, end, entry: id }) => `${flows[i]!.slice(start, end)}=${id}`),
  );

describe("surnames", () => {
  test.each<[string, string[], string[], string?]>([
    [
      "count after the full name",
      ["Huang left. Jensen Huang came.", "But Huang’s chips stay."],
      ["Jensen Huang=jensen", "Huang’s=jensen"],
    ],
    [
      "end with another bearer",
      ["Jensen Huang spoke.", "Andrew Huang sang. Huang played on."],
      ["Jensen Huang=jensen"],
    ],
    [
      "end with who cannot be meant",
      ["Jensen Huang spoke.", "Ms Huang sang. Huang played on."],
      ["Jensen Huang=jensen"],
    ],
    [
      "come back with the full name",
      ["Jensen Huang. Andrew Huang. Jensen Huang. Huang said so."],
      ["Jensen Huang=jensen", "Jensen Huang=jensen", "Huang=jensen"],
    ],
    [
      "own what stands behind a possessive, whatever its name",
      ["Jensen Huang spoke.", "Huang’s Blackwell is here.", "Huangs’ Rubin waits."],
      ["Jensen Huang=jensen", "Huang’s=jensen"],
    ],
    [
      "end with a bearer of another entry",
      ["Jason Kwon spoke. Do Kwon went. Kwon paid."],
      ["Jason Kwon=kwon", "Do Kwon=do-kwon"],
    ],
    [
      "take titles and openers",
      ["Jensen Huang. Mr. Huang and CEO Huang. While Huang slept, OpenAI’s Huang woke."],
      [
        "Jensen Huang=jensen",
        "Huang=jensen",
        "Huang=jensen",
        "Huang=jensen",
        "OpenAI’s=openai",
        "Huang=jensen",
      ],
    ],
    [
      "are not first names",
      ["Trisha Ray spoke. Ray Dalio wrote. Ray notes it."],
      ["Trisha Ray=ray", "Ray=ray"],
    ],
    [
      "are not parts of compounds",
      ["Trisha Ray spoke. An X-Ray of it. Ray-Ban glasses."],
      ["Trisha Ray=ray"],
    ],
    ["know an initial", ["Trisha Ray. T. Ray wrote. J. Ray sang. Ray wept."], ["Trisha Ray=ray", "Ray=ray"]],
    [
      "take a letter of its own for no initial",
      [
        "Jensen Huang wrote on X. Huang left. It was a Series B. Huang paid for the Model Y. Huang drove.",
        "On Twitter/X. Huang read. Dr X. Huang did not.",
        "Huang slept.",
      ],
      ["Jensen Huang=jensen", "Huang=jensen", "Huang=jensen", "Huang=jensen", "Huang=jensen"],
    ],
    [
      "know names that put the family first",
      ["Liang Wenfeng spoke. Liang said. Liang Hong came. Liang said."],
      ["Liang Wenfeng=liang", "Liang=liang"],
    ],
    [
      "stand in headlines",
      ["Jensen Huang spoke.", "Huang Leaves Washington State After Talks"],
      ["Jensen Huang=jensen", "Huang=jensen", "Washington=china-office"],
    ],
    [
      "know Monsieur and Madame",
      ["Jensen Huang est venu. Mme Huang. Jensen Huang. M. Huang. Huang parle."],
      ["Jensen Huang=jensen", "Huang=jensen", "Jensen Huang=jensen", "Huang=jensen", "Huang=jensen"],
      "fr",
    ],
    [
      "take an M. for a first name elsewhere",
      ["Jensen Huang came. M. Huang sang. Huang wept."],
      ["Jensen Huang=jensen"],
    ],
    [
      "end with a family name before a given name of two syllables",
      ["Jensen Huang spoke.", "Then came Huang Mei-ting. Huang told of crates."],
      ["Jensen Huang=jensen"],
    ],
    [
      "end with the title of another bearer who was named before",
      ["Senator Lillian Kwon is here.", "Jason Kwon spoke. Kwon left.", "Sen. Kwon asked. Kwon asked again."],
      ["Jason Kwon=kwon", "Kwon=kwon"],
    ],
    [
      "stay with a title nobody else has",
      ["Senator Lillian Kwon is here.", "Jason Kwon spoke. Director Kwon left."],
      ["Jason Kwon=kwon", "Kwon=kwon"],
    ],
    ["lose to rivals near", ["Jason Kwon spoke. Terraform and Kwon collapsed."], ["Jason Kwon=kwon"]],
  ])("%s", (_, flows, expected, lang = "en") => {
    expect(found(flows, { lang })).toEqual(expected);
  });

  test("say which full name stood before", () => {
    expect(read(["Jensen Huang. Huang left."])[0]![1]).toMatchObject({
      rule: "surname",
      cue: "Jensen Huang",
    });
  });
});

test("a German possessive bears no apostrophe", () => {
  expect(found(["Jensen Huang kam.", "Auf Huangs Wort verlässt man sich."], { lang: "de" })).toEqual([
    "Jensen Huang=jensen",
    "Huangs=jensen",
  ]);
});

test.each([
  ["de", "Für Huang gilt das nicht."],
  ["fr", "Chez Huang, rien de neuf."],
  ["es", "Para Huang no hay duda."],
])("a sentence begins with no first name (%s)", (lang, text) => {
  expect(found(["Jensen Huang.", text], { lang })).toEqual(["Jensen Huang=jensen", "Huang=jensen"]);
  expect(found(["Jensen Huang.", text.replace(/^\S+/, "Mila")], { lang })).toEqual(["Jensen Huang=jensen"]);
});

describe("acronyms", () => {
  test("mean what they were introduced for", () => {
    expect(found(["The Bureau of Industry and Security (BIS) met.", "BIS said no."])).toEqual([
      "Bureau of Industry and Security=bis",
      "BIS=bis",
      "BIS=bis",
    ]);
  });

  test("do not mean an entry where they were introduced for something else", () => {
    expect(found(["Texas Instruments Inc (TII) rose. TII fell."])).toEqual([]);
    expect(found(["TII (Texas Instruments Inc) rose.", "TII fell."])).toEqual([]);
    expect(
      found(["The Bank for International Settlements (BIS) met. The BIS warned of export trouble."]),
    ).toEqual([]);
  });

  test("say so", () => {
    expect(read(["The Bureau of Industry and Security (BIS) met.", "BIS said no."])[1]![0]).toMatchObject({
      rule: "acronym",
    });
  });
});

describe("letters that are neither alias nor initials", () => {
  test.each<[string, string[], string[]]>([
    [
      "count from where they stand in brackets behind a name",
      ["OPNA fell.", "Before OPNA fell, OpenAI (OPNA) rose, and OPNA’s buyers with it.", "So did OPNA."],
      ["OpenAI=openai", "OPNA=openai", "OPNA’s=openai", "OPNA=openai"],
    ],
    [
      "may stand behind what kind of firm it is",
      ["OpenAI Group, Inc. (OPNI) rose. OPNI fell."],
      ["OpenAI=openai", "OPNI=openai", "OPNI=openai"],
    ],
    [
      "need not be of the name where an exchange is named",
      ["OpenAI (NASDAQ: XQZ) rose, XQZ said."],
      ["OpenAI=openai", "XQZ=openai", "XQZ=openai"],
    ],
    ["are otherwise taken from the name", ["OpenAI (XQZV) rose. XQZV fell."], ["OpenAI=openai"]],
    ["in their order", ["OpenAI (ONPA) rose. ONPA fell."], ["OpenAI=openai"]],
    ["and are more than three", ["OpenAI (OPA) rose. OPA fell."], ["OpenAI=openai"]],
    [
      "stand alone in their brackets, or before a comma",
      ["OpenAI (OPNA chair) rose. OPNA.", "OpenAI (OPNI, below) fell. OPNI."],
      ["OpenAI=openai", "OpenAI=openai", "OPNI=openai", "OPNI=openai"],
    ],
    [
      "are no part of a word or an address, nor written otherwise",
      ["OpenAI (OPNA)", "OPNAX XOPNA opna OPNA.com @OPNA www.x.org/OPNA"],
      ["OpenAI=openai", "OPNA=openai"],
    ],
    [
      "go over to another entry that introduces them",
      ["OpenAI (NYSE: OPNA). OPNA.", "Meta Platforms (NYSE: OPNA). OPNA."],
      ["OpenAI=openai", "OPNA=openai", "OPNA=openai", "Meta Platforms=meta", "OPNA=meta", "OPNA=meta"],
    ],
    ["are left to those that have them as an alias", ["OpenAI (NYSE: BIS). BIS."], ["OpenAI=openai"]],
    [
      "are none of a surname's",
      ["Jason Kwon. Kwon (NYSE: KWQN) left. KWQN."],
      ["Jason Kwon=kwon", "Kwon=kwon"],
    ],
  ])("%s", (_, flows, expected) => {
    expect(found(flows)).toEqual(expected);
  });

  test("are introduced however the text is cut into nodes", () => {
    expect(found(["OpenAI\u0001 (\u0001OPNA\u0001) rose. OPNA fell."])).toEqual([
      "OpenAI=openai",
      "OPNA=openai",
      "OPNA=openai",
    ]);
  });

  test("say for what they stand", () => {
    expect(read(["OpenAI (OPNA).", "OPNA"])[1]![0]).toMatchObject({
      alias: "OPNA",
      rule: "acronym",
      cue: "OpenAI",
      kind: "organisation",
      others: [],
    });
  });
});

describe("acronyms that no alias is", () => {
  const AFM = "The Alliance for Frontier Models (AFM) met.";
  test.each<[string, string[], string[]]>([
    [
      "count from where they stand in brackets behind a name",
      ["AFM met.", AFM, "AFM’s list. The (AFM) met."],
      ["Alliance for Frontier Models=afm", "AFM=afm", "AFM’s=afm", "AFM=afm"],
    ],
    [
      "count where the name stands in brackets behind them",
      ["AFM (Alliance for Frontier Models) met. AFM won."],
      ["AFM=afm", "Alliance for Frontier Models=afm", "AFM=afm"],
    ],
    [
      "count with an article in the brackets",
      ["AFM (the Alliance for Frontier Models) met."],
      ["AFM=afm", "Alliance for Frontier Models=afm"],
    ],
    [
      "know full-width brackets",
      ["Alliance for Frontier Models（AFM）met."],
      ["Alliance for Frontier Models=afm", "AFM=afm"],
    ],
    [
      "end where the page introduces something else",
      [AFM, "AFM won.", "American Football Magazine (AFM) wrote. AFM lost."],
      ["Alliance for Frontier Models=afm", "AFM=afm", "AFM=afm"],
    ],
    [
      "go over to another entry with the same initials",
      [AFM, "Asset Finance Mutual (AFM) fell. AFM rose."],
      [
        "Alliance for Frontier Models=afm",
        "AFM=afm",
        "Asset Finance Mutual=afm-fund",
        "AFM=afm-fund",
        "AFM=afm-fund",
      ],
    ],
    [
      "are no other words in brackets, nor written otherwise",
      [
        "The Alliance for Frontier Models (Afm) met. AFM, AFMs, afm.",
        "Alliance for Frontier Models, or (AFM)",
      ],
      ["Alliance for Frontier Models=afm", "Alliance for Frontier Models=afm"],
    ],
    [
      "stand in no address",
      [AFM, "afm.org, AFM.org, x@AFM, 5AFM"],
      ["Alliance for Frontier Models=afm", "AFM=afm"],
    ],
    [
      "stay with their name behind another",
      [AFM, "OpenAI (AFM) won. AFM grew."],
      ["Alliance for Frontier Models=afm", "AFM=afm", "OpenAI=openai", "AFM=afm", "AFM=afm"],
    ],
    [
      "stand alone in their brackets",
      ["The Alliance for Frontier Models (AFM chair: Xu) met. AFM won."],
      ["Alliance for Frontier Models=afm"],
    ],
    ["are not made of names that share a word", ["The Alliance of Foreign Models (AFM) met. AFM won."], []],
  ])("%s", (_, flows, expected) => {
    expect(found(flows)).toEqual(expected);
  });

  test("may leave out small words or not, in the language of the alias", () => {
    const german = ["Die Allianz für Modelle und Forschung (AMF) tagt. AMF will mehr."];
    expect(found(german, { lang: "de" })).toHaveLength(3);
    expect(found(["Die Allianz für Modelle und Forschung (AFMUF) tagt."], { lang: "de" })).toHaveLength(2);
    expect(found(german)).toEqual([]);
  });

  test("are looked for in capitals only", () => {
    // The other names let small letters through the gate.
    const names = ["Alliance for Frontier Models", "aff", "amm"].map((text) => ({ text }));
    const small = compile([{ id: "afm", kind: "organisation", name: "", aliases: names }]);
    expect(scan(small, "afm, Afm, AFm", () => true)).toEqual([]);
    expect(scan(small, "AFM", () => true)).toHaveLength(1);
  });

  test("take words in capitals whole", () => {
    expect(found(["The Saudi AI Authority (SAIA) met. SAIA won."])).toHaveLength(3);
    expect(found(["The Saudi AI Authority (SAA) met. SAA won."])).toHaveLength(1);
  });

  test("have three letters at least, and are not everybody's", () => {
    expect(found(["The Models of Tomorrow (MT) came. MT won."])).toEqual(["Models of Tomorrow=saia"]);
    expect(found(["The Xu Yard Zone (XYZ) opens. XYZ grew."])).toEqual(["Xu Yard Zone=Xu"]);
  });

  test("say for what they stand", () => {
    expect(read([AFM, "AFM won."])[1]![0]).toMatchObject({
      alias: "AFM",
      rule: "acronym",
      cue: "Alliance for Frontier Models",
    });
  });
});

/** More than a cell, which would hear what stands around it. */
const LONG = "And so on it went. ".repeat(6);

describe("ambiguous names", () => {
  test.each<[string, string[], Page, string[]]>([
    ["need a cue", ["Stargate grows."], {}, []],
    ["take a cue near", ["Oracle builds Stargate."], {}, ["Stargate=stargate"]],
    [
      "take a cue in the block",
      [`Oracle spoke. ${"And so on it went. ".repeat(8)}Stargate grows.`],
      {},
      ["Stargate=stargate"],
    ],
    [
      "take a cue of the flows around in a cell",
      ["Oracle pays TII.", "Stargate grows."],
      {},
      ["TII=tii", "Stargate=stargate"],
    ],
    [
      "take no cue of another block",
      ["Oracle pays TII.", `Stargate grows. ${"And so on it went. ".repeat(6)}`],
      {},
      ["TII=tii"],
    ],
    [
      "are known where several such were talked of",
      ["OpenAI, TII and AI Lab 3.", "OpenAI, TII and Models of Tomorrow.", LONG, `Meta grows. ${LONG}`],
      {},
      ["OpenAI=openai", "TII=tii", "OpenAI=openai", "TII=tii", "Models of Tomorrow=saia", "Meta=meta"],
    ],
    [
      "are not known by two of them, nor by a person",
      ["OpenAI and TII, says Jason Kwon.", `Meta grows. ${LONG}`],
      {},
      ["OpenAI=openai", "TII=tii", "Jason Kwon=kwon"],
    ],
    [
      "are not known where the talk was long ago",
      ["OpenAI, TII and Models of Tomorrow.", ...Array(8).fill(LONG), `Meta grows. ${LONG}`],
      {},
      ["OpenAI=openai", "TII=tii", "Models of Tomorrow=saia"],
    ],
    [
      "are not known by a talk where a rival is near",
      ["OpenAI, TII and Models of Tomorrow.", `Basel hosts BIS. ${LONG}`],
      {},
      ["OpenAI=openai", "TII=tii", "Models of Tomorrow=saia"],
    ],
    [
      "have company in phrases, which a talk tells, too",
      [
        "OpenAI, TII and Models of Tomorrow.",
        `They own a tech stack. ${LONG}`,
        `Where is alignment? ${LONG}`,
      ],
      {},
      ["OpenAI=openai", "TII=tii", "Models of Tomorrow=saia", "tech stack=stack"],
    ],
    [
      "and phrases alone mean nothing, nor beside a rival",
      [
        `The Sovereign Stack: they own a tech stack. ${LONG}`,
        "OpenAI, TII and Models of Tomorrow.",
        `The hay of a tech stack. ${LONG}`,
      ],
      {},
      ["Sovereign Stack=stack", "OpenAI=openai", "TII=tii", "Models of Tomorrow=saia"],
    ],
    ["take a cue in the title", ["Stargate grows."], { title: "Abilene waits" }, ["Stargate=stargate"]],
    ["take no title that holds a rival, too", ["Stargate grows."], { title: "Abilene: the film" }, []],
    ["lose to a rival near", ["The cast of Stargate visited Oracle."], {}, []],
    ["mean what the cues say", ["Khazna builds Stargate in Abu Dhabi."], {}, ["Stargate=stargate-uae"]],
    [
      "mean what they meant before",
      ["Meta Platforms rose.", "Then Meta fell."],
      {},
      ["Meta Platforms=meta", "Meta=meta"],
    ],
    [
      "never stand before some words",
      ["Zuckerberg read a Meta-analysis. Claude Monet and Anthropic."],
      {},
      [],
    ],
    [
      "never stand after some words",
      ["George Washington read the Washington Post in Washington."],
      {},
      ["Washington=china-office"],
    ],
    [
      "mean an excluded namesake from where he comes",
      [
        "Anthropic makes and sells Claude. But Claude Monet never did, while others said that Claude painted.",
      ],
      {},
      ["Claude=claude"],
    ],
    ["do not go on as another name", ["Anthropic hired Claude Dupont."], {}, []],
    [
      "are not somebody’s kin",
      ["They have a daughter, Claude, who works at Anthropic. Her dog is called Claude. Claude barks."],
      {},
      [],
    ],
    [
      "are not those of neighbours",
      ["My neighbor Claude, whom Anthropic hired, barks. Claude waits."],
      {},
      [],
    ],
    [
      "are not those of people with a given name",
      ["Anna Claude and John D. Claude like Anthropic. Claude waits."],
      {},
      [],
    ],
    [
      "follow words that begin like a given name",
      ["Anthropic’s Marianna Claude, Rosa-Anna Claude. In AnnaClaude Claude waits."],
      {},
      ["Claude=claude", "Claude=claude", "Claude=claude"],
    ],
    [
      "may be a firm’s friend",
      ["Anthropic says that its clever friend Claude can help."],
      {},
      ["Claude=claude"],
    ],
    ["go on as a known name", ["Anthropic sells Claude Opus."], {}, ["Claude=claude"]],
  ])("%s", (_, flows, page, expected) => {
    expect(found(flows, page)).toEqual(expected);
  });

  test("list the other entries they could mean, best first, with rule and cue", () => {
    const [[mention] = []] = read(["Oracle builds Stargate near Khazna and Abilene and Oracle."]);
    expect(mention).toMatchObject({
      entry: "stargate",
      others: ["stargate-uae"],
      rule: "cue-near",
      cue: "Oracle",
    });
  });
});

test("the same flows give the same mentions, and a flow read anew gives what a fresh page gives", () => {
  const flows = ["Jensen Huang spoke of Stargate and Oracle.", "Huang left.", "Andrew Huang. Huang."];
  expect(read(flows)).toEqual(read(flows));
  expect(
    read([flows[0]!, "Nothing.", flows[2]!])
      .flat()
      .map(({ entry: id }) => id),
  ).toEqual(["jensen", "stargate"]);
});
