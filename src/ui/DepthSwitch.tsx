import { useId } from "preact/hooks";
import { useWords } from "./words-context.ts";

export const DEPTHS = ["line", "paragraph", "everything"] as const;
export type Depth = (typeof DEPTHS)[number];

interface DepthSwitchProps {
  readonly depth: Depth;
  readonly onDepth: (depth: Depth) => void;
}

/** One line, a paragraph, or everything. */
export function DepthSwitch({ depth, onDepth }: DepthSwitchProps) {
  const words = useWords();
  const name = useId();
  return (
    <fieldset class="depth">
      <legend class="unseen">{words.say("card_depth")}</legend>
      {DEPTHS.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === depth} onChange={() => onDepth(each)} />
          <span>{words.say(`card_depth_${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
