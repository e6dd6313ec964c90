import { type Keys, readKeys } from "../core/keys.ts";
import { serve } from "../messages/channel.ts";
import type { Orders } from "../messages/contract.ts";
import { answer } from "../platform/answer.ts";
import { ask } from "../platform/ask.ts";
import { fromBase64 } from "../platform/base64.ts";
import { browser } from "../platform/browser.ts";
import { lifetime } from "../platform/lifetime.ts";
import { createLog } from "../platform/log.ts";
import { onSettings, readSettings } from "../platform/store.ts";
import { untilBack } from "../platform/until-back.ts";
import { KEYS_KEY } from "./keys-key.ts";
import { takeOver } from "./take-over.ts";
import { startVisit } from "./visit.ts";
import { createVisits } from "./visits.ts";

/** Wiring only; each part is a file of its own. */
async function start(): Promise<void> {
  const life = lifetime();
  takeOver(life);
  const log = createLog();
  const onError = (error: unknown): void => {
    // What fails after the extension is gone fails because it is gone.
    if (life.isAlive()) log("page", error);
  };

  let settings = await untilBack(readSettings);
  const visits = createVisits(
    {
      keys,
      settings: () => settings,
      ask,
      isPrivate: browser.extension?.inIncognitoContext === true,
      start: startVisit,
      isAlive: life.isAlive,
      onError,
    },
    life.signal,
  );
  onSettings((changed) => {
    settings = changed;
    visits.reconsider().catch(onError);
  }, life.signal);
  answer(serve<Orders, unknown>(visits.orders), life.signal);
  await visits.reconsider();
}

/** Asked once; the text they come as is as large again and needed by nobody else. */
function keys(): Keys {
  const world = globalThis as unknown as Record<symbol, string | undefined>;
  const text = world[Symbol.for(KEYS_KEY)] ?? "";
  delete world[Symbol.for(KEYS_KEY)];
  return readKeys(fromBase64(text));
}

start().catch((error: unknown) => createLog()("start", error));
