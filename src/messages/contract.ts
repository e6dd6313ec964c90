import type { Entry, EntryId, Kind, Quote, RelationType, Source } from "../core/pack.ts";
import type { FoundInPage, SentPage } from "../core/page-matcher.ts";
import type { Settings } from "../settings/schema.ts";

/** What a card shows of a related entry. */
export interface Tie {
  readonly id: EntryId;
  readonly name: string;
  readonly kind: Kind;
  readonly line: string;
  readonly type: RelationType;
  /** The relation is the other entry's: read its inverse label. */
  readonly inverse: boolean;
}

/** An entry with all that its card needs, so that one message suffices. */
export interface CardContent {
  readonly entry: Entry;
  /** Quotes about it, then those it spoke; each once. */
  readonly quotes: readonly Quote[];
  /** Every source cited above, in order of first citation. */
  readonly sources: readonly Source[];
  readonly ties: readonly Tie[];
  /** Where the data comes from and how old it is. */
  readonly pack: { readonly name: string; readonly revision: number; readonly updated: string };
}

/** One line of the search index; texts as they stand in the pack. */
export interface SearchRow {
  readonly id: EntryId;
  readonly name: string;
  readonly kind: Kind;
  readonly line: string;
  readonly aliases: readonly string[];
  readonly speakers: readonly string[];
  readonly everyday: boolean;
}

/** All there is to search in. */
export interface SearchIndex {
  readonly rows: readonly SearchRow[];
  /** Their index, as of `storeIndex`; `null` where it is left to whoever asks. */
  readonly index: string | null;
}

/** An entry found in a frame. */
export interface Found {
  readonly entry: EntryId;
  readonly kind: Kind;
  readonly count: number;
  readonly everyday: boolean;
  /** Stands in the title, in a heading, or first at this share (0–1) of the text. */
  readonly inTitle: boolean;
  readonly inHeading: boolean;
  readonly first: number;
}

/** What scanning a frame cost and gave. */
export interface FrameReport {
  readonly found: readonly Found[];
  readonly state: "reading" | "done" | "heavy";
  readonly mentions: number;
  readonly characters: number;
  /** ms of main-thread time. */
  readonly cost: number;
}

/** Why Sidelight does not run where it is asked. */
export type Silence =
  | "store"
  | "browser-page"
  | "pdf"
  | "reader-view"
  | "view-source"
  | "file-access"
  /** The browser keeps even the address from us: a page of its own, or a file nobody let us read. */
  | "hidden"
  | "no-permission"
  | "orphaned"
  /** Firefox keeps extensions off this domain (or shows something that is no page). */
  | "quarantined"
  | "unknown";

/** What the popup shows of a tab. */
export interface TabState {
  readonly tabId: number;
  readonly site: string | null;
  readonly host: string | null;
  readonly silence: Silence | null;
  /** In force for this tab, and what decided. */
  readonly paused: false | "everywhere" | "site" | "snooze";
  readonly snoozedUntil: number | null;
  readonly incognito: boolean;
  /** In a private window: the settings it changed for itself. */
  readonly own: Partial<Settings>;
  /** All frames together, ranked by prominence. */
  readonly report: FrameReport;
  readonly rows: readonly (Found & { readonly name: string; readonly line: string })[];
}

/** What a frame has to know before it marks anything. */
export interface FrameLeave {
  readonly paused: boolean;
  readonly site: string | null;
  readonly incognito: boolean;
  /** In a private window: the settings it changed for itself, stronger than those on the disk. */
  readonly own: Partial<Settings>;
}

/** Every request to the background. Add a line here and `tsc` names the missing handler. */
export interface Requests {
  /** Frame → background: asked once it has a candidate, and again when settings or snoozes change. */
  "frame.leave": { input: null; output: FrameLeave };
  /** Frame → background: what do these texts mention? `reading` tells one reading of a frame from the next. */
  "page.match": { input: { reading: number; page: SentPage }; output: FoundInPage };
  /** Frame → background: what is on the page; replaces the frame's earlier report. */
  "frame.report": { input: FrameReport; output: null };
  /** Frame → background: put `card.js` into this frame. `false`: the browser refused. */
  "card.inject": { input: null; output: boolean };
  /** Card → background: the same with `card-more.js`. */
  "card.more": { input: null; output: boolean };
  /** Frame → background: let this frame's marks look as the settings say. */
  "look.apply": { input: null; output: null };
  /** Card, popup → background. `null`: no such entry in the enabled packs. */
  "entry.get": { input: { id: EntryId }; output: CardContent | null };
  /** Popup → background: this entry was looked up. A popup that is closed at once loses what it writes itself. */
  "recents.note": { input: { id: EntryId }; output: null };
  /** Popup, settings page → background: forget what was looked up, also what is being noted. */
  "recents.erase": { input: null; output: null };
  /** Any page of ours → background: every entry, once per opening. */
  "search.index": { input: null; output: SearchIndex };
  /** Any → background: a patch of fields; from a tab of a private window it never reaches the disk. */
  "settings.patch": { input: Partial<Settings>; output: null };
  /** Popup → background: the same for the window of the tab it stands over, which the sender does not tell. */
  "tab.patch": { input: { tabId: number; patch: Partial<Settings> }; output: null };
  /** A page of ours in a private window → background: the settings as they hold there. */
  "settings.in-force": { input: null; output: Settings };
  /** Popup, panel → background. */
  "tab.state": { input: { tabId: number }; output: TabState };
  /** Popup, card → background: pause or resume this site (its registrable domain). */
  "site.pause": { input: { tabId: number | null; paused: boolean }; output: null };
  /** Popup → background: snooze this page (until navigation) or for some ms; 0 ends it. */
  "tab.snooze": { input: { tabId: number; until: "navigation" | number }; output: null };
  /** Popup, panel → background → the frame that holds the next mention of the entry: scroll there, open its card. */
  "mention.jump": { input: { tabId: number; entry: EntryId; step: 1 | -1 }; output: boolean };
  /** Card → background: Esc was pressed in some frame; close cards in all frames of the tab. */
  "card.close": { input: null; output: null };
  /** Card → background: open this entry on a page of its own. */
  "entry.open": { input: { id: EntryId }; output: null };
  /** A page of ours → background: what a private window asked for at this place; `null`: it is forgotten. */
  "page.kept": { input: { at: number }; output: string | null };
  /** Card → background: which of the page's entries are on the tab, all frames. */
  "tab.entries": { input: null; output: readonly EntryId[] };
}

/** Every order to a frame. A frame without an answer is skipped. */
export interface Orders {
  /** Step to the next/previous mention (of this entry, or of any) and open its card; `null`: no more in this frame. */
  "mention.step": {
    input: {
      entry: EntryId | null;
      step: 1 | -1;
      from: "here" | "start" | "end";
      focus: boolean;
      /** Mentions in the frames before this one and in all: "3 of 17" counts the whole page. */
      before?: number;
      all?: number;
    };
    output: { index: number; total: number } | null;
  };
  /** Mentions in this frame. */
  "mention.count": { input: { entry: EntryId | null }; output: number };
  /** Open the card of this entry at the current selection, or in the middle. */
  "card.open": { input: { id: EntryId; at: "selection" | "middle" }; output: boolean };
  "card.close": { input: null; output: null };
  /** Something outside settings changed (a snooze): ask `frame.leave` again. */
  "frame.refresh": { input: null; output: null };
}
