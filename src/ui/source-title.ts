import type { Source } from "../core/pack.ts";

/** The title as seen; where nobody saw one, the host; the id when there is neither. */
export function sourceTitle({ title, url, id }: Source): string {
  return title ?? hostOf(url) ?? id;
}

/** Without "www."; `null` where there is no address. */
export function hostOf(url: string | null): string | null {
  const href = safeHref(url);
  return href === null ? null : new URL(href).hostname.replace(/^www\./, "");
}

/** Only web addresses become links; a pack may be anybody's. */
export function safeHref(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
