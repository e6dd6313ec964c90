import type { Hit } from "../core/search.ts";
import type { SearchRow } from "../messages/contract.ts";
import { KindLabel } from "../ui/KindLabel.tsx";

interface ResultOptionProps {
  readonly id: string;
  readonly hit: Hit<SearchRow>;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

export function ResultOption({ id, hit, isActive, onChoose }: ResultOptionProps) {
  const { row, alias } = hit;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
    <div id={id} role="option" aria-selected={isActive} class="option" onClick={onChoose}>
      <span class="option-head">
        <bdi class="entry-name">{row.name}</bdi>
        {alias ? <bdi class="alias">{alias}</bdi> : null}
        <KindLabel kind={row.kind} />
      </span>
      <span class="one-line">
        <bdi>{row.line}</bdi>
      </span>
    </div>
  );
}
