import type messages from "../_locales/en/messages.json";

/** Every text of the interface has a key in `_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages;

/** Keys that come in plural forms: `popup_mentions` for `popup_mentions_one`, `popup_mentions_other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** The interface's words in the reader's language; components get them as an argument. */
export interface Words {
  /** BCP 47 language of the words. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** @param fill texts for the placeholders `$1`, `$2` … in order */
  say(key: MessageKey, ...fill: readonly string[]): string;
  /** The form for this count by the language's plural rules; the formatted count is the first placeholder. */
  count(key: PluralKey, count: number, ...fill: readonly string[]): string;
}
