import type { Lent } from "./lent.ts";
import { MORE_KEY, type MoreMeeting } from "./more-port.ts";

/**
 * In `card-more.js` this stands for Preact and for every module that holds a context (`build.mjs` sees to it): all
 * of it comes from `card.js`. What is missing here fails the build.
 */
const world = globalThis as unknown as Record<symbol, MoreMeeting | undefined>;
// Where the page was left between the asking and the coming there is no card: nothing here is called then.
const { lent } = world[Symbol.for(MORE_KEY)] ?? { lent: {} as Lent };
export const { Fragment, jsx, jsxs, Refs, Report, useCited, useSpeech, useState, useWords } = lent;
