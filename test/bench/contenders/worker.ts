import { type Compilable, compile } from "../../../src/core/compile.ts";
import { decode, type Lexicon } from "../../../src/core/lexicon.ts";
import { createPageMatcher, type PageMatcher } from "../../../src/core/page-matcher.ts";
import type { Asked, Extension } from "./match.ts";

/** In the extension's own worker, as the background would do it: compile a pack of this file's entries. */
async function benchCompile(file: string): Promise<{ ms: number; bytes: number }> {
  const response = await fetch(new URL(file, location.href));
  const entries = (await response.json()) as readonly Compilable[];
  const started = performance.now();
  const { bytes } = compile(entries);
  return { ms: performance.now() - started, bytes: bytes.byteLength };
}

const lexicons = new Map<string, Promise<Lexicon>>();
async function load(size: string): Promise<Lexicon> {
  const response = await fetch(new URL(`lexicon-${size}.bin`, location.href));
  return decode(new Uint8Array(await response.arrayBuffer()));
}

/** As `background/matching.ts` does it. */
let last: { readonly reading: number; readonly matcher: PageMatcher } | null = null;
async function match({ size, reading, page }: Asked) {
  const known = lexicons.get(size) ?? load(size);
  lexicons.set(size, known);
  const lexicon = await known;
  if (last?.reading !== reading) last = { reading, matcher: createPageMatcher(lexicon) };
  return last.matcher.match(page);
}

(globalThis as unknown as Extension).chrome.runtime.onMessage.addListener((asked, _, answer) => {
  match(asked).then(answer, () => answer(null));
  return true;
});

Object.assign(globalThis, { benchCompile });
