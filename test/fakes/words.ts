import messages from "../../src/_locales/en/messages.json";
import type { MessageKey, Words } from "../../src/core/words.ts";

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The real English words without a browser around them; other locales by their parsed file. */
export function fakeWords(lang = "en", dir: Words["dir"] = "ltr", locale: Messages = messages): Words {
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const find = (key: string) => locale[key]?.message ?? (messages as Messages)[key]?.message;
  const put = (text: string, fill: readonly string[]) =>
    text.replace(/\$(\d)/g, (_, at) => fill[Number(at) - 1] ?? "");
  return {
    lang,
    dir,
    say(key: MessageKey, ...fill) {
      const text = find(key);
      if (text === undefined) throw new RangeError(`no words for ${key}`);
      return put(text, fill);
    },
    count(key, count, ...fill) {
      const text = find(`${key}_${plural.select(count)}`) ?? find(`${key}_other`);
      if (text === undefined) throw new RangeError(`no words for ${key}`);
      return put(text, [numbers.format(count), ...fill]);
    },
  };
}
