import { getDomain, getHostname } from "tldts";
import type { Place } from "../core/sites.ts";

/** How local files are named in the lists of sites. */
export const FILES = "file://";

/**
 * The place a page belongs to. Its site is the registrable domain, with private suffixes told apart
 * (`a.github.io` and `b.github.io` are two sites); the host itself for an IP, `localhost` or a bare suffix.
 */
export function placeOf(url: string | undefined): Place {
  if (url?.startsWith("file:")) return { host: null, site: FILES };
  if (!url || !/^https?:/i.test(url)) return { host: null, site: null };
  const host = getHostname(url);
  if (!host) return { host: null, site: null };
  return { host, site: getDomain(url, { allowPrivateDomains: true }) ?? host };
}
