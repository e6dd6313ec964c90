import { MORE_KEY, type MoreMeeting } from "./more-port.ts";

/**
 * In `card-more.js` this stands for Preact and for every module that holds a context (`build.mjs` sees to it): all
 * of it comes from `card.js`. What is missing here fails the build.
 */
const world = globalThis as unknown as Record<symbol, MoreMeeting>;
export const { Fragment, jsx, jsxs, Refs, Report, useCited, useSpeech, useState, useWords } =
  world[Symbol.for(MORE_KEY)]!.lent;
