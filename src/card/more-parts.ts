import { deep } from "../ui/deep.ts";
import { ActsMenu } from "./ActsMenu.tsx";
import { citeFact, citeQuote, citeText } from "./cite.ts";
import { copy } from "./clipboard.ts";
import type { More } from "./more-port.ts";

/** What a card shows or does only when it is asked to. */
export const moreParts: Omit<More, "css"> = {
  ActsMenu,
  cites: { citeFact, citeQuote, citeText },
  copy,
  deep,
};
