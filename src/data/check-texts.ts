import type { Entry } from "../core/pack.ts";
import type { Say } from "./check.ts";

const MOST_IN_LINE = 12;
const FEWEST_IN_SUMMARY = 8;
const MOST_IN_SUMMARY = 60;
const MOST_IN_SENTENCE = 30;

/** Runs with a letter or digit in them; a dash that stands alone is no word. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

/** The sentences of a text. An abbreviation may cut one in two: that errs on the lenient side. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.!?][”’"')]?)\s+/u);
}

/** Lengths a card can show and a reader can take in. */
export function checkTexts(entry: Entry, say: Say): void {
  const { id, line, summary } = entry;
  if (countWords(line) > MOST_IN_LINE)
    say(id, "line", `has ${countWords(line)} words, at most ${MOST_IN_LINE}`);
  if (/[.!?]$/u.test(line)) say(id, "line", "ends with a full stop");
  const words = countWords(summary);
  if (words < FEWEST_IN_SUMMARY || words > MOST_IN_SUMMARY) {
    say(id, "summary", `has ${words} words, not ${FEWEST_IN_SUMMARY} to ${MOST_IN_SUMMARY}`);
  }
  for (const [field, text] of prose(entry)) {
    const longest = Math.max(...sentences(text).map(countWords));
    if (longest > MOST_IN_SENTENCE) {
      say(id, field, `has a sentence of ${longest} words, at most ${MOST_IN_SENTENCE}`);
    }
    if (!/[.!?][”’"')]?$/u.test(text)) say(id, field, "does not end with a full stop");
  }
}

/** Every text of an entry that is written in sentences, with its field. */
export function prose(entry: Entry): [field: string, text: string][] {
  return [
    ["summary", entry.summary],
    ...entry.facts.map((fact, at): [string, string] => [`facts[${at}].text`, fact.text]),
    ...entry.events.map((event, at): [string, string] => [`events[${at}].text`, event.text]),
    ...entry.differences.flatMap(({ claim, record }, at): [string, string][] => [
      [`differences[${at}].claim.text`, claim.text],
      [`differences[${at}].record.text`, record.text],
    ]),
  ];
}
