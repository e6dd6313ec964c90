import index from "bundled:index";
import bytes from "bundled:lexicon";
import pack from "bundled:pack";
import { decode, type Lexicon } from "../core/lexicon.ts";
import type { Pack } from "../core/pack.ts";
import { type Search, searchIn } from "../core/search.ts";
import { searchFold } from "../core/search-fold.ts";
import { restoreIndex } from "../core/search-stored.ts";
import { serve } from "../messages/channel.ts";
import type { Requests, SearchRow } from "../messages/contract.ts";
import { answer } from "../platform/answer.ts";
import { askFrame } from "../platform/ask.ts";
import { fromBase64 } from "../platform/base64.ts";
import { boxOf, exclusive } from "../platform/boxes.ts";
import { browser } from "../platform/browser.ts";
import { createLog } from "../platform/log.ts";
import { words } from "../platform/words.ts";
import { settingsStore } from "../settings/store.ts";
import type { Deps, Sender } from "./deps.ts";
import { createEntries, type Entries, entryHandlers } from "./entries.ts";
import { startFeatures } from "./features.ts";
import { injection } from "./inject.ts";
import { looks } from "./looks.ts";
import { matching } from "./matching.ts";

// Everything here runs in the script's first turn: a listener added later misses the event that woke us.
let built: Entries | undefined;
const entries = (): Entries => (built ??= createEntries(JSON.parse(pack) as Pack));
let searching: Search<SearchRow> | undefined;
const search = () => (searching ??= searchIn(entries().rows, restoreIndex(index), searchFold()));
let decoded: Lexicon | undefined;
const lexicon = (): Lexicon => (decoded ??= decode(fromBase64(bytes)));

const deps: Deps = {
  api: browser,
  settings: settingsStore(boxOf("local"), exclusive),
  local: boxOf("local"),
  session: boxOf("session"),
  exclusive,
  words: words(),
  now: Date.now,
  rows: async () => entries().rows,
  search: async () => search(),
  askFrame,
  log: createLog(),
};

const injecting = injection(deps);
injecting.listen();
answer(
  serve<Requests, Sender>({
    ...startFeatures(deps),
    ...entryHandlers(deps, entries, index),
    ...injecting.handlers,
    ...looks(deps).handlers,
    ...matching(lexicon),
  }) as never,
);
