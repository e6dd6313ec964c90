import type { Citation } from "./cite.ts";

export type Flavour = "rich" | "markdown";

/** Chromium's name for a format that the clipboard does not know itself. */
const MARKDOWN = "web text/markdown";

/**
 * "rich": one clipboard item as plain text, HTML and, where it can be carried, Markdown. "markdown": Markdown as the text.
 *
 * @returns whether it was copied
 */
export async function copy(citation: Citation, flavour: Flavour, root: ShadowRoot): Promise<boolean> {
  const kinds: Record<string, string> =
    flavour === "markdown"
      ? { "text/plain": citation.markdown }
      : { "text/plain": citation.plain, "text/html": citation.html };
  try {
    const more =
      flavour === "rich" && ClipboardItem.supports?.(MARKDOWN) ? { [MARKDOWN]: citation.markdown } : {};
    const blobs = Object.entries({ ...kinds, ...more }).map(([type, text]) => [
      type,
      new Blob([text], { type: type.replace("web ", "") }),
    ]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // Not on http pages, nor in frames without the permission: the older way works there.
    return copyByCommand(kinds, root);
  }
}

function copyByCommand(kinds: Readonly<Record<string, string>>, root: ShadowRoot): boolean {
  let done = false;
  const put = (event: Event) => {
    const { clipboardData } = event as ClipboardEvent;
    if (!clipboardData) return;
    for (const [type, text] of Object.entries(kinds)) clipboardData.setData(type, text);
    event.preventDefault();
    event.stopPropagation();
    done = true;
  };
  root.addEventListener("copy", put, { capture: true, once: true });
  try {
    return root.ownerDocument.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    root.removeEventListener("copy", put, { capture: true });
  }
}
