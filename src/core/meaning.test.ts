import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { BORDER } from "./mention.ts";
import type { Alias, Kind } from "./pack.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";

/** What the words around an alias decide, each rule with the text that it turns. */

const entry = (id: string, kind: Kind, ...aliases: readonly Alias[]) => ({ id, kind, name: id, aliases });
const lexicon = compile([
  entry(
    "claude",
    "model",
    {
      text: "Claude",
      case: "capital",
      cues: ["AI", "assistant", "assistant maker", "Anthropic"],
      rivals: ["friend"],
    },
    { text: "Claude Pro", case: "capital" },
    { text: "Claude 5", case: "capital" },
  ),
  entry("mistral", "organisation", { text: "Mistral", case: "capital", cues: ["ASML", "assistant"] }),
  entry("gpu", "concept", {
    text: "chip",
    everyday: true,
    cues: ["China", "chip maker", "Nvidia", "export"],
    rivals: ["potato", "potatoes"],
  }),
  entry("qwen", "model", { text: "千问", lang: "zh", cues: ["模型"], rivals: ["词典"] }),
  entry("uae", "place", { text: "the Emirates", case: "exact" }),
  entry("gigawatt", "concept", { text: "GW", cues: ["power"] }),
  entry("khazna", "organisation", { text: "Khazna" }, { text: "خزنة", lang: "ar", cues: ["بيانات"] }),
  entry("gulf", "place", { text: "Abu Dhabi", case: "capital" }),
  entry("zayed", "person", { text: "Mohamed bin Zayed" }),
  entry("altman", "person", { text: "ألتمان", lang: "ar" }),
]);

function read(flows: readonly string[], lang = "en"): string[] {
  const page = flows.map((text) => ({ text, lang, candidates: scan(lexicon, text, () => true, lang) }));
  return resolve(lexicon, page, { title: "", lang }).flatMap((mentions, i) =>
    mentions.map(({ start, end }) => flows[i]!.slice(start, end).replaceAll(BORDER, "")),
  );
}

const FAR = " and nothing more of it is told here, however long the reader may wait for that in this text";

describe("a cue", () => {
  test.each([
    ["written with a capital counts with a capital only", "Claude for AI work", ["Claude"]],
    ["written with a capital is no small word", "Claude, j'ai faim", []],
    ["written with a capital counts in capitals, too", "NO CHIP FOR CHINA NOW", ["CHIP"]],
    ["with a capital is not its small word", "a chip in the bone china", []],
    ["written small counts in any case", "Export of a chip", ["chip"]],
    ["in the sentence outweighs the sentence before", "A potato. A chip by Nvidia.", ["chip"]],
    ["in the next sentence yields to the sentence itself", "A potato chip. Nvidia rose.", []],
    ["and its plural are one", "potato potatoes chip export Nvidia", ["chip"]],
    ["and a phrase that holds it are one", "the assistant maker Claude, a friend", []],
    ["is a word of its own", "the coexport of a chip", []],
    ["beside is outdone by a rival near", "export of a chip and so on it goes for a while, a potato", []],
    ["in the block is none beside a rival near", `a potato chip${FAR} Nvidia, export`, []],
    ["in the block is outdone by a rival there", `Nvidia${FAR} a chip${FAR} a potato`, []],
    [
      "that owns the name is not outdone",
      "My friend, a friend of friends, has Anthropic's Claude",
      ["Claude"],
    ],
    ["that owns something else is", "My friend, a friend of friends, has Anthropic's old Claude", []],
    ["in the block is enough alone", `Nvidia${FAR} a chip${FAR} nothing`, ["chip"]],
  ])("%s", (_, text, found) => {
    expect(read([text])).toEqual(found);
  });

  test("stands in the block itself", () => {
    const text = `Nvidia and export ${BORDER}a chip ${BORDER}export and Nvidia`;
    const score = (joins: () => boolean) => scan(lexicon, text, joins, "en")[0]?.senses[0]?.score;
    expect(score(() => false)).toBe(0);
    expect(score(() => true)).toBe(6);
  });

  test("is near within a dozen words", () => {
    const rule = (between: string) => scan(lexicon, `chip ${between} Nvidia`, () => true)[0]?.senses[0]?.rule;
    expect(rule("that they say is the one that was sold by them to")).toBe("cue-near");
    expect(rule(FAR)).toBe("cue-block");
  });

  test("may be written with a hyphen", () => {
    expect(read(["export-bound chip"])).toEqual(["chip"]);
    expect(read(["the chip of a chip-maker"])).toEqual(["chip"]);
  });

  test("counts by what scripts without spaces say in so many characters", () => {
    const between = "这是一句很长的话没有任何标点也没有别的意思只是为了把这里的两个词远远地隔开来";
    expect(read([`模型千问词典`], "zh")).toEqual([]);
    expect(read([`模型千问${between}词典`], "zh")).toEqual(["千问"]);
  });

  test("is missed where a rival stands in the block", () => {
    expect(read([`A chip${FAR}, nor of the potato`, "export"])).toEqual([]);
  });
});

