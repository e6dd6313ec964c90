import type { Difference } from "../core/pack.ts";
import { Refs, useCited } from "./Refs.tsx";
import { useWords } from "./words-context.ts";

/** Both sides of a difference, with equal weight. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const words = useWords();
  const { lang } = useCited();
  return (
    <>
      {differences.map(({ claim, record }) => (
        <dl class="difference" key={claim.text}>
          <div>
            <dt>{words.say("card_claim")}</dt>
            <dd lang={lang} dir="auto">
              {claim.text}
              <Refs of={claim.sources} />
            </dd>
          </div>
          <div>
            <dt>{words.say("card_record")}</dt>
            <dd lang={lang} dir="auto">
              {record.text}
              <Refs of={record.sources} />
            </dd>
          </div>
        </dl>
      ))}
    </>
  );
}
