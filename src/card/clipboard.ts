import type { Citation } from "./cite.ts";

/** "rich": plain text, HTML and, where it can be carried, Markdown in one item. "markdown": Markdown as the text. */
export type Flavour = "rich" | "markdown";

/** Chromium's name for a format that the clipboard itself does not know. */
const MARKDOWN = "web text/markdown";

/** @returns whether it was copied */
export async function copy(
  { plain, markdown, html }: Citation,
  flavour: Flavour,
  page: Document,
): Promise<boolean> {
  const texts: Record<string, string> =
    flavour === "markdown" ? { "text/plain": markdown } : { "text/plain": plain, "text/html": html };
  try {
    const blobs: Record<string, Blob> = {};
    for (const [type, text] of Object.entries(texts)) blobs[type] = new Blob([text], { type });
    if (flavour === "rich" && (await mayCarryMarkdown())) {
      blobs[MARKDOWN] = new Blob([markdown], { type: MARKDOWN });
    }
    await navigator.clipboard.write([new ClipboardItem(blobs)]);
    return true;
  } catch {
    // Not on http pages, nor in frames without the permission: the older way works there.
    return copyByCommand(texts, page);
  }
}

/** A format of our own asks for a right that Chromium would ask the reader for, in the name of the page. */
async function mayCarryMarkdown(): Promise<boolean> {
  if (!ClipboardItem.supports(MARKDOWN)) return false;
  const { state } = await navigator.permissions.query({ name: "clipboard-read" as PermissionName });
  return state === "granted";
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
