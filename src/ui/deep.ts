import { TieGraph } from "./TieGraph.tsx";
import { Timeline } from "./Timeline.tsx";

/** What only the deepest depth shows: at hand in our own pages, in others loaded apart (docs/adr/0011). */
export const deep = { TieGraph, Timeline };
export type Deep = typeof deep;
