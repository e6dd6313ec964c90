import type { CardContent } from "../../src/messages/contract.ts";

/** Made-up entries for what the real ones do not have: long names, forty facts, nothing, right-to-left, hostile texts. */
export function madeUp(model: CardContent): Readonly<Record<string, CardContent>> {
  const { entry } = model;
  const source = model.sources[0]!;
  const bare: CardContent = {
    ...model,
    entry: {
      ...entry,
      id: "bare",
      kind: "concept",
      name: "Fine-tuning",
      line: "Further training of a finished model on narrower data",
      summary:
        "Fine-tuning is the further training of a model on a smaller set of examples, to fit it to a task.",
      sources: [],
      editorial: true,
      facts: [],
      figures: [],
      events: [],
      differences: [],
    },
    quotes: [],
    sources: [],
    ties: [],
  };
  const long: CardContent = {
    ...model,
    entry: {
      ...entry,
      id: "long",
      kind: "organisation",
      name: "Bundesministerium für Digitalisierung, Staatsmodernisierung und Verwaltungsverfahrensbeschleunigung",
      line: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und andere sehr lange Wörter",
      lang: "de",
    },
  };
  const forty: CardContent = {
    ...model,
    entry: {
      ...entry,
      id: "forty",
      facts: Array.from({ length: 40 }, (_, at) => ({
        text: `Fact number ${at + 1}: something happened that took a whole sentence to say.`,
        date: at % 3 === 0 ? "2025" : at % 3 === 1 ? "2025-04" : "2025-04-17",
        sources: [source.id],
      })),
    },
  };
  const nasty =
    "<img src=x onerror=alert(1)> & &amp; </style><script>alert(2)</script> {{x}} 👩‍👩‍👧‍👦 \u202Eabc ";
  const hostile: CardContent = {
    ...model,
    entry: {
      ...entry,
      id: "hostile",
      name: nasty,
      line: nasty,
      summary: nasty.repeat(30).slice(0, 1200),
      facts: [{ text: "x".repeat(300), date: "soon", sources: [source.id] }],
    },
    sources: model.sources.map((each) => ({ ...each, title: nasty, url: "javascript:alert(3)" })),
  };
  const arabic: CardContent = {
    ...model,
    entry: {
      ...entry,
      id: "arabic",
      lang: "ar",
      name: "ستارغيت الإمارات",
      line: "مجمّع مراكز بيانات مخطّط له في أبوظبي",
      summary:
        "ستارغيت الإمارات مجمّع مراكز بيانات بقدرة 1 غيغاواط يُخطَّط له في أبوظبي داخل حرم بقدرة 5 غيغاواط. تبنيه G42 وتشغّله OpenAI وOracle.",
      facts: entry.facts.slice(0, 3),
    },
  };
  return { bare, long, forty, hostile, arabic };
}
