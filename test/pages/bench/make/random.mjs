/** The same numbers for the same name, on every machine. */
export function randomOf(name) {
  let state = 0x811c9dc5;
  for (const char of name) state = Math.imul(state ^ char.codePointAt(0), 0x01000193);
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (limit) => Math.floor(next() * limit);
  return { next, upTo, pick: (list) => list[upTo(list.length)], chance: (share) => next() < share };
}
