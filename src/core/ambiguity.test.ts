import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import type { Alias, EntryId, Kind } from "./pack.ts";
import { resolve } from "./resolve.ts";
import { scan } from "./scan.ts";

/**
 * Sentences in which an alias is a common word or another thing's name, against the bundled pack.
 * Each line: language, + (the marked words are a mention of one of these entries) or - (of none of them), sentence.
 */
const SENTENCES = `
en + stargate-project: OpenAI said «Stargate» would add another site in Texas next year.
en - stargate-project: The cast of «Stargate» reunited thirty years after the film opened.
en - stargate-project: Declassified files describe «Stargate», the army's remote-viewing unit.
en + stargate-uae: G42 poured the first concrete for «Stargate» in Abu Dhabi this autumn.
en + stargate-project: The Texas «Stargate» site in Abilene already runs NVIDIA racks.
en + the-curve-conference: Kwon spoke on stage at the «Curve» in Berkeley.
en - the-curve-conference: The yield «curve» inverted again on Tuesday.
en - the-curve-conference: Traders pulled deposits from «Curve» after the exploit on the DeFi protocol.
en + wired: The company declined to comment to «WIRED».
en - wired: The campus relies on «wired» networks inside each hall.
en - wired: Engineers are «wired» to look for edge cases.
en + model-behavior-newsletter: This is an edition of the «Model Behavior» newsletter.
en - model-behavior-newsletter: Researchers study «model behavior» under adversarial prompts.
en - model-behavior-newsletter: The prisoner was released early for «model behavior».
en + llama: Startups moved from «Llama» 3 to Qwen in a year.
en - llama: A «llama» escaped from the petting zoo.
en - llama: The Dalai «Lama» spoke in Delhi.
en + grok: «Grok» 4 was trained in Memphis.
en - grok: It took me a week to «grok» the tax code.
en + falcon: TII put «Falcon» 180B on Hugging Face.
en - falcon: SpaceX launched a «Falcon» 9 from Florida.
en - falcon: The Atlanta «Falcon» quarterback was injured.
en + humain: «Humain» ordered 18,000 chips for its Riyadh site.
fr - humain: Le corps «humain» compte plus de six cents muscles.
en + claude: «Claude» Sonnet 4.5 leads on coding tests.
en - claude: «Claude» Monet painted the pond many times.
en - claude: The paper by «Claude» Shannon founded information theory.
en + gemini: Google put «Gemini» 2.5 into Search.
en - gemini: As a «Gemini», she distrusts horoscopes.
en - gemini: The exchange «Gemini» filed to go public.
en + gemma: Developers fine-tuned «Gemma» 3 on one GPU.
en - gemma: «Gemma» Chan joined the cast.
en + meta: «Meta» bought 49 percent of Scale AI.
en - meta: The novel's «meta» jokes wear thin.
en - meta: The current «meta» favours fast decks.
en + xai: «xAI» built Colossus in Memphis.
en - xai: Explainable AI («XAI») methods such as SHAP show feature weights.
en + moonshot-ai: «Moonshot» released Kimi K2 with open weights.
en - moonshot-ai: Kennedy's «moonshot» speech is still quoted.
en + kimi-k2: «Kimi» answers with a two-hundred-page context.
en - kimi-k2: «Kimi» Räikkönen won the race.
en + kimi-k2: Moonshot's «K2» has a trillion parameters.
en - kimi-k2|k2-think: Two climbers died on «K2».
en + minimax: «MiniMax» listed shares in Hong Kong.
en - minimax: The chess program uses «minimax» search.
en + glm-4-5: «GLM»-4.5 comes under an MIT licence.
en - glm-4-5: We fitted a «GLM» with a log link.
en + ernie: Baidu opened «ERNIE» 4.5 in June.
en - ernie: Bert and «Ernie» share a flat on Sesame Street.
en - ernie: Premium bonds are drawn by a machine called «ERNIE».
en + ascend: Cloud firms test Huawei's «Ascend» 910C.
en - ascend: Climbers «ascend» the north face in June.
en + oracle: «Oracle» will run part of the Abu Dhabi site.
en - oracle: The «oracle» of Delphi spoke in riddles.
en - oracle: Buffett, the «Oracle» of Omaha, wrote his last letter.
en + cisco: «Cisco» supplies switches for the cluster.
en - cisco: Food distributor «Sysco» raised its forecast.
en + mistral-ai: France backs «Mistral» as a sovereign supplier.
en - mistral-ai: The «mistral» blew for three days in Provence.
en + mistral-ai: Macron told viewers to download «Le Chat».
fr - mistral-ai: «Le chat» dort sur le canapé.
en + sap: «SAP» will expand its sovereign cloud.
en - sap: Maple «sap» runs in March.
en + anthropic: «Anthropic» raised thirteen billion dollars.
en - anthropic: The «anthropic» principle explains the constant.
en + openai: «OpenAI» signed with SAP.
en + open-source-ai: Advocates of «open AI» want weights and data published.
en + hugging-face: The weights are on «Hugging Face».
en - hugging-face: She answered with a «hugging face» emoji.
en - hugging-face: Pilots used «HF» radio over the ocean.
en + deepseek: «DeepSeek» published R1 under an MIT licence.
en - deepseek: Divers who «deep seek» wrecks need a permit.
en + deepseek-r1: DeepSeek's «R1» matched o1 on maths.
en - deepseek-r1: The Rabbit «R1» gadget flopped.
en + alibaba: «Alibaba» opened Qwen3.
en - alibaba: «Ali Baba» and the Forty Thieves is a folk tale.
en + google: «Google» staff signed the letter.
en - google: Just «google» the address.
en + project-dragonfly: Staff quit over «Dragonfly», Google's search engine for China.
en - project-dragonfly: A «dragonfly» landed on the pond.
en - project-dragonfly: «Dragonfly» is a fast in-memory database.
en + donald-trump: «Trump» signed three AI orders in July.
en - donald-trump: Hearts «trump» clubs in this round.
en + bill-clinton: In 2000 «Clinton» sent the China trade bill to Congress.
en - bill-clinton: Hillary «Clinton» lost in 2016.
en + washington-dc|united-states-government: The term is popular in «Washington» and Silicon Valley.
en - washington-dc|united-states-government: «Washington» State taxes data centers. 
en - washington-dc|united-states-government: The «Washington» Post first reported it.
en + trisha-ray: Trisha Ray studies AI sovereignty. The backlash is weaker now, «Ray» notes.
en - trisha-ray: An X-«ray» of the wafer showed cracks.
en - trisha-ray: We scale jobs with «Ray» on Kubernetes.
en + jason-kwon: Jason Kwon met reporters in Berkeley. «Kwon» said both kinds of model are wanted.
en - jason-kwon: Do «Kwon» was sentenced in New York.
en + jensen-huang: Jensen Huang left Washington. Licences were slow, «Huang» complained.
en - jensen-huang: Andrew «Huang» posted a new song.
en + alexandr-wang: Meta hired Alexandr Wang; «Wang» had founded Scale AI.
en - alexandr-wang: Designer Alexander «Wang» showed in New York.
en + liang-wenfeng: DeepSeek's founder Liang Wenfeng is shy; «Liang» rarely speaks.
en - liang-wenfeng: Economist «Liang» Hong joined the bank.
en + david-sacks: AI czar David Sacks cheered; the rule had to go, «Sacks» wrote.
en - david-sacks: Oliver «Sacks» wrote about memory.
en + masayoshi-son: SoftBank's Masayoshi Son stood beside Altman; «Son» promised more.
en - masayoshi-son: Her «son» works at G42.
en + elon-musk: Elon Musk sued; «Musk» calls the structure unlawful.
en - elon-musk: The perfume has notes of «musk».
en + mohamed-bin-zayed: «MBZ» received Trump in Abu Dhabi.
en - mohamed-bin-zayed: «MBS» launched Humain.
en + united-arab-emirates: The «Emirates» want half a million chips a year.
en - united-arab-emirates: «Emirates» ordered fifty more A350s.
en - united-arab-emirates: Each of the seven «emirates» has a ruler.
en + china: «China» leads in open models.
en - china: The tea set is bone «china».
en + berkeley: The meeting took place in «Berkeley», California.
en - berkeley: UC «Berkeley» researchers trained a model.
en - berkeley: Housebuilder «Berkeley» cut guidance.
en + atlantic-council: A fellow at the «Atlantic Council» wrote the brief.
en - atlantic-council: The North «Atlantic Council» met at NATO headquarters.
en + bureau-of-industry-and-security: «BIS» licensed the shipment to Abu Dhabi.
en - bureau-of-industry-and-security: The «BIS» in Basel warned about stablecoins.
en + tii: «TII» released a small Falcon model.
en - tii: The airport code «TII» is Tarinkot.
en + mgx: «MGX» bought OpenAI shares.
en - mgx: The file format «MGX» stores replays.
en + g42: «G42» owns Khazna.
en - g42: Take bus «G42» from the square.
en + khazna: «Khazna» pours concrete for the first hall.
en - khazna: Tourists photograph Al-«Khazna» in Petra.
en + sakana-ai: «Sakana» AI raised money in Tokyo.
en - sakana-ai: "«Sakana»" means fish.
en + abeja: «ABEJA» built on Qwen2.5-32B.
es - abeja: La «abeja» vuela de flor en flor.
en + preferred-networks: «Preferred Networks» trains PLaMo.
en - preferred-networks: The phone joins «preferred networks» first.
en + sarvam-ai: «Sarvam» won 4,096 GPUs from the mission.
en - sarvam-ai: The chant says «sarvam» khalvidam brahma.
en + sk-telecom: «SKT» built A.X on Qwen.
en - sk-telecom: «SKT» T1 won the esports final.
en + sovereign-ai: Norway wants «sovereign AI» for public services.
en - sovereign-ai: «Sovereign» debt yields rose.
en - sovereign-ai: The «sovereign» opened parliament.
en + engagement-vs-containment: He bets that «engagement» beats «containment».
en - engagement-vs-containment: User «engagement» rose after the redesign.
en - engagement-vs-containment: The reactor «containment» held.
en + censorship: The firm will not «censor» answers for a government.
en - censorship: A heat «sensor» failed.
en - censorship: The senator faces «censure».
en + ai-stack: The order exports the full American AI «stack».
en - ai-stack: She hired a «full-stack» developer.
en + closed-model: Countries want the best «closed models» too.
en - closed-model: The office is «closed» on Friday.
en + open-weight-model: The lab shipped «open weights».
en - open-weight-model: The gym keeps its «open weights» area busy.
en + derivative-model: Qwen has 100,000 «derivatives» on the hub.
en - derivative-model: Banks trade «derivatives» on rates.
en - derivative-model: Critics called the film «derivative».
en + foundation-model: China's «foundation models» match US ones.
en - foundation-model: The Gates «Foundation» gave money.
en + token: The chip serves 2,000 «tokens» a second.
en - token: The crypto «token» doubled.
en - token: The API «token» expired.
en + parameters: The model has 32 billion «parameters».
en - parameters: We set the «parameters» of the debate.
en + parameters: They published the «weights» under Apache 2.0.
en - parameters: He lifts «weights».
en + benchmark: It tops every coding «benchmark».
en - benchmark: The Fed kept its «benchmark» rate.
en + inference: Most power goes to «inference», not training.
en - inference: The jury drew an «inference» of guilt.
en + training-run: One «training run» can cost a hundred million dollars.
en - training-run: Her last «training run» before the marathon was easy.
en + distillation: OpenAI alleged «distillation» of its models.
en - distillation: Whisky «distillation» needs copper stills.
en + fine-tuning: «Fine-tuning» Qwen took two days.
en - fine-tuning: The universe's «fine-tuning» puzzles physicists.
en + alignment: «Alignment» researchers left the lab.
en - alignment: Wheel «alignment» costs ninety dollars.
en - alignment: Set the text «alignment» to left.
en + ai-diffusion-rule: The «AI diffusion rule» was dropped in May.
en - ai-diffusion-rule: A «diffusion» model draws the image.
en - ai-diffusion-rule: «Diffusion» of salt through the membrane is slow.
en + frontier-model: «Frontier models» stay closed.
en - frontier-model: Guards closed the «frontier».
en + compute: They bought more «compute».
en - compute: Please «compute» the average.
en + data-center: A 5-gigawatt «cluster» will rise in Abu Dhabi.
en - data-center: A «cluster» of flu cases appeared.
en - data-center: A star «cluster» is visible.
en + gpu: The UAE may buy 500,000 «chips» a year.
en - gpu: Fish and «chips» cost more now.
en + gigawatt: The campus needs five «GW».
en - gigawatt: «GW» beat Georgetown on Saturday.
en - gigawatt: LIGO saw «GW»150914.
en + megawatt: The first 200 «MW» open in 2026.
en - megawatt: The protein has a «MW» of 50 kDa.
en + large-language-model: The «LLM» answers in Arabic.
en - large-language-model: She holds an «LLM» from Leiden.
en + agi: The goal is «AGI».
en - agi: Enter your «AGI» from last year's tax return.
en + mixture-of-experts: It is an «MoE» with 32B active parameters.
en - mixture-of-experts: The «MOE» opened new schools.
en + h20: China told firms to avoid the «H20».
en - h20: Drink more «H2O».
en + h100: The chip is from NVIDIA's «Hopper» family.
en - h100: Edward «Hopper» painted diners.
en + blackwell: «Blackwell» racks need liquid cooling.
en - blackwell: «Blackwell» published the textbook.
en + digital-silk-road: The «DSR» exports cloud and cameras.
en - digital-silk-road: The landlord's «DSR» ratio is high.
en + belt-and-road: Kenya's line was a «BRI» project.
en - belt-and-road: The «BRI» bank in Indonesia lends to farmers.
en + cloud-act: The «CLOUD Act» reaches data in Paris.
en - cloud-act: The EU plans a «Cloud and AI Development Act».
en + eu-ai-act: The «AI Act» bans social scoring.
en - eu-ai-act: Korea's own «AI Basic Act» takes effect in January.
en + ai-action-plan: Trump's «AI Action Plan» backs open models.
en + ai-continent-action-plan: Brussels' «AI Continent Action Plan» funds gigafactories.
en - ai-action-plan: Beijing published a global AI governance «action plan».
en + ai-gigafactory: The EU will fund «AI gigafactories».
en - ai-gigafactory: Tesla's «Gigafactory» near Berlin makes cars.
zh + qwen: 阿里巴巴发布了新的«通义千问»模型。
zh - ernie: 《«文心»雕龙》是古代文论名著。
`;

