import type { Tie } from "../messages/contract.ts";

/** A relation's place around the middle: a side, and a row among those of its side. */
export interface Spoke {
  readonly tie: Tie;
  readonly side: -1 | 1;
  readonly row: number;
  /** Rows on this side. */
  readonly of: number;
}

/** Beyond this many the drawing is a hairball. */
const MOST = 10;

/** At most ten relations, each neighbour once, dealt out right, left, right …; and how many are left out. */
export function spokes(ties: readonly Tie[]): { readonly drawn: readonly Spoke[]; readonly left: number } {
  const once = ties.filter(({ id }, at) => ties.findIndex((tie) => tie.id === id) === at);
  const shown = once.slice(0, MOST);
  const rows = { right: Math.ceil(shown.length / 2), left: Math.floor(shown.length / 2) };
  const drawn = shown.map((tie, at): Spoke => {
    const right = at % 2 === 0;
    return { tie, side: right ? 1 : -1, row: Math.floor(at / 2), of: right ? rows.right : rows.left };
  });
  return { drawn, left: once.length - shown.length };
}
