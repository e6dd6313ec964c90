import { seeded } from "./aliases.mjs";

const WORDS =
  "the of and to in for on with that from after over plan city year people water market house paper light early small report while under second river school answer morning number street".split(
    " ",
  );

/** A paragraph that holds nothing of the lexicon. */
function prose(random, words) {
  const pick = () => WORDS[Math.floor(random() * WORDS.length)];
  const text = Array.from({ length: words }, pick).join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

const page = (title, body, script = "") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}${script && `<script>${script}</script>`}</body></html>`;

/** 1,000 paragraphs a second in steps of 16 ms, one in ten with a mention; old ones stay. */
const FEED = `
  const words = ${JSON.stringify(WORDS)};
  let made = 0;
  globalThis.run = (ms) => new Promise((done) => {
    const started = performance.now();
    const timer = setInterval(() => {
      const due = Math.floor(performance.now() - started);
      for (; made < due; made++) {
        const p = document.createElement("p");
        let text = "";
        for (let i = 0; i < 30; i++) text += words[(made * 7 + i * 13) % words.length] + " ";
        p.textContent = made % 10 === 0 ? text + "and OpenAI said so." : text;
        document.querySelector("main").append(p);
      }
      if (performance.now() - started >= ms) { clearInterval(timer); done(made); }
    }, 16);
  });`;

/** 100 clocks, each set at every frame. */
const CLOCKS = `
  const clocks = [...document.querySelectorAll("time")].map((time) => time.firstChild);
  globalThis.run = (ms) => new Promise((done) => {
    const started = performance.now();
    let changes = 0;
    const tick = () => {
      for (const clock of clocks) { clock.nodeValue = "12:30:" + (changes++ % 60); }
      if (performance.now() - started < ms) requestAnimationFrame(tick); else done(changes);
    };
    requestAnimationFrame(tick);
  });`;

/** A list of things to do as TodoMVC's apps do it: items are added, ticked and removed, the whole list drawn anew each time. */
const TODO = `
  const list = document.querySelector("ul");
  const items = [];
  const names = ["Buy milk", "Read about sovereign AI", "Call the school", "Answer OpenAI", "Water the plants", "Write the report"];
  let turn = 0;
  const draw = () => {
    const fresh = items.map(({ name, done }) => {
      const li = document.createElement("li");
      if (done) li.className = "completed";
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = done;
      const label = document.createElement("label");
      label.textContent = name;
      const button = document.createElement("button");
      button.className = "destroy";
      const view = document.createElement("div");
      view.append(box, label, button);
      li.append(view);
      return li;
    });
    list.replaceChildren(...fresh);
    document.querySelector("strong").textContent = String(items.filter(({ done }) => !done).length);
  };
  globalThis.run = (ms) => new Promise((done) => {
    const started = performance.now();
    const step = () => {
      const phase = turn++ % 300;
      if (phase < 100) items.push({ name: names[phase % names.length] + " " + phase, done: false });
      else if (phase < 200) items[phase - 100].done = true;
      else items.shift();
      draw();
      list.offsetHeight;
      if (performance.now() - started < ms) setTimeout(step, 4); else done(turn);
    };
    step();
  });`;

/** All of a page styled anew, as by a switch between light and dark; ms of each time. */
const RESTYLE = `
  globalThis.run = (times) => {
    const taken = [];
    for (let time = 0; time < times; time++) {
      document.body.className = time % 2 ? "light" : "dark";
      const started = performance.now();
      document.body.offsetHeight;
      getComputedStyle(document.body.lastElementChild).color;
      taken.push(performance.now() - started);
    }
    return taken;
  };`;

/** Scrolled frame by frame, fast. */
const SCROLL = `
  globalThis.run = (frames) => new Promise((done) => {
    const step = (left) => {
      scrollBy(0, left % 2 ? 300 : 220);
      if (left > 0) requestAnimationFrame(() => step(left - 1)); else done();
    };
    step(frames);
  });`;
const LINES = Array.from(
  { length: 3000 },
  (_, at) =>
    `<p>Line ${at} says that OpenAI and Qwen are words, and that hyperscalers buy more each year.</p>`,
).join("");

const STYLE =
  "<style>body{font:16px sans-serif;max-width:700px;margin:auto}.completed{text-decoration:line-through}</style>";

/** Pages made for one experiment each. */
export function livePages() {
  const random = seeded(3);
  const around = Array.from({ length: 10 }, () => `<p>${prose(random, 40)}</p>`).join("");
  const clocks = Array.from({ length: 100 }, () => "<p>It is <time>12:30:00</time> here.</p>").join("");
  return new Map([
    ["made/empty.html", { body: page("Empty", "<p>Nothing to see here.</p>") }],
    ["made/one.html", { body: page("One", "<main><p>What sovereign AI means.</p></main>") }],
    [
      "made/restyle.html",
      {
        body: page(
          "Restyle",
          `<style>.light{color:#111;font-size:16px}.dark{color:#222;font-size:17px}</style><main>${"<div><p>Some <b>text</b> and <a href='#'>more</a></p></div>".repeat(3000)}<p>Qwen</p></main>`,
          RESTYLE,
        ),
        scripts: true,
      },
    ],
    ["made/scroll.html", { body: page("Scroll", `${STYLE}<main>${LINES}</main>`, SCROLL), scripts: true }],
    ["made/feed.html", { body: page("Feed", `${STYLE}<main>${around}</main>`, FEED), scripts: true }],
    [
      "made/clocks.html",
      { body: page("Clocks", `${STYLE}<main>${around}${clocks}</main>`, CLOCKS), scripts: true },
    ],
    [
      "made/todo.html",
      {
        body: page(
          "Todo",
          `${STYLE}<main><h1>todos</h1><ul></ul><p><strong>0</strong> items left</p>${around}</main>`,
          TODO,
        ),
        scripts: true,
      },
    ],
    [
      "made/hover.html",
      {
        body: page(
          "Hover",
          `${STYLE}<main>${around}<p>What <i>sovereign AI</i> means, and what Qwen is.</p></main>`,
        ),
        scripts: true,
      },
    ],
  ]);
}
