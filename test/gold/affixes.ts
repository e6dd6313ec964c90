import { keyOf } from "../../src/core/fold.ts";
import { irregularPlural } from "../../src/core/inflect.ts";

/** Endings that may be glued to an alias; then a possessive. */
const BEHIND = /^(?:s|es|e|en|er|n)?(?:'s?)?$/;
const NUMBER = /^[\d.,]*$/;

/**
 * Is a mention its alias and nothing more than an affix: plural, genitive and possessive behind; the Arabic article,
 * or what a prefix leaves of it, before; the number that a unit is closed up with (200MW)? The English article, where
 * an alias asks for it, stays outside. In a hashtag its words stand without spaces.
 */
export function isAliasWithAffix(mention: string, alias: string): boolean {
  const seen = keyOf(mention);
  const key = keyOf(alias.replace(/^the /, ""));
  const bare = key.replace(/^\u0627\u0644/, "");
  const before = /^[A-Za-z]{2}$/.test(alias) ? NUMBER : /^(?:\u0627?\u0644)?$/;
  const isIn = (seen: string, form: string): boolean => {
    const at = seen.indexOf(form);
    return at >= 0 && before.test(seen.slice(0, at)) && BEHIND.test(seen.slice(at + form.length));
  };
  if ([key, bare, irregularPlural(key) ?? key].some((form) => isIn(seen, form))) return true;
  // In a hashtag nothing parts the words.
  return !/[ -]/.test(seen) && isIn(seen.replaceAll("_", ""), key.replaceAll(/[ -]/g, ""));
}
