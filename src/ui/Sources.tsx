import type { Source, SourceId } from "../core/pack.ts";
import { gradeKey } from "./keys.ts";
import { Meta } from "./Meta.tsx";
import { OutLink } from "./OutLink.tsx";
import { hostOf, sourceTitle } from "./source-title.ts";
import { useSpeech } from "./words-context.ts";

interface SourcesProps {
  readonly sources: readonly Source[];
  /** What is listed; the rest is not cited in what is shown. */
  readonly cited: ReadonlySet<SourceId>;
}

/** The documents that the claims rest on, by the numbers the claims carry. */
export function Sources({ sources, cited }: SourcesProps) {
  const { words, formats } = useSpeech();
  return (
    <>
      {navigator.onLine ? null : <p class="meta">{words.say("card_offline")}</p>}
      <ol class="sources">
        {sources.map((source, at) => {
          if (!cited.has(source.id)) return null;
          const title = sourceTitle(source);
          const host = hostOf(source.url);
          return (
            <li key={source.id} value={at + 1} data-source={at + 1} tabIndex={-1}>
              <OutLink url={source.url}>
                <bdi>{title}</bdi>
              </OutLink>{" "}
              <Meta
                of={[
                  source.publisher ?? (host === title ? null : host),
                  source.date ? formats.date(source.date) : words.say("card_source_undated"),
                  words.say(gradeKey(source.grade)),
                ]}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}
