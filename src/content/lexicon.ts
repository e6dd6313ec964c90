/** Data in a file of its own: it changes with the pack, the code with us. */
import text from "bundled:lexicon";
import { LEXICON_KEY } from "./lexicon-key.ts";

(globalThis as unknown as Record<symbol, string>)[Symbol.for(LEXICON_KEY)] = text;
