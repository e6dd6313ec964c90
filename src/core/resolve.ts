import { evidenceOf, occurrences } from "./evidence.ts";
import { speaks } from "./languages.ts";
import {
  aliasLang,
  aliasText,
  entryId,
  entryKind,
  FLAG,
  type Lexicon,
  POLICY,
  policyOf,
  stringAt,
} from "./lexicon.ts";
import type { Candidate, Flow, Mention, Sense } from "./mention.ts";

/**
 * Candidates of a whole page → mentions, one list a flow, sorted and disjoint. What the page adds to the block's
 * evidence: its title, and what was named before. In document order; the same flows give the same mentions.
 */
export function resolve(
  lexicon: Lexicon,
  flows: readonly Flow[],
  page: { readonly title: string; readonly lang: string },
): readonly (readonly Mention[])[] {
  const title = evidenceOf(page.title);
  const seen = new Set<number>();
  return flows.map((flow) => {
    const mentions: Mention[] = [];
    const lang = flow.lang || page.lang;
    let free = 0;
    for (const candidate of flow.candidates) {
      if (candidate.start < free) continue;
      const mention = decide(lexicon, candidate, title, lang, seen);
      if (mention === null) continue;
      mentions.push(mention);
      free = candidate.end;
    }
    return mentions;
  });
}

function decide(
  lexicon: Lexicon,
  { start, end, senses }: Candidate,
  title: string,
  lang: string,
  seen: Set<number>,
): Mention | null {
  const accepted: Sense[] = [];
  for (const sense of senses) {
    if (sense.score < 0 || !speaks(aliasLang(lexicon, sense.alias), lang)) continue;
    const entry = lexicon.aliasEntry[sense.alias]!;
    if (sense.rule === "surname") {
      if (seen.has(entry)) accepted.push({ ...sense, score: 1 });
    } else if (sense.score > 0) accepted.push(sense);
    else {
      const cue = [...policyOf(lexicon, sense.alias, POLICY.cues)].find(
        (n) => occurrences(title, stringAt(lexicon, n)).length > 0,
      );
      if (cue !== undefined)
        accepted.push({ ...sense, score: 1, rule: "cue-title", cue: stringAt(lexicon, cue) });
    }
  }
  accepted.sort((a, b) => b.score - a.score);
  const best = accepted[0];
  if (best === undefined) return null;
  const entry = lexicon.aliasEntry[best.alias]!;
  seen.add(entry);
  const others = new Set(accepted.map(({ alias }) => lexicon.aliasEntry[alias]!));
  others.delete(entry);
  return {
    start,
    end,
    entry: entryId(lexicon, entry),
    kind: entryKind(lexicon, entry),
    alias: aliasText(lexicon, best.alias),
    everyday: (lexicon.aliasFlags[best.alias]! & FLAG.everyday) !== 0,
    rule: best.rule,
    cue: best.cue,
    others: [...others].map((other) => entryId(lexicon, other)),
  };
}
