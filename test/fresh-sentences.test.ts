import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/core/compile.ts";
import { resolve } from "../src/core/resolve.ts";
import { scan } from "../src/core/scan.ts";
import { assemble, PACK_FILES } from "../src/data/assemble.ts";

/**
 * Sentences written after the rules and the data, without a look at what they would find: each names an entry (+) or
 * holds a word of its name in another sense (-). A sentence that fails asks for a better rule, not for a word of its own.
 */
const SENTENCES = `
+ claude: A law firm in Leeds now lets «Claude» draft its first letters, after six months with a rival chatbot.
+ gemini: Samsung will ship the new phone with «Gemini» behind the side button instead of its own assistant.
+ meta: Regulators in Dublin fined «Meta» for the way Instagram treated teenagers’ data.
+ oracle: Shares of «Oracle» fell six percent after it told investors that capital spending would rise again.
+ llama: Rather than pay for an interface, the hospital runs «Llama» on two servers in its basement, with the weights on its own disks.
+ kimi-k2: Programmers in Shenzhen say that «Kimi» costs them a tenth of what the American assistants do.
+ falcon: The Emirati institute says «Falcon» now reads eleven languages and fits on a laptop.
+ mistral-ai: In Toulouse, Airbus engineers are testing a chatbot from «Mistral» that never sends a line abroad.
+ stargate-project: Residents of Abilene complain about dust from «Stargate», where cranes work through the night.
+ humain: Riyadh’s «Humain» signed with AMD for half a gigawatt of processors.
+ ascend: Chinese banks were told to move their models to «Ascend» by the end of the year.
+ united-arab-emirates: Washington wants the «Emirates» to keep Huawei out of the new halls.
+ saudi-arabia: Unlike its neighbours, the «Kingdom» has cheap land, and Saudi engineers who speak Mandarin.
+ token: The provider charges two dollars per million output «tokens».
+ parameters: With seven billion «parameters», the model is small enough for a telephone.
+ inference: Training is done once, but «inference» runs all day and eats most of the GPUs.
+ jensen-huang: Jensen Huang flew to Taipei on Sunday. On Monday «Huang» had noodles with suppliers.
+ gpu: Customs officers in Hong Kong found smuggled Nvidia «chips» under a load of lobsters.
+ data-center: Neighbours of the 300-megawatt «campus» hear its fans at night.
+ bureau-of-industry-and-security: An export licence takes «BIS» four months on average, lawyers say.
- claude: The committee thanked «Claude», a retired postman, for forty years of clearing snow.
- gemini: The fund holds bitcoin at «Gemini» and at two smaller exchanges.
- meta: Reviewers found the sequel too «meta», with actors playing actors who play themselves.
- oracle: The octopus was treated as an «oracle» during the World Cup.
- llama: Hikers can rent a «llama» to carry their tents up to the lake.
- kimi-k2: «Kimi» Antonelli put his Mercedes on the front row in Monza.
- falcon: The jet, a «Falcon» owned by the minister’s cousin, landed in Nice.
- mistral-ai: Forecasters expect the «Mistral» to reach ninety kilometres an hour near Avignon.
- stargate-project: The «Stargate» cast will sign autographs at the fair in Cardiff.
- ascend: Pilgrims «ascend» the last steps on their knees.
- united-arab-emirates: Arsenal have not lost at the «Emirates» since the spring.
- united-arab-emirates: «Emirates» will fly to Hangzhou daily from July, using Boeing 777s.
- saudi-arabia: Scotland voted to stay in the United «Kingdom».
- token: As a «token» of thanks, each volunteer got a scarf.
- parameters: The mayor set clear «parameters» for the talks with the unions.
- inference: A reader might draw the «inference» that the minister had lied.
- jensen-huang: Novelist Eddie «Huang» opened a restaurant in Lower Manhattan.
- gpu: Two «chips» in the windscreen cost the taxi driver a day’s work.
- data-center: Students marched across the «campus» against higher tuition fees.
- bureau-of-industry-and-security: The «BIS» in Basel sees risks in private credit.
`;

const parts = PACK_FILES.map((file) => ({ file, text: readFileSync(`src/data/${file}`, "utf8") }));
const lexicon = compile(assemble(parts).draft.entries);

/** "claude: Claude" of each mention that touches the marked words. */
function found(marked: string): string[] {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace(/[«»]/g, "");
  const candidates = scan(lexicon, text, () => true, "en");
  const [mentions = []] = resolve(lexicon, [{ text, lang: "en", candidates }], { title: "", lang: "en" });
  return mentions
    .filter((mention) => mention.start < end && mention.end > start)
    .map((mention) => `${mention.entry}: ${text.slice(mention.start, mention.end)}`);
}

const rows = [...SENTENCES.matchAll(/^([+-]) ([a-z0-9-]+): (.+)$/gm)].map(
  ([, sign = "", id = "", sentence = ""]) => ({ sign, id, sentence }),
);
const marked = (sentence: string): string => /«(.+)»/.exec(sentence)?.[1] ?? "";

test.each(rows.filter(({ sign }) => sign === "+"))("$id is meant: $sentence", ({ id, sentence }) => {
  expect(found(sentence)).toEqual([`${id}: ${marked(sentence)}`]);
});

test.each(rows.filter(({ sign }) => sign === "-"))("$id is not meant: $sentence", ({ id, sentence }) => {
  expect(found(sentence).filter((mention) => mention.startsWith(`${id}: `))).toEqual([]);
});

test("there are twenty of each kind at least", () => {
  expect(rows.filter(({ sign }) => sign === "+").length).toBeGreaterThanOrEqual(20);
  expect(rows.filter(({ sign }) => sign === "-").length).toBeGreaterThanOrEqual(20);
});
