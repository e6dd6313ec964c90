import type { EntryId } from "../core/pack.ts";
import type { Tie } from "../messages/contract.ts";
import { family } from "./family.ts";
import { relationKey } from "./keys.ts";
import { useWords } from "./words-context.ts";

interface TiesProps {
  readonly ties: readonly Tie[];
  /** Entries that also occur on the page: they come first. */
  readonly here: readonly EntryId[];
  readonly onOpen: (id: EntryId) => void;
}

/** Related entries, each with what ties it to this one. */
export function Ties({ ties, here, onOpen }: TiesProps) {
  const words = useWords();
  const near = ties.filter(({ id }) => here.includes(id));
  const far = ties.filter(({ id }) => !here.includes(id));
  return (
    <>
      {near.length > 0 ? (
        <>
          <h4>{words.say("card_related_here")}</h4>
          <TieList ties={near} onOpen={onOpen} />
        </>
      ) : null}
      {near.length > 0 && far.length > 0 ? <h4>{words.say("card_related_else")}</h4> : null}
      {far.length > 0 ? <TieList ties={far} onOpen={onOpen} /> : null}
    </>
  );
}

function TieList({ ties, onOpen }: Pick<TiesProps, "ties" | "onOpen">) {
  const words = useWords();
  return (
    <ul class="ties">
      {ties.map(({ id, name, kind, line, type, inverse }) => (
        <li key={`${id} ${type} ${inverse}`} data-family={family(kind)}>
          <span class="relation">{words.say(relationKey(type, inverse))}</span>{" "}
          <button type="button" class="link" onClick={() => onOpen(id)}>
            <bdi>{name}</bdi>
          </button>{" "}
          <span class="meta">
            <bdi>{line}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
