/** What a picture shows; `npm run gallery` makes one PNG of each. */
export interface Scene {
  readonly name: string;
  readonly entry: string;
  readonly depth: "line" | "paragraph" | "everything";
  /** `docs/gallery/` has it as Firefox draws it, too. */
  readonly both?: true;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
  readonly rtl?: true;
  readonly forced?: true;
  readonly published?: string;
  readonly way?: "mouse" | "touch" | "keyboard";
  readonly state?: "loading" | "unknown" | "failed" | "gone" | "broken";
  readonly others?: readonly string[];
  /** Pressed after the card is open, by their text. */
  readonly press?: readonly string[];
  readonly pin?: true;
  /** With the data tables of its drawings unfolded. */
  readonly tables?: true;
  /** How far the body is scrolled, CSS px. */
  readonly scroll?: number;
  /** Shows the whole card at its full height. */
  readonly full?: true;
}

export const SCENES: readonly Scene[] = [
  { name: "paragraph-light", entry: "stargate-uae", depth: "paragraph", both: true },
  { name: "paragraph-dark", entry: "qwen", depth: "paragraph", theme: "dark", both: true },
  { name: "quote", entry: "jason-kwon", depth: "paragraph" },
  {
    name: "timeline",
    entry: "stargate-uae",
    depth: "everything",
    published: "2025-10-10",
    scroll: 2095,
    both: true,
  },
  { name: "forced-colours", entry: "stargate-uae", depth: "paragraph", forced: true, both: true },
  { name: "narrow-320", entry: "stargate-uae", depth: "paragraph", width: 320, height: 568 },
  {
    name: "touch-sheet",
    entry: "qwen",
    depth: "paragraph",
    width: 390,
    height: 700,
    way: "touch",
    both: true,
  },
  {
    name: "zoom-200",
    entry: "sovereign-ai",
    depth: "paragraph",
    width: 900,
    height: 700,
    zoom: 2,
  },
  { name: "right-to-left", entry: "arabic", depth: "paragraph", rtl: true, both: true },
  { name: "acts", entry: "qwen", depth: "line", press: ["More", "Not this term"], height: 420 },
  { name: "meanings", entry: "kimi-k2", depth: "paragraph", others: ["k2-think"] },
  { name: "failed", entry: "qwen", depth: "paragraph", state: "failed", height: 260 },
  { name: "concept", entry: "sovereign-ai", depth: "paragraph" },
  { name: "line", entry: "openai", depth: "line" },
  {
    name: "everything-light",
    entry: "stargate-uae",
    depth: "everything",
    full: true,
    published: "2025-10-10",
  },
  { name: "everything-dark", entry: "openai", depth: "everything", full: true, theme: "dark" },
  {
    name: "everything-320",
    entry: "stargate-uae",
    depth: "everything",
    full: true,
    width: 320,
    published: "2025-10-10",
    tables: true,
  },
  { name: "everything-forced", entry: "stargate-uae", depth: "everything", full: true, forced: true },
  { name: "everything-right-to-left", entry: "arabic", depth: "everything", full: true, rtl: true },
  { name: "bars", entry: "humain", depth: "everything", full: true },
  { name: "qwen-everything", entry: "qwen", depth: "everything", full: true },
  { name: "long-names", entry: "long", depth: "paragraph" },
  { name: "forty-facts", entry: "forty", depth: "everything", scroll: 1150 },
  { name: "no-facts", entry: "bare", depth: "paragraph" },
  { name: "hostile", entry: "hostile", depth: "everything", full: true },
  { name: "loading", entry: "qwen", depth: "paragraph", state: "loading", height: 260 },
  { name: "unknown", entry: "qwen", depth: "paragraph", state: "unknown", height: 260 },
  { name: "gone", entry: "qwen", depth: "paragraph", state: "gone", height: 260 },
  { name: "broken", entry: "qwen", depth: "paragraph", state: "broken", height: 480 },
  { name: "report", entry: "qwen", depth: "line", press: ["More", "Report a mistake"] },
  { name: "pinned", entry: "qwen", depth: "paragraph", pin: true },
  { name: "keyboard", entry: "qwen", depth: "paragraph", way: "keyboard" },
];
