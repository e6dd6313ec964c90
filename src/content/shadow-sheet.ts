import strongCss from "../page/look-strong.css";
import underlineCss from "../page/look-underline.css";
import marksCss from "../page/marks.css";
import type { Settings } from "../settings/schema.ts";

/** What each look adds to the plain one. */
const LOOKS = { tint: "", underline: underlineCss, strong: strongCss } as const;

/** The style of marks in shadow roots, for a browser that paints them with a root's own sheets alone. */
export interface ShadowSheet {
  readonly sheet: CSSStyleSheet;
  wear(look: Settings["look"]): void;
}

export function createShadowSheet(): ShadowSheet {
  const sheet = new CSSStyleSheet();
  return { sheet, wear: (look) => sheet.replaceSync(`${marksCss}${LOOKS[look]}`) };
}
