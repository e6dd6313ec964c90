import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The bundled pack, checked as a whole.
 *
 * @param root the project's folder
 * @param load imports a TypeScript module of `src/`
 * @throws an error whose message names every problem in a line of its own
 */
export async function loadPack(root, load) {
  const { assemble, PACK_FILES } = await load("data/assemble.ts");
  const { problemLine } = await load("data/problem.ts");
  const parts = PACK_FILES.map((file) => ({ file, path: join(root, "src/data", file) }))
    .filter(({ path }) => existsSync(path))
    .map(({ file, path }) => ({ file, text: readFileSync(path, "utf8") }));
  const { pack, problems } = assemble(parts);
  if (!pack) throw new Error(["the bundled pack is not sound:", ...problems.map(problemLine)].join("\n"));
  return pack;
}