describe("a short flow", () => {
  test("hears what stands around it", () => {
    expect(read(["The assistants, by maker", "Claude", "Anthropic"])).toEqual(["Claude"]);
    expect(read(["The assistants, by maker", `Claude${FAR}`, "Anthropic"])).toEqual([]);
  });

  test("asks for two cues more than rivals where the word is an ordinary one", () => {
    expect(read(["export of a chip", "chip"])).toEqual(["chip"]);
    expect(read(["Nvidia, export of a chip", "chip"])).toEqual(["chip", "chip"]);
    expect(read(["Nvidia, export of a chip", "chip", "with potatoes"])).toEqual(["chip"]);
  });
});

describe("another bearer of a name", () => {
  test("takes back what only faint evidence says", () => {
    const anthropic = "Claude, the assistant of Anthropic.";
    expect(read([anthropic, `Claude${FAR}`])).toHaveLength(2);
    expect(read([anthropic, "Claude Berthier came in.", `Claude${FAR}`])).toEqual(["Claude"]);
    expect(read(["Claude Berthier came in.", `Claude said it${FAR} to an assistant`])).toEqual([]);
    expect(read(["Claude Berthier came in.", anthropic])).toEqual(["Claude"]);
  });

  test("takes nothing from what the page has spoken of three times", () => {
    const anthropic = "Claude, the assistant of Anthropic.";
    const spoken = [anthropic, `${anthropic} It is new.`, `So is this: ${anthropic}`];
    const stranger = ["A question about Claude Debussy.", `Claude${FAR}`];
    expect(read([...spoken, ...stranger])).toHaveLength(4);
    expect(read([...spoken.slice(1), ...stranger])).toHaveLength(2);
  });

  test("is heard of where a rival says that it is he", () => {
    const anthropic = "Claude, the assistant of Anthropic.";
    expect(read([anthropic, "Claude Berthier, a friend, came in.", `Claude${FAR}`])).toEqual(["Claude"]);
    expect(read([anthropic, "Claude, a friend, came in.", `Claude${FAR}`])).toHaveLength(2);
  });

  test("bears no ending, and near a firm's cue is no German noun", () => {
    expect(read(["Anthropic rühmt Claudes Gedächtnis."], "de")).toEqual(["Claudes"]);
    expect(read(["Anthropic rühmt Claude Gerber."], "de")).toEqual([]);
    expect(read(["Heute hat man erfahren, dass Mistral Geräte kauft, die ASML liefert."], "de")).toEqual([
      "Mistral",
    ]);
    expect(read(["then Mistral Geräte often went there with ASML"])).toEqual([]);
    expect(read([`Mistral Gerber${FAR} ASML`], "de")).toEqual([]);
  });

  test("is not who stands behind a possessive, nor a word that products end in", () => {
    expect(read(["Then Mistral’s Arthur Mensch spoke there of what ASML does."])).toEqual(["Mistral’s"]);
    expect(read(["Then Mistral Arthur Mensch spoke there of what ASML does."])).toEqual([]);
    expect(read(["Claude Desktop is an assistant."])).toEqual(["Claude"]);
  });
});

