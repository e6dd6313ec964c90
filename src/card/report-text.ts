import type { Words } from "../core/words.ts";
import type { CardContent } from "../messages/contract.ts";
import type { MentionInfo } from "../ui/Why.tsx";

/** A text for reporting a mistake: what was shown, by which data, and room for what is wrong. Nothing of the page. */
export function reportText({ entry, pack }: CardContent, mention: MentionInfo | null, words: Words): string {
  return [
    words.say("card_report_entry", entry.name, entry.id),
    words.say("card_report_pack", pack.name, String(pack.revision)),
    ...(mention ? [words.say("card_report_matched", mention.alias, mention.rule)] : []),
    "",
    words.say("card_report_wrong"),
    "",
    words.say("card_report_source"),
    "",
  ].join("\n");
}
