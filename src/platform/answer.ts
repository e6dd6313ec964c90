import type { Runtime } from "webextension-polyfill";
import type { Reply } from "../messages/channel.ts";
import { browser } from "./browser.ts";

/**
 * Answer messages from our own extension only. Call once per context: with two listeners the second one's
 * `undefined` could win over the first one's later answer.
 */
export function answer(
  serve: (message: unknown, sender: Runtime.MessageSender) => Promise<Reply> | undefined,
  signal?: AbortSignal,
): void {
  // Not async: `undefined` has to be returned as such, so that a message for others stays unanswered.
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined =>
    sender.id === browser.runtime.id ? serve(message, sender) : undefined;
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(listener as never));
}
