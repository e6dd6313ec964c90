/** The same page as other tools would have written it out. Text inside these stays as it is: */
const KEEP = /(<(?:script|style|pre|textarea)\b[^]*?<\/(?:script|style|pre|textarea)>)/i;
const BLOCK = "article|section|div|p|h1|h2|h3|ul|ol|li|table|tbody|thead|tr|td|th|main|header|footer|nav|aside|figure|figcaption|blockquote|form";

const outside = (html, change) =>
  html
    .split(KEEP)
    .map((part, at) => (at % 2 ? part : change(part)))
    .join("");

/** No white space that a reader would not see, and no end tag that HTML can do without. */
export const minify = (html) =>
  outside(html, (part) =>
    part
      .replace(/\s+/g, " ")
      .replace(new RegExp(` ?(</?(?:${BLOCK})\\b[^>]*>) ?`, "g"), "$1")
      .replace(/<\/(?:li|td|th|tr|tbody)>/g, "")
      .replace(/ (class|href|id|lang)="([\w/.-]+)"/g, " $1=$2"),
  );

/** As formatters do: deep indentation, lines broken within sentences and within links. */
export const reindent = (html) => {
  let depth = 0;
  return outside(html, (part) =>
    part
      .replace(new RegExp(`\\s*<(/?)(${BLOCK})\\b([^>]*)>\\s*`, "g"), (_, end, name, rest) => {
        if (end) depth = Math.max(0, depth - 1);
        const line = `\n${"    ".repeat(depth)}<${end}${name}${rest}>\n${"    ".repeat(depth + 1)}`;
        if (!end) depth += 1;
        return line;
      })
      .replace(/([^<>\n]{40,70}?) (?=[^<>]*(?:<|$))/g, (_, words) => `${words}\n${"    ".repeat(depth + 1)}`),
  );
};
