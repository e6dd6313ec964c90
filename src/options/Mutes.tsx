import { useEffect, useState } from "preact/hooks";
import type { Mute } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import type { Ports } from "./ports.ts";

interface MutesProps {
  readonly muted: readonly Mute[];
  readonly nameOf: Ports["nameOf"];
  readonly onChange: (muted: readonly Mute[]) => void;
}

/** What the reader does not want to see marked. What was let back in can be muted again while the page is open. */
export function Mutes({ muted, nameOf, onChange }: MutesProps) {
  const words = useWords();
  const names = useNames(muted, nameOf);
  const [undone, setUndone] = useState<readonly Mute[]>([]);
  const gone = undone.filter((mute) => !muted.some((other) => same(other, mute)));
  const title = ({ entry, alias }: Mute) => alias ?? names.get(entry) ?? entry;
  const where = ({ alias, site }: Mute) =>
    [
      words.say(alias === null ? "options_muted_entry" : "options_muted_alias"),
      site === null ? words.say("options_muted_everywhere") : words.say("options_muted_on", site),
    ].join(" · ");
  return (
    <>
      {muted.length === 0 && gone.length === 0 ? <p class="empty">{words.say("options_no_muted")}</p> : null}
      <ul class="items">
        {muted.map((mute) => (
          <li key={keyOf(mute)}>
            <span>
              <bdi>{title(mute)}</bdi> <span class="meta">{where(mute)}</span>
            </span>
            <button
              type="button"
              aria-label={words.say("options_unmute_term", title(mute))}
              onClick={() => {
                setUndone([...undone, mute]);
                onChange(muted.filter((other) => !same(other, mute)));
              }}
            >
              {words.say("options_unmute")}
            </button>
          </li>
        ))}
        {gone.map((mute) => (
          <li key={`gone ${keyOf(mute)}`} class="gone">
            <span role="status">{words.say("options_unmuted", title(mute))}</span>
            <button type="button" onClick={() => onChange([...muted, mute])}>
              {words.say("options_undo")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function useNames(muted: readonly Mute[], nameOf: Ports["nameOf"]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = [...new Set(muted.map(({ entry }) => entry))].join("\n");
  useEffect(() => {
    let isLate = false;
    const asked = ids === "" ? [] : ids.split("\n");
    Promise.all(asked.map(async (id) => [id, await nameOf(id)] as const)).then(
      (pairs) => {
        if (!isLate) setNames((known) => new Map([...known, ...pairs.flatMap(named)]));
      },
      () => undefined, // the ids stand in for the names
    );
    return () => {
      isLate = true;
    };
  }, [ids, nameOf]);
  return names;
}

function named([id, name]: readonly [string, string | null]): readonly (readonly [string, string])[] {
  return name === null ? [] : [[id, name]];
}

const keyOf = ({ entry, alias, site }: Mute) => JSON.stringify([entry, alias, site]);
const same = (a: Mute, b: Mute) => keyOf(a) === keyOf(b);
