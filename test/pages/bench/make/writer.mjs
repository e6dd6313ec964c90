import { readFileSync } from "node:fs";
import { randomOf } from "./random.mjs";

const bank = (name) => JSON.parse(readFileSync(new URL(`../banks/${name}.json`, import.meta.url), "utf8"));

const SLOTS = bank("slots");
const BANKS = {
  topic: bank("topic.en"),
  plain: bank("plain.en"),
  shop: bank("shop.en"),
  zh: bank("texts.zh"),
  ja: bank("texts.ja"),
  ar: bank("texts.ar"),
  fr: bank("texts.fr"),
  de: bank("texts.de"),
};
const TITLES = bank("titles.en");

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * Writes sentences from the banks; what it writes depends on the name alone.
 *
 * @param share of sentences that are about our topic, 0 to 1; the others hold no name that we know, and with 0 the
 *   whole page is `quiet`
 */
export function writerOf(name, share = 0.35) {
  const random = randomOf(name);
  const { pick, upTo, chance } = random;

  const fill = (text) =>
    text.replace(/\{(\w+)\}/g, (_, slot) => {
      if (slot === "n") return String(13 + upTo(880));
      if (slot === "m") return String(2 + upTo(8));
      if (slot === "year") return String(1890 + upTo(120));
      return pick(SLOTS[slot]);
    });

  const english = () => (chance(share) ? "topic" : "plain");
  const sentence = (kind = english()) => escape(fill(pick(BANKS[kind])));

  /** Some words of a text within an element, as writers do: at word borders, or through a word now and then. */
  const spice = (text, rate) => {
    const words = text.split(" ");
    return words
      .map((word, at) => {
        if (!chance(rate)) return word;
        const tag = pick(["a", "a", "a", "em", "strong", "span", "i", "b"]);
        const open = tag === "a" ? `<a href="/s/${upTo(9999)}?from=text" class="link">` : `<${tag}>`;
        if (word.length > 5 && chance(0.1) && !word.includes("&")) return `${word.slice(0, 3)}${open}${word.slice(3)}</${tag}>`;
        const next = words[at + 1];
        if (next && chance(0.4)) {
          words[at + 1] = "";
          return `${open}${word} ${next}</${tag}>`;
        }
        return `${open}${word}</${tag}>`;
      })
      .filter(Boolean)
      .join(" ");
  };

  const joined = (kind) => (kind === "zh" || kind === "ja" ? "" : " ");
  const prose = (count, { kind, rate = 0.03 } = {}) =>
    spice(Array.from({ length: count }, () => sentence(kind)).join(joined(kind)), rate);

  const title = () => escape(fill(pick(TITLES[chance(share) ? "topic" : "plain"])));
  const person = () => pick(SLOTS.person);
  const many = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join("\n");
  return { ...random, sentence, prose, title, person, many, quiet: share === 0 };
}
