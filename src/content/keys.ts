/** Data in a file of its own: it changes with the pack, the code with us. */
import text from "bundled:keys";
import { KEYS_KEY } from "./keys-key.ts";

(globalThis as unknown as Record<symbol, string>)[Symbol.for(KEYS_KEY)] = text;
