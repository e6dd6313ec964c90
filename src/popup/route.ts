/** Where the popup's address leads: the popup itself, an entry's own page, or a search that came from elsewhere. */
export type Route =
  | { readonly view: "popup" }
  | { readonly view: "entry"; readonly id: string }
  | { readonly view: "search"; readonly query: string }
  /** A private window asked for it: the background keeps the rest of the address. */
  | { readonly view: "kept"; readonly at: number };

export function routeOf(hash: string): Route {
  const [, view, rest] = /^#\/(entry|search|kept)\/(.*)$/.exec(hash) ?? [];
  const text = decode(rest ?? "");
  if (view === "entry" && text !== "") return { view, id: text };
  if (view === "kept" && /^\d{1,6}$/.test(text)) return { view, at: Number(text) };
  if (view === "search") return { view, query: text };
  return { view: "popup" };
}

/** Somebody may have cut the address in the middle of an escape: then it is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
