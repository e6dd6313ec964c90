import { type Ask, client } from "../messages/channel.ts";
import type { Orders, Requests } from "../messages/contract.ts";
import { browser } from "./browser.ts";
import { untilBack } from "./until-back.ts";

/** Ask the background. What a page asks may be asked twice (see `untilBack`): each request says what is to be, not what to change. */
export const ask: Ask<Requests> = client<Requests>((message) =>
  untilBack(() => browser.runtime.sendMessage(message)),
);

/** Ask one frame of a tab; `frameId` 0 is the page itself. Rejects where no content script runs. */
export function askFrame(tabId: number, frameId: number): Ask<Orders> {
  return client<Orders>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));
}
