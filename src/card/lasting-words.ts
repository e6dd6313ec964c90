import type { MessageKey, Words } from "../core/words.ts";

/** What a card may still have to say when the extension is gone and its words with it. */
const LAST: readonly MessageKey[] = [
  "card_gone",
  "card_reload",
  "card_more_failed",
  "card_copied",
  "card_copy_failed",
];

/**
 * Words that outlive an update: a card that is open then keeps the labels it has, and can say what happened.
 * Only texts without anything filled in are kept, so there are no more of them than keys.
 */
export function lastingWords(words: Words): Words {
  const kept = new Map<MessageKey, string>();
  const say: Words["say"] = (key, ...fill) => {
    if (fill.length > 0) return words.say(key, ...fill);
    const text = kept.get(key) ?? words.say(key);
    kept.set(key, text);
    return text;
  };
  for (const key of LAST) say(key);
  return { ...words, say };
}
