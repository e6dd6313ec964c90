import type { FrameReport } from "../messages/contract.ts";
import { useSpeech } from "../ui/words-context.ts";

/** What reading the page cost: who makes pages slower should say by how much. */
export function ScanCost({ report }: { readonly report: FrameReport }) {
  const { words, formats } = useSpeech();
  const { characters, mentions, cost } = report;
  if (characters === 0) return null;
  const time = cost < 10 ? Math.round(cost * 10) / 10 : Math.round(cost);
  return (
    <p class="meta scan-cost">
      {words.count("popup_cost", mentions, formats.number(characters), formats.number(time))}
    </p>
  );
}
