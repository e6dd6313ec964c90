import type { Frame } from "puppeteer-core";

/** One registered text, in its place among the others. */
export interface Registered {
  readonly text: string;
  readonly name: string;
}

/** All registered texts in reading order, through open and closed shadow roots. White space of any length reads as one space. */
export const registered = (frame: Frame): Promise<readonly Registered[]> =>
  frame.evaluate(() => {
    const chain = (node: Node): Node[] => {
      const nodes = [node];
      for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
        nodes.unshift(root.host);
      return nodes;
    };
    const inOrder = (a: Node, b: Node): number => {
      const [left, right] = [chain(a), chain(b)];
      for (let depth = 0; ; depth++) {
        const [x, y] = [left[depth], right[depth]];
        if (!x || !y) return x ? 1 : -1;
        if (x !== y) return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      }
    };
    const seen: { text: string; name: string; at: Node; offset: number }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("sidelight-")) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (!startContainer.isConnected) continue;
        const range = document.createRange(); // a StaticRange has no text of its own
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const text = range.toString().replace(/\s+/gu, " ");
        seen.push({ text, name, at: startContainer, offset: startOffset });
      }
    }
    seen.sort((a, b) => (a.at === b.at ? a.offset - b.offset : inOrder(a.at, b.at)));
    return seen.map(({ text, name }) => ({ text, name }));
  });
