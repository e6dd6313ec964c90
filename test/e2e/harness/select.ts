import { frameOf, type Target } from "./frames.ts";

/** Selects the first place with these words in the page's main text, in the middle of the view. */
export async function select(target: Target, words: string): Promise<void> {
  const selected = await frameOf(target).evaluate((words) => {
    const texts = document.createTreeWalker(
      document.querySelector("main, article") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      break;
    }
    return String(getSelection());
  }, words);
  if (selected !== words) throw new Error(`no "${words}" to select`);
}
