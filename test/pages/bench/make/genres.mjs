/** One function per kind of page: a writer in, the markup of the main content out. */

const paragraphs = (write, count, options) => write.many(count, () => `<p>${write.prose(2 + write.upTo(4), options)}</p>`);

export const news = (write, { count = 30, ...options } = {}) => {
  const heading = () => (options.kind ? write.sentence(options.kind) : write.title());
  return `<article>
<h1>${heading()}</h1>
<p class="by">By <a href="/a">${write.person()}</a> · <time datetime="2025-10-0${1 + write.upTo(8)}">${write.pick(["Monday", "Friday"])}</time></p>
${write.many(Math.ceil(count / 6), () => `${paragraphs(write, 5, options)}
<h2>${heading()}</h2>
<figure><img alt="A hall, a bridge or a tortoise" width="1" height="1"><figcaption>${write.sentence(options.kind)}</figcaption></figure>
<blockquote><p>${write.prose(1, options)}</p></blockquote>`)}
</article>`;
};

export const live = (write, { posts = 60, element = "article" } = {}) => `<h1>${write.title()}</h1>
${write.many(posts, (at) => `<${element} class="post" id="p${posts - at}"><time datetime="2025-10-08T${String(8 + (at % 12)).padStart(2, "0")}:10Z">${8 + (at % 12)}:10</time>
<h3>${write.title()}</h3><p>${write.prose(2 + write.upTo(3))}</p>${write.chance(0.3) ? `<ul>${write.many(3, () => `<li>${write.sentence()}</li>`)}</ul>` : ""}<div class="acts"><button>Share</button><button>Save</button></div></${element}>`)}`;

export const encyclopedia = (write, { sections = 14 } = {}) => `<h1>${write.title()}</h1>
<table class="infobox"><tbody>${write.many(14, () => `<tr><th>${write.pick(["Founded", "Owner", "Area", "Head", "Type"])}</th><td><a href="/w">${write.pick(["Alibaba", "1911", "Saltmere", "Nvidia", "unknown", "Japan"])}</a></td></tr>`)}</tbody></table>
${write.many(sections, (at) => `<h2 id="s${at}">${write.title()}<span class="edit">[<a href="#e">edit</a>]</span></h2>
${write.many(4, () => `<p>${write.prose(3, { rate: 0.12 })}<sup><a href="#r${write.upTo(60)}">[${write.upTo(60)}]</a></sup></p>`)}`)}
<h2>References</h2><ol>${write.many(40, (at) => `<li id="r${at}">${write.person()}. “${write.title()}”. <i>The Anvil</i>, ${1990 + write.upTo(35)}. https://anvil.example/${write.upTo(99999)}/qwen</li>`)}</ol>`;

export function forum(write, { roots = 16, depth = 5 } = {}) {
  const post = (level) => `<div class="c"><div class="who"><a href="/u">${write.pick(["tin_whistle", "mrs_quill", "oldbridge", ...(write.quiet ? [] : ["grokker9", "falcon_fan"])])}</a> ${write.upTo(300)} points</div>
<p>${write.prose(1 + write.upTo(4))}</p>${!write.quiet && write.chance(0.1) ? "<pre><code>run --model qwen --tokens 512\n# OpenAI compatible</code></pre>" : ""}<div class="acts"><button>reply</button></div>
${level < depth && write.chance(0.7) ? write.many(1 + write.upTo(2), () => post(level + 1)) : ""}</div>`;
  return `<h1>${write.title()}</h1><p>${write.prose(4)}</p>${write.many(roots, () => post(0))}`;
}

export const documentation = (write, { sections = 12 } = {}) => `<h1>${write.title()}</h1>
${write.many(sections, () => `<h2>${write.title()}</h2><p>${write.prose(3)}</p>
<pre><code class="language-bash">load ./models/qwen3 --gpu ${write.upTo(8)}
export TOKEN=${write.upTo(1e9)} # OpenAI, Hugging Face or none
serve --port ${8000 + write.upTo(99)} --max-tokens 4096</code></pre>
<ol>${write.many(4, () => `<li>${write.sentence()} Set <code>gpu.memory</code> to <kbd>${write.upTo(90)}</kbd>.</li>`)}</ol>
<table><thead><tr><th>Flag</th><th>Default</th><th>Meaning</th></tr></thead><tbody>${write.many(5, (at) => `<tr><td><code>--flag-${at}</code></td><td>${write.upTo(64)}</td><td>${write.sentence()}</td></tr>`)}</tbody></table>`)}`;

export const shop = (write, { items = 240 } = {}) => `<h1>Autumn things</h1><div class="grid">
${write.many(items, () => `<div class="item"><a href="/i/${write.upTo(9999)}"><img alt="" width="1" height="1"><h3>${write.sentence("shop")}</h3></a><p class="price"><s>${10 + write.upTo(80)}.90</s> <b>${5 + write.upTo(60)}.50</b></p><button>Add</button></div>`)}</div>`;

export const front = (write, { blocks = 24 } = {}) => write.many(blocks, () => `<section><h2>${write.pick(["World", "Money", "Machines", "Town", "Letters"])}</h2>
${write.many(8, () => `<article class="card"><h3><a href="/s/${write.upTo(9999)}">${write.title()}</a></h3><p>${write.sentence()}</p><small>${write.person()}</small></article>`)}</section>`);

export const table = (write, { rows = 220 } = {}) => `<h1>${write.title()}</h1><p>${write.prose(3)}</p><table><tbody>
${write.many(rows, (at) => `<tr><td>${at + 1}</td><td>${write.person()}</td><td>${write.upTo(90)}</td><td>${write.upTo(90)}:${10 + write.upTo(49)}</td></tr>`)}</tbody></table><p>${write.prose(6)}</p>`;

/** Every word in an element of its own, as read-along players and some editors leave it. */
export const transcript = (write, { count = 40 } = {}) => `<h1>${write.title()}</h1>
${write.many(count, () => `<p>${write.prose(2, { rate: 0 }).split(" ").map((word) => `<span data-t="${write.upTo(9e6)}">${word}</span>`).join(" ")}</p>`)}`;

export const shadows = (write, { count = 60 } = {}) => `<h1>${write.title()}</h1><p>${write.prose(6)}</p>
${write.many(count, () => `<paper-card><template shadowrootmode="open"><style>p{margin:0}</style><h3>${write.title()}</h3><slot></slot><p>${write.prose(3)}</p></template><p>${write.sentence()}</p></paper-card>`)}`;

export const mail = (write, { letters = 18 } = {}) => `<table role="presentation"><tbody>${write.many(letters, () => `<tr><td><table role="presentation"><tbody><tr><td style="padding:12px"><h2>${write.title()}</h2><p>${write.prose(4)}<br><br>${write.prose(3)}</p></td></tr></tbody></table></td></tr>`)}</tbody></table>`;

export const mixed = (write, { sections = 30 } = {}) => `<h1>${write.title()}</h1>
${write.many(sections, () => {
  const lang = write.pick(["zh", "ja", "ar", "fr", "de", "en"]);
  const kind = lang === "en" ? undefined : lang;
  return `<section><p lang="${lang}"${lang === "ar" ? ' dir="rtl"' : ""}>${write.prose(8, { kind })}</p><p>${write.prose(2)}</p></section>`;
})}`;