interface InFile {
  readonly id: EntryId;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly (string | Alias)[];
}
const folder = new URL("../data/entries/", import.meta.url);
const entries = readdirSync(folder)
  .toSorted()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as InFile[])
  .map(({ id, kind, name, aliases }) => ({
    id,
    kind,
    name,
    aliases: aliases.map((alias) => (typeof alias === "string" ? { text: alias } : alias)),
  }));
const lexicon = compile(entries);

/** Entries of the mentions that touch the marked words. */
function meant(sentence: string, lang: string): EntryId[] {
  const start = sentence.indexOf("«");
  const end = sentence.indexOf("»") - 1;
  const text = sentence.replace(/[«»]/g, "");
  const flow = { text, lang, candidates: scan(lexicon, text, () => true, lang) };
  const [mentions = []] = resolve(lexicon, [flow], { title: "", lang });
  return mentions.filter((mention) => mention.start < end && mention.end > start).map(({ entry }) => entry);
}

describe("the bundled pack", () => {
  const rows = SENTENCES.trim()
    .split("\n")
    .map((line) => /^(?<lang>..) (?<sign>[+-]) (?<ids>[^:]+): (?<sentence>.+)$/.exec(line)!.groups!)
    .map(({ lang = "", sign = "", ids = "", sentence = "" }) => ({
      lang,
      sign,
      ids: ids.split("|"),
      sentence,
    }));

  test.each(rows.filter(({ sign }) => sign === "+"))(
    "means $ids in: $sentence",
    ({ lang, ids, sentence }) => {
      expect(meant(sentence, lang).filter((id) => ids.includes(id))).not.toEqual([]);
    },
  );

  test.each(rows.filter(({ sign }) => sign === "-"))(
    "does not mean $ids in: $sentence",
    ({ lang, ids, sentence }) => {
      expect(meant(sentence, lang).filter((id) => ids.includes(id))).toEqual([]);
    },
  );

  test("has its hard sentences all here", () => {
    expect(rows).toHaveLength(221);
  });
});
