import { useEffect, useRef, useState } from "preact/hooks";
import type { EntryId } from "../core/pack.ts";
import type { CardContent } from "../messages/contract.ts";
import type { Settings } from "../settings/schema.ts";
import { Card } from "../ui/Card.tsx";
import { deep } from "../ui/deep.ts";
import { useWords } from "../ui/words-context.ts";
import type { Ports } from "./ports.ts";

interface EntryViewProps {
  readonly id: EntryId;
  readonly ports: Ports;
  readonly depth: Settings["depth"];
  readonly here: readonly EntryId[];
  /** `null`: there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  readonly onOpen: (id: EntryId) => void;
  readonly onDepth: (depth: Settings["depth"]) => void;
}

type Loaded = { readonly id: EntryId; readonly content: CardContent | null | "failed" };

/** One entry, read in place with the same card that pages get. */
export function EntryView({ id, ports, depth, here, onBack, onOpen, onDepth }: EntryViewProps) {
  const words = useWords();
  const region = useRef<HTMLElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isLate = false;
    ports.ask("entry.get", { id }).then(
      (content) => isLate || setLoaded({ id, content }),
      () => isLate || setLoaded({ id, content: "failed" }),
    );
    region.current?.focus();
    return () => {
      isLate = true;
    };
  }, [ports, id, attempt]);
  const content = loaded?.id === id ? loaded.content : undefined;
  const back = onBack ? (
    <button type="button" class="back" onClick={onBack}>
      <span aria-hidden="true">←</span> {words.say("popup_back")}
    </button>
  ) : null;
  const isCard = content !== undefined && content !== null && content !== "failed";
  return (
    <main
      ref={region}
      class="entry-view"
      tabIndex={-1}
      aria-labelledby={isCard ? "entry-title" : undefined}
      aria-busy={content === undefined}
    >
      <h1 class="unseen">{words.say("extension_name")}</h1>
      {isCard ? (
        <Card
          content={content}
          depth={depth}
          deep={deep}
          mention={null}
          published={null}
          here={here}
          titleId="entry-title"
          onDepth={onDepth}
          onOpen={onOpen}
          corner={back}
        />
      ) : (
        <>
          {back}
          <p role="status" class="note">
            {words.say(
              content === undefined
                ? "popup_entry_loading"
                : content === null
                  ? "popup_entry_unknown"
                  : "popup_no_answer",
            )}
          </p>
          {content === "failed" ? (
            <button type="button" onClick={() => setAttempt(attempt + 1)}>
              {words.say("popup_retry")}
            </button>
          ) : null}
        </>
      )}
    </main>
  );
}
