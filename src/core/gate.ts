/** One way a mention may begin. */
export interface Opening {
  readonly key: string;
  /** It begins with a capital. */
  readonly upper: boolean;
}

/** Marks that may stand unseen within a word, and letters whose folding is more than lower case. */
const ODD =
  "\\x01\\xaa-\\u052f\\u1e00-\\u1fff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2100-\\u214f\\ufb00-\\ufb06\\ufe00-\\ufe0f\\ufeff\\uff01-\\uff5e";

/**
 * A regular expression, as source, that finds every place where one of these may begin, and few others.
 * It consumes nothing. It never misses: where letters are cut by unseen marks or not plain ASCII, it says yes.
 */
export function gateSource(openings: readonly Opening[]): string {
  const plain = new Map<string, Set<string>>();
  const other = new Set<string>();
  for (const { key, upper } of openings) {
    const first = key[0] ?? "";
    if (!/[a-z0-9]/.test(first)) {
      other.add(escaped(first));
      continue;
    }
    const start = upper ? first.toUpperCase() : cased(first);
    const second = key[1] === undefined || key[1] === " " ? "\\W" : cased(key[1]);
    const set = plain.get(start) ?? new Set();
    plain.set(start, set.add(second));
  }
  const groups = [...plain].map(([start, seconds]) => `[${start}](?:[${[...seconds].join("")}]|$)`);
  const odd = `[A-Za-z0-9]{0,3}[${ODD}]`;
  return `(?=\\b(?:${groups.join("|")}|${odd.replace("{0,3}", "")})|\\B[${ODD}]|[${[...other].join("")}])`;
}

const cased = (c: string): string => (/[a-z]/.test(c) ? c.toUpperCase() + c : escaped(c));

function escaped(c: string): string {
  return /[A-Za-z0-9]/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
