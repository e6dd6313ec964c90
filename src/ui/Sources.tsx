import type { Source } from "../core/pack.ts";
import { gradeKey } from "./keys.ts";
import { OutLink } from "./OutLink.tsx";
import { hostOf, sourceTitle } from "./source-title.ts";
import { useSpeech } from "./words-context.ts";

interface SourcesProps {
  readonly sources: readonly Source[];
  /** Numbers (from 1) to list; the rest is not cited in what is shown. */
  readonly shown: ReadonlySet<number>;
}

/** The documents that the claims rest on, by the numbers the claims carry. */
export function Sources({ sources, shown }: SourcesProps) {
  const { words, formats } = useSpeech();
  return (
    <ol class="sources">
      {sources.map((source, at) => {
        if (!shown.has(at + 1)) return null;
        const title = sourceTitle(source);
        const host = hostOf(source.url);
        const about = [
          source.publisher ?? (host === title ? null : host),
          source.date ? formats.date(source.date) : words.say("card_source_undated"),
          words.say(gradeKey(source.grade)),
        ];
        return (
          <li key={source.id} value={at + 1} data-source={at + 1} tabIndex={-1}>
            <span class="number" aria-hidden="true">
              {at + 1}
            </span>
            <span>
              <OutLink url={source.url}>
                <bdi>{title}</bdi>
              </OutLink>{" "}
              <span class="meta">
                {about
                  .filter((part) => part !== null)
                  .map((part) => (
                    <bdi key={part}>{part}</bdi>
                  ))}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
