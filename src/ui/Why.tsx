import type { Rule } from "../core/mention.ts";
import { ruleKey } from "./keys.ts";
import { useWords } from "./words-context.ts";

/** What a card knows of the mention it explains. */
export interface MentionInfo {
  readonly alias: string;
  readonly rule: Rule;
  readonly cue: string | null;
}

/** Why these words were taken for this entry. */
export function Why({ alias, rule, cue }: MentionInfo) {
  const words = useWords();
  const needsCue = rule.startsWith("cue-");
  return (
    <p class="why">
      <b>{words.say("card_why")}</b>{" "}
      {words.say(ruleKey(needsCue && cue === null ? "name" : rule), alias, cue ?? "")}
    </p>
  );
}
