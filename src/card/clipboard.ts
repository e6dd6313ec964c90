import type { Citation } from "./cite.ts";

/** "rich": plain text, HTML and Markdown in one item. "markdown": Markdown as the text. */
export type Flavour = "rich" | "markdown";

/** @returns whether it was copied */
export async function copy(
  { plain, markdown, html }: Citation,
  flavour: Flavour,
  page: Document,
): Promise<boolean> {
  const texts: Readonly<Record<string, string>> =
    flavour === "markdown" ? { "text/plain": markdown } : { "text/plain": plain, "text/html": html };
  // The older way goes first: it works on http pages and in frames, too, and carries Markdown without asking the reader.
  if (copyByCommand({ ...texts, "text/markdown": markdown }, page)) return true;
  try {
    const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(texts: Readonly<Record<string, string>>, page: Document): boolean {
  let done = false;
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text);
    done = true;
  };
  // It is sent to the page's selection or body, wherever the focus is.
  page.addEventListener("copy", put, true);
  try {
    page.execCommand("copy");
  } catch {
    // Documents that are no HTML refuse the command as such.
  }
  page.removeEventListener("copy", put, true);
  return done;
}
