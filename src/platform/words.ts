import type { MessageKey, Words } from "../core/words.ts";
import { browser } from "./browser.ts";

/** The interface's words in the browser's language, or in the nearest that we speak. */
export function words(): Words {
  const { i18n } = browser;
  // Of the words that are found, not of the browser's interface: the two can differ.
  const lang = i18n.getMessage("extension_language") || "en";
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  /** A card of a script that an update has cut off is closing: it needs no words, and asking would throw. */
  const isCutOff = (): boolean => browser.runtime !== undefined && !browser.runtime.id;
  const say: Words["say"] = (key, ...fill) => (isCutOff() ? "" : i18n.getMessage(key, [...fill]) || key);
  return {
    lang,
    dir: lang === "ar" ? "rtl" : "ltr", // of the languages we speak
    say,
    count(key, count, ...fill) {
      const number = numbers.format(count);
      if (isCutOff()) return number;
      const exact = i18n.getMessage(`${key}_${plural.select(count)}`, [number, ...fill]);
      return exact || say(`${key}_other` as MessageKey, number, ...fill);
    },
  };
}
