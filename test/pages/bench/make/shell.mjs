/** What stands around an article on real pages: heads, menus, banners, widgets, footers. */

const STYLE = (write, rules) =>
  write.many(rules, () => `.c${write.upTo(9999)}-${write.upTo(99)}{margin:${write.upTo(20)}px;padding:${write.upTo(12)}px;color:#${(0x100000 + write.upTo(0xefffff)).toString(16)}}`);

/** Inline data as shops and news pages ship it: names stand in it that no reader sees. */
const DATA = (write, records) =>
  `window.__STATE__=${JSON.stringify(
    Array.from({ length: records }, (_, id) => ({ id, slug: `story-${write.upTo(99999)}`, title: write.sentence(), tags: ["OpenAI", "Nvidia", "China"], seen: write.chance(0.5) })),
  ).replaceAll("</", "<\\/")};`;

const ROOMS = ["News", "World", "Technology", "Opinion", "Weather", "Sport", "Books", "Garden", "Letters"];

const menu = (write, links) => {
  const rooms = write.quiet ? ROOMS : [...ROOMS, "Nvidia", "China", "OpenAI"];
  return `<nav class="menu"><ul>${write.many(links, (at) => `<li><a href="/m/${at}">${write.pick(rooms)}</a></li>`)}</ul></nav>`;
};

const teasers = (write, count) =>
  `<aside class="rail"><h2>More</h2><ul>${write.many(count, () => `<li><a href="/t/${write.upTo(9999)}"><span class="k">${write.pick(["Live", "Report", "Letter", "Photo"])}</span> ${write.title()}</a><small>${write.upTo(23)} h</small></li>`)}</ul></aside>`;

export function shell(write, { title, lang = "en", dir = "ltr", links = 24, rail = 12, rules = 40, records = 12, wrap = "main" }, body) {
  const [open, close] = wrap ? [`<${wrap}>`, `</${wrap}>`] : ['<div class="page">', "</div>"];
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${write.sentence().replaceAll('"', "&quot;")}">
<style>
body{margin:0;font:16px/1.6 system-ui,sans-serif}main,.page{max-width:760px;margin:0 auto;padding:16px}nav ul{display:flex;flex-wrap:wrap;gap:12px;list-style:none}aside{font-size:14px}table{border-collapse:collapse}td,th{border:1px solid #ddd;padding:3px 8px}.gone{display:none}
${STYLE(write, rules)}
</style>
<script>${DATA(write, records)}</script>
</head>
<body>
<header><a class="logo" href="/">The ${write.pick(["Harbour", "Meadow", "Lantern", "Anvil"])} Paper</a>
${menu(write, links)}
<form role="search"><input type="search" placeholder="Search, e.g. Qwen"><button type="submit">Search</button></form></header>
<div class="banner gone" hidden><p>We and our ${write.upTo(900)} partners would like to set cookies.${write.quiet ? "" : " OpenAI is not one of them."}</p><button>Fine</button><button>No</button></div>
${open}
${body}
${close}
${rail ? teasers(write, rail) : ""}
<footer>${menu(write, 14)}<p>Written by a script for measuring. No news, no cookies.</p></footer>
<script>(function(){var t=Date.now();window.loaded=function(){return Date.now()-t}})();</script>
</body>
</html>
`;
}
