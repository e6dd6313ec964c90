import type { Ask } from "../messages/channel.ts";
import type { Requests } from "../messages/contract.ts";
import { patiently } from "../platform/patiently.ts";
import { lent } from "./lent.ts";
import { MORE_KEY, type More, type MoreMeeting } from "./more-port.ts";

/**
 * Brings `card-more.js` into this frame.
 *
 * @throws the browser refused, or nobody is there any more to ask
 */
export async function fetchMore(ask: Ask<Requests>): Promise<More> {
  const world = globalThis as unknown as Record<symbol, MoreMeeting | undefined>;
  const key = Symbol.for(MORE_KEY);
  const arrived = new Promise<More>((ready) => {
    world[key] = { lent, ready };
  });
  const fetched = async () => {
    if (!(await ask("card.more", null))) throw new Error("refused");
    return arrived;
  };
  try {
    return await patiently(() => Promise.race([arrived, fetched()]));
  } finally {
    delete world[key];
  }
}
