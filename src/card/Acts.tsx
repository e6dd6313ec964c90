import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import type { CardContent } from "../messages/contract.ts";
import type { Mute } from "../settings/schema.ts";
import type { MentionInfo } from "../ui/Why.tsx";
import { useWords } from "../ui/words-context.ts";
import type { ActsMenuProps } from "./ActsMenu.tsx";
import { type Deeds, reasonOf } from "./deeds.ts";

interface ActsProps {
  readonly content: CardContent;
  readonly mention: MentionInfo | null;
  readonly deeds: Deeds;
  readonly Menu: ComponentType<ActsMenuProps>;
}

/** The foot of the card: one button that opens the rest, and a line that tells what came of it. */
export function Acts({ content, mention, deeds, Menu }: ActsProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [notice, setNotice] = useState("");
  const [undo, setUndo] = useState<(() => void) | null>(null);

  const tell = (work: Promise<string>, then?: () => void) => {
    work.then(
      (text) => {
        setNotice(text);
        then?.();
      },
      (error) => setNotice(reasonOf(error, words)),
    );
  };
  const mute = (chosen: Mute) => {
    const back = () => tell(deeds.setMuted(chosen, false), () => setUndo(null));
    tell(deeds.setMuted(chosen, true), () => setUndo(() => back));
    setOpen(false);
  };

  return (
    <>
      <button type="button" class="act more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.say("card_acts")}
      </button>
      <p class="notice" role="status">
        {notice}
        {undo ? (
          <button type="button" class="link" onClick={undo}>
            {words.say("card_undo")}
          </button>
        ) : null}
      </p>
      {isOpen ? <Menu content={content} mention={mention} deeds={deeds} tell={tell} onMute={mute} /> : null}
    </>
  );
}
