import { useWords } from "./words-context.ts";

export const DEPTHS = ["line", "paragraph", "everything"] as const;
export type Depth = (typeof DEPTHS)[number];

interface DepthSwitchProps {
  /** Unique in the document or shadow root: what holds the choices together. */
  readonly name: string;
  readonly depth: Depth;
  readonly onDepth: (depth: Depth) => void;
}

/** One line, a paragraph, or everything. */
export function DepthSwitch({ name, depth, onDepth }: DepthSwitchProps) {
  const words = useWords();
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
