import type { MessageKey, Words } from "../core/words.ts";
import { browser } from "./browser.ts";

/** The interface's words in the browser's language. */
export function words(): Words {
  const { i18n } = browser;
  const lang = i18n.getUILanguage();
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const say: Words["say"] = (key, ...fill) => i18n.getMessage(key, [...fill]) || key;
  return {
    lang,
    dir: i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr",
    say,
    count(key, count, ...fill) {
      const number = numbers.format(count);
      const exact = i18n.getMessage(`${key}_${plural.select(count)}`, [number, ...fill]);
      return exact || say(`${key}_other` as MessageKey, number, ...fill);
    },
  };
}
