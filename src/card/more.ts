import deepCss from "../ui/deep.css";
import { moreParts } from "./more-parts.ts";
import { MORE_KEY, type MoreMeeting } from "./more-port.ts";

/** `card-more.js`: put into a frame that has shown a card, for when its reader wants more of it. */
const world = globalThis as unknown as Record<symbol, MoreMeeting | undefined>;
world[Symbol.for(MORE_KEY)]?.ready({ ...moreParts, css: deepCss });
