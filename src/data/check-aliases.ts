import { keyOf } from "../core/fold.ts";
import type { Alias, Entry, EntryId } from "../core/pack.ts";
import type { Say } from "./check.ts";
import { shown } from "./problem.ts";

/** One alias text that two entries claim, and what tells the two apart (`null`: nothing does). */
export interface SharedAlias {
  readonly text: string;
  readonly entries: readonly [EntryId, EntryId];
  /** Place of the alias in the second entry. */
  readonly at: number;
  readonly separator: "language" | "case" | "cues" | "surname" | null;
}

/** No alias is empty, none stands twice in its entry, none belongs to two entries that nothing tells apart. */
export function checkAliases(entries: readonly Entry[], say: Say): void {
  for (const { id, aliases } of entries) {
    if (aliases.length === 0) say(id, "aliases", "has none");
    const keys = aliases.map(({ text }) => keyOf(text));
    aliases.forEach((alias, at) => {
      const key = keys[at] ?? "";
      if (isEmpty(key)) say(id, `aliases[${at}].text`, `"${shown(alias.text)}" is empty after folding`);
      else if (aliases.findIndex((other, i) => keys[i] === key && sameReach(alias, other)) !== at) {
        say(id, `aliases[${at}].text`, `"${alias.text}" stands there twice`);
      }
      for (const list of ["cues", "rivals", "neverAfter", "neverBefore"] as const) {
        alias[list]?.forEach((word, which) => {
          if (isEmpty(keyOf(word))) {
            say(id, `aliases[${at}].${list}[${which}]`, `"${shown(word)}" is empty after folding`);
          }
        });
      }
    });
  }
  for (const { text, entries: two, at, separator } of sharedAliases(entries)) {
    if (separator === null) {
      say(
        two[1],
        `aliases[${at}].text`,
        `"${text}" is an alias of ${two[0]} too, and no policy tells them apart`,
      );
    }
  }
}

/** Every alias two entries share, in order of the entries. */
export function sharedAliases(entries: readonly Entry[]): SharedAlias[] {
  const owners = new Map<string, { readonly id: EntryId; readonly alias: Alias }[]>();
  const shared: SharedAlias[] = [];
  for (const { id, aliases } of entries) {
    aliases.forEach((alias, at) => {
      const folded = keyOf(alias.text);
      const others = owners.get(folded) ?? [];
      for (const other of others) {
        if (other.id === id || isEmpty(folded)) continue;
        const separator = whatSeparates(other.alias, alias);
        shared.push({ text: alias.text, entries: [other.id, id], at, separator });
      }
      owners.set(folded, [...others, { id, alias }]);
    });
  }
  return shared;
}

/** The case rule in force, as `core/pack.ts` words it for an alias that sets none. */
export function caseInForce({ text, case: chosen }: Alias): "exact" | "capital" | "free" {
  if (chosen) return chosen;
  const capitalLater = /\p{Lu}/u.test([...text].slice(1).join(""));
  const shortName = /^\p{Lu}\p{L}{0,3}$/u.test(text);
  return capitalLater || shortName ? "exact" : "free";
}

function whatSeparates(a: Alias, b: Alias): SharedAlias["separator"] {
  if (a.lang && b.lang && primary(a.lang) !== primary(b.lang)) return "language";
  if (a.text !== b.text && caseInForce(a) === "exact" && caseInForce(b) === "exact") return "case";
  if (a.surname && b.surname) return "surname";
  return tells(a, b) && tells(b, a) ? "cues" : null;
}

/** Has this alias something of its own to go by? */
function tells(alias: Alias, other: Alias): boolean {
  if (alias.surname) return true;
  return (alias.cues ?? []).some((cue) => !(other.cues ?? []).includes(cue));
}

/** Would one of the two do? Not where one goes by the full name and the other by cues, nor where their letters differ. */
function sameReach(a: Alias, b: Alias): boolean {
  if (a.lang !== b.lang || a.surname !== b.surname || hasCues(a) !== hasCues(b)) return false;
  const exact = caseInForce(a) === "exact" && caseInForce(b) === "exact";
  return !exact || a.text === b.text;
}

/** Nothing is left to look for: dashes and spaces alone stand between words, they are none. */
function isEmpty(key: string): boolean {
  return /^[\s-]*$/.test(key);
}

function hasCues({ cues = [] }: Alias): boolean {
  return cues.length > 0;
}

function primary(lang: string): string {
  return lang.split("-")[0] ?? "";
}
