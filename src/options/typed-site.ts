/** Longer than any host name. */
const MAX = 300;
const LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const HOST = new RegExp(`^${LABEL}(\\.${LABEL})*$`, "u");

/**
 * What a reader typed or pasted as a site → the host to list, in the browser's spelling; `null`: not a site.
 * A leading "www." is dropped: who types it means the site.
 */
export function typedSite(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || typed.length > MAX) return null;
  if (/^file:\/\//i.test(typed)) return "file://";
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const isIpv6 = hostname.startsWith("[");
  if (!isIpv6 && !HOST.test(hostname)) return null;
  return hostname.replace(/^www\.(?=.+\.)/, "");
}
