import { type Compilable, compile } from "../../../src/core/compile.ts";

/** In the extension's own worker, as the background would do it: compile a pack of this file's entries. */
async function benchCompile(file: string): Promise<{ ms: number; bytes: number }> {
  const response = await fetch(new URL(file, location.href));
  const entries = (await response.json()) as readonly Compilable[];
  const started = performance.now();
  const { bytes } = compile(entries);
  return { ms: performance.now() - started, bytes: bytes.byteLength };
}

Object.assign(globalThis, { benchCompile });