describe("a number", () => {
  test("behind a model's name tells that it is one, but is no part of it unless an alias lists it", () => {
    expect(read(["They tried Claude 4.5 on Monday.", "Claude-3 too"])).toEqual(["Claude", "Claude"]);
    expect(read([`They tried Claude${BORDER} 4`])).toEqual(["Claude"]);
    expect(read(["They tried Claude 5 and Claude 5.1"])).toEqual(["Claude 5", "Claude"]);
    expect(read(["Claude 4,000 times", "Claude 40% of it"])).toEqual([]);
  });

  test("before two letters makes a unit of them", () => {
    expect(read(["They lost five GW.", "They lost 2 GW."])).toEqual(["GW", "GW"]);
    expect(read(["They lost GW."])).toEqual([]);
    expect(read(["They lost 2.5GW."])).toEqual(["2.5GW"]);
  });
});

test("what is named after somebody is not he", () => {
  expect(read(["Mohamed bin Zayed Road leads to where Mohamed bin Zayed lives."])).toHaveLength(1);
  expect(read([`To the Mohamed bin Zayed${BORDER} School they went.`])).toEqual([]);
  expect(read(["There Mohamed bin Zayed Schooled them."])).toHaveLength(1);
});

describe("an ordinary word with a capital where none is due is a name", () => {
  test.each([
    ["They sold to Chip, Nvidia said.", []],
    ["They sold a chip, Nvidia said. Chips are dear. “Chip makers”, Nvidia said.", ["chip", "Chips", "Chip"]],
    ["Nvidia Chip Export Rises Fast", ["Chip"]],
    ["they sold a CHIP to Nvidia", ["CHIP"]],
    [`they sold to C${BORDER}hip of Nvidia`, []],
  ])("%s", (text, found) => {
    expect(read([text])).toEqual(found);
  });

  test("but in a language that may write it so", () => {
    expect(read(["sie verkauften den Chip an Nvidia"], "de")).toEqual(["Chip"]);
  });
});

describe("a place in an institution's name is not the place", () => {
  test.each([
    ["The Abu Dhabi Investment Authority paid.", []],
    ["The Abu Dhabi National Oil Company paid.", []],
    [`The Abu Dhabi ${BORDER}Museum of Arts opened.`, []],
    ["The Bank of Abu Dhabi and the University of Abu Dhabi paid, as did Air Abu Dhabi.", []],
    ["Abu Dhabi’s Investment Authority paid.", ["Abu Dhabi’s"]],
    ["In Abu Dhabi a bank paid, and the Abu Dhabi Weekly wrote of it.", ["Abu Dhabi", "Abu Dhabi"]],
    ["On the bank of Abu Dhabi, in the air of Abu Dhabi.", ["Abu Dhabi", "Abu Dhabi"]],
  ])("%s", (text, found) => {
    expect(read([text])).toEqual(found);
  });
});

test("in brackets behind its name stands the same in other letters", () => {
  expect(read(["They pay Khazna (خزنة) for it."])).toEqual(["Khazna", "خزنة"]);
  expect(read(["They pay Khazna خزنة for it."])).toEqual(["Khazna"]);
  expect(read(["They pay for a safe (خزنة) with it."])).toEqual([]);
});

test("an article that an alias asks for is not part of the mention", () => {
  expect(read(["Sold to the Emirates at last", "Emirates sold"])).toEqual(["Emirates"]);
});

test("a name in Latin letters amid another script needs no cue", () => {
  expect(read(["他们用Claude写信"], "zh")).toEqual(["Claude"]);
  expect(read([`They write with Claude${FAR}`])).toEqual([]);
});

test("letters that look like the Arabic article belong to a name that has them", () => {
  expect(read(["وقال ألتمان ذلك"], "ar")).toEqual(["ألتمان"]);
});
