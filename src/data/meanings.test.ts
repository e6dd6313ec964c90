import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../core/compile.ts";
import { keyOf } from "../core/fold.ts";
import { resolve } from "../core/resolve.ts";
import { scan } from "../core/scan.ts";
import { assemble, PACK_FILES } from "./assemble.ts";

const parts = PACK_FILES.map((file) => ({ file, text: readFileSync(`src/data/${file}`, "utf8") }));
const { entries } = assemble(parts).draft;
const lexicon = compile(entries);

/** What cues and rivals must tell apart: `+` the entry is meant by the marked words, `-` it is not. */
const SENTENCES = `
fr + claude: Le cabinet préfère «Claude», le modèle d’Anthropic, parce qu’il ne ment pas.
fr - claude: Mon collègue «Claude» ne sait pas ce que fait ChatGPT.
de + claude: Wer das Modell von Anthropic nutzt, bindet «Claude» ans eigene Netz an.
de - claude: Mein Kollege «Claude» misstraut jedem Chatbot.
en - claude: Her colleague «Claude» wrote the chatbot a letter.
de + mistral-ai: Das Start-up «Mistral» hat ein zweites Modell vorgestellt.
de - mistral-ai: An der Küste weht der «Mistral», sagt die KI des Wetterdienstes.
de + llama: Die Stadtwerke setzen auf «Llama», ein Modell zum Herunterladen.
fr + gemini: Le lycée a choisi «Gemini», un modèle dont on parle peu.
de + meta: Im Mai kündigte «Meta» Milliarden für neue Rechenzentren an.
de + meta: Getestet wurde auch Llama, «Metas» Antwort auf die Konkurrenz aus China.
fr + deepseek-r1: On parle de «R1», car DeepSeek l’a publié.
en + meta: Three historians sued «Meta» because Llama had learnt from an unpublished novel.
en + token: Llama 4 saw thirty trillion «tokens» before it was let out.
en - token: The chatbot sent flowers as a «token» of affection.
en - gpu: For the engineers of OpenAI there was haddock and «chips» in the tent.
en - gpu: Access to the chatbot is cheap as «chips».
de - gpu: Auf der Messe für KI gab es Bratwurst, Pommes und «Chips».
en + gpu: Startups rent «chips» from Cerebras by the hour.
de - training-run: Die Läufer nutzen ChatGPT für ihr «Training».
fr + training-run: L’«entraînement» demande dix fois plus de calcul que l’inférence.
en - parameters: Ask ChatGPT for the recipe, then set the «parameters» of the oven.
en - distillation: The chatbot explained the «distillation» of plum brandy.
en - gemini: I told Google’s assistant that I am a «Gemini».
en - gemini: «Gemini» Space Station fell while Alphabet rose.
en - oracle: The data went to the price «oracle» of a blockchain.
en - oracle: «Oracle» is her third novel; the first was about servers.
en - stargate-project|stargate-uae: In Abilene they watched «Stargate», the series, all night.
fr - stargate-project|stargate-uae: Rien à voir avec OpenAI : «Stargate», la porte des étoiles, passe ce soir.
en + silicon-valley: After one season the coach left for a start-up in «Silicon Valley».
en + united-states-government: Anthropic asked the «federal government» for a single rule.
en + google: Analysts raised their target for «GOOGL» on Monday.
en - mohamed-bin-zayed: The clinic is in «Mohamed bin Zayed» City, near the bridge.
en - jensen-huang: Jensen Huang spoke first. Then Ms «Huang», the mayor, thanked him.
zh + doubao: 有人用通义千问，也有人用«豆包»。
ar + khazna: المبنى لشركة Khazna («خزنة»).
`;

const rows = [...SENTENCES.matchAll(/^(..) ([+-]) ([a-z0-9|-]+): (.+)$/gm)].map(
  ([, lang = "", sign = "", ids = "", sentence = ""]) => ({ lang, sign, ids: ids.split("|"), sentence }),
);

/** Entries of the mentions that touch the marked words. */
function meant(marked: string, lang: string): string[] {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace(/[«»]/g, "");
  const candidates = scan(lexicon, text, () => true, lang);
  const [mentions = []] = resolve(lexicon, [{ text, lang, candidates }], { title: "", lang });
  return mentions.filter((mention) => mention.start < end && mention.end > start).map(({ entry }) => entry);
}

describe("the bundled pack", () => {
  test.each(rows.filter(({ sign }) => sign === "+"))(
    "means $ids in: $sentence",
    ({ lang, ids, sentence }) => {
      expect(meant(sentence, lang)).toEqual(ids);
    },
  );

  test.each(rows.filter(({ sign }) => sign === "-"))(
    "does not mean $ids in: $sentence",
    ({ lang, ids, sentence }) => {
      expect(meant(sentence, lang).filter((id) => ids.includes(id))).toEqual([]);
    },
  );

  test("has its sentences all here", () => {
    expect(rows).toHaveLength(36);
  });
});

/** Words that every second sentence holds: a rival among them, folded, would rule a name out all over that language. */
const SMALL_WORDS = {
  en: "a after all an and are as at be but by can could do for from had has have he her his how if in is it its just like more no not of on one or our out over she so some than that the their them then there they this to two up was we were what when which who will with would you",
  fr: "a ai au aussi aux avec car cas ce ces cet comme dans de des donc dont elle en entre est et été eu fait il ils la le les leur lui mais me même moi mon ne nos nous on or ou où par pas peu plus pour que qui sa sans se ses si son sont sous sur ta te tout tu un une vers vos vous",
  de: "aber alle als am an ans art auch auf aus bei bis da dann das dass dem den der des die dort du ein eine er es fast für hat hier ich im in ins ist kann kein los mal man mehr mit nach nicht noch nur ob oder rat sehr sein sich sie sind so tag über um und uns vom von vor war was wer wie will wir wird wo zu zum zur",
  es: "al año años ante aun bien cada como con cual de del donde dos el ella en era es esa ese está fue ha han has hasta hay la las le les lo los más me mi muy ni no nos o otra para pero por que se ser si sin su sus también te tiene todo un una uno vez y ya yo",
};

test.each(Object.entries(SMALL_WORDS))("no rival is a small word of %s", (lang, words) => {
  const small = new Set(keyOf(words).split(" "));
  const heard = entries.flatMap(({ id, aliases }) =>
    aliases
      .map((alias) => (typeof alias === "string" ? { text: alias } : alias))
      .filter((alias) => (alias.lang ?? lang) === lang)
      .flatMap(({ text, rivals = [] }) => rivals.map((rival) => ({ id, text, rival }))),
  );
  const shouted = heard.filter(({ rival }) => rival === rival.toLowerCase());
  expect(shouted.filter(({ rival }) => small.has(keyOf(rival)))).toEqual([]);
});
