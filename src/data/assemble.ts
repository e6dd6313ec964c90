import type { Kind, Pack } from "../core/pack.ts";
import { checkPack, type Elsewhere } from "./check.ts";
import { type Problem, parseItem, shown } from "./problem.ts";
import { PartSchemas } from "./schema.ts";

/** A file of the bundled pack as read: its name relative to `src/data`, and its whole text. */
export interface Part {
  readonly file: string;
  readonly text: string;
}

export interface Assembled {
  /** `null` when there is any problem: a pack is shipped whole or not at all. */
  readonly pack: Pack | null;
  /** All of them, in one run. */
  readonly problems: readonly Problem[];
  /** What could be read, problems or not: for reports, never for shipping. */
  readonly draft: Pack;
}

/** Which kinds lie in which file. */
export const FILE_OF_KIND: Readonly<Record<Kind, string>> = {
  concept: "entries/concepts.json",
  organisation: "entries/organisations.json",
  person: "entries/people.json",
  model: "entries/models.json",
  product: "entries/products.json",
  project: "entries/projects.json",
  policy: "entries/policies.json",
  event: "entries/events.json",
  place: "entries/places.json",
  publication: "entries/publications.json",
};

/** Every file the bundled pack is made of. */
export const PACK_FILES: readonly string[] = [
  "pack.json",
  "sources.json",
  "quotes.json",
  ...Object.values(FILE_OF_KIND),
];

/** The files of `src/data` → one pack, checked as a whole. No I/O: the caller reads. */
export function assemble(parts: readonly Part[]): Assembled {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const read = readParts(parts, problems);
  const meta = parseMeta(read.get("pack.json"), problems);
  const collect = { files, problems };
  const sources = parseList("sources", "sources.json", read, collect);
  const quotes = parseList("quotes", "quotes.json", read, collect);
  const entries = Object.entries(FILE_OF_KIND).flatMap(([kind, file]) => {
    const found = parseList("entries", file, read, collect);
    for (const entry of found) {
      if (entry.kind !== kind) {
        const message = `a ${entry.kind} belongs in ${FILE_OF_KIND[entry.kind]}`;
        problems.push({ file, item: entry.id, field: "kind", message });
      }
    }
    return found;
  });
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  const draft: Pack = {
    ...meta,
    sources: sources.toSorted(byId),
    quotes: quotes.toSorted(byId),
    entries: entries.toSorted(byId),
  };
  const crossed = checkPack(draft, namedIn(read)).map((p) => ({
    ...p,
    file: files.get(p.item) ?? p.file,
  }));
  const all = [...problems, ...crossed];
  return { pack: all.length === 0 ? draft : null, problems: all, draft };
}

/** Ids of all items, sound or not: a reference to a faulty entry is no second fault. */
function namedIn(read: ReadonlyMap<string, unknown>): Elsewhere {
  const entries = new Set<string>();
  const sources = new Set<string>();
  for (const [file, value] of read) {
    for (const item of Array.isArray(value) ? value : []) {
      if (typeof item?.id === "string") (file === "sources.json" ? sources : entries).add(item.id);
    }
  }
  return { entries, sources };
}

interface Collect {
  /** Item id → the file it came from. */
  readonly files: Map<string, string>;
  readonly problems: Problem[];
}

const NO_META = {
  id: "unnamed",
  name: "Unnamed",
  revision: 1,
  licence: "none",
  languages: [],
  updated: "1970",
  format: 1,
} as const;

function readParts(parts: readonly Part[], problems: Problem[]): Map<string, unknown> {
  const read = new Map<string, unknown>();
  for (const { file, text } of parts) {
    if (!PACK_FILES.includes(file)) {
      problems.push({ file, item: "", field: "", message: "is not a file of the pack" });
    } else {
      const json = parseJson(text);
      if (json.ok) read.set(file, json.value);
      else problems.push({ file, item: "", field: "", message: json.message });
    }
  }
  for (const file of PACK_FILES) {
    if (!parts.some((part) => part.file === file)) {
      problems.push({ file, item: "", field: "", message: "is missing" });
    }
  }
  return read;
}

/** JSON text → value, or one plain line that names the place of the fault. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch (error) {
    return { ok: false, message: `is not JSON (${shown(error instanceof Error ? error.message : error)})` };
  }
}

function parseMeta(value: unknown, problems: Problem[]) {
  if (value === undefined) return NO_META;
  const { value: meta, faults } = parseItem(PartSchemas.meta, value);
  for (const { field, message } of faults) problems.push({ file: "pack.json", item: "", field, message });
  return meta ?? NO_META;
}

type Lists = "sources" | "quotes" | "entries";
type Item<L extends Lists> = Pack[L][number];

/** Every item by itself, so that one bad item hides nothing about the others. */
function parseList<const L extends Lists>(
  list: L,
  file: string,
  read: ReadonlyMap<string, unknown>,
  { files, problems }: Collect,
): Item<L>[] {
  const value = read.get(file);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push({ file, item: "", field: "", message: `is not a list of ${list}` });
    return [];
  }
  return parseItems(list, value, (item, field, message) => problems.push({ file, item, field, message })).map(
    (item) => {
      if (!files.has(item.id)) files.set(item.id, file);
      return item;
    },
  );
}

/** The items of a list that are sound; what is wrong with the others goes to `report`. */
export function parseItems<const L extends Lists>(
  list: L,
  values: readonly unknown[],
  report: (item: string, field: string, message: string) => void,
): Item<L>[] {
  const schema = PartSchemas[list].pipe[0].item;
  return values.flatMap((value, at) => {
    const { value: item, faults } = parseItem(schema, value);
    for (const { field, message } of faults) report(nameOf(value, at), field, message);
    return item === null ? [] : [item as Item<L>];
  });
}

function nameOf(value: unknown, at: number): string {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" && id !== "" ? shown(id) : `item ${at + 1}`;
}
