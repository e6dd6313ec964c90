import * as v from "valibot";

/** One thing wrong with the data, in words for an editor. */
export interface Problem {
  /** Where it lies: `entries/models.json`; "" while no file is known. */
  readonly file: string;
  /** Id of the entry, quote or source, or its place in the file; "" for the file as a whole. */
  readonly item: string;
  /** `facts[2].sources[0]`; "" for the item as a whole. */
  readonly field: string;
  readonly message: string;
}

/** The one line that names file, entry and field. */
export function problemLine({ file, item, field, message }: Problem): string {
  return [file, item, field, message].filter((part) => part !== "").join(": ");
}

/** A value as an editor may see it in a message: one line, short, whatever the file held. */
export function shown(value: unknown): string {
  const whole = typeof value === "string" ? value : String(JSON.stringify(value));
  const plain = whole.slice(0, 61).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "?");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

/**
 * Check one value against a schema and say everything that is wrong with it.
 *
 * Valibot names only the first unknown field of an object; so unknown fields are taken out of a copy and the
 * copy is checked again, until all are named.
 *
 * @returns `value`: what was read, also where only its limits are broken, so that the checks between parts can go
 * on; `null` when its shape is wrong. Nothing with a fault may ship.
 */
export function parseItem<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { readonly value: v.InferOutput<S> | null; readonly faults: readonly Fault[] } {
  const copy: unknown = structuredClone(value);
  const faults: Fault[] = [];
  for (let round = 0; round < MOST_UNKNOWN_FIELDS; round++) {
    const result = v.safeParse(schema, copy);
    if (result.success) return { value: result.output, faults };
    const issues = result.issues.flatMap((issue) => innermost(issue, []));
    const unknown = issues.filter(isUnknownField);
    for (const { path } of unknown) {
      faults.push({ field: fieldName(path), message: "is a field this format does not have" });
      removeAt(copy, path);
    }
    if (unknown.length > 0) continue;
    for (const { issue, path } of issues) faults.push({ field: fieldName(path), message: wordsFor(issue) });
    return { value: result.typed ? result.output : null, faults };
  }
  return { value: null, faults };
}

interface Fault {
  readonly field: string;
  readonly message: string;
}
type Issue = v.BaseIssue<unknown>;
type Key = string | number;
interface Placed {
  readonly issue: Issue;
  readonly path: readonly Key[];
}

/** Beyond this many rounds the file is not a pack file at all. */
const MOST_UNKNOWN_FIELDS = 40;

/** A union only says that nothing fitted; what the reader meant is the branch that got furthest. */
function innermost(issue: Issue, above: readonly Key[]): Placed[] {
  const path = [...above, ...(issue.path ?? []).map((step) => keyOf(step.key))];
  if (issue.type !== "union" || !issue.issues) return [{ issue, path }];
  const deep = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
  const meant = deep.length > 0 ? deep : issue.issues.slice(0, 1);
  return meant.flatMap((inner) => innermost(inner, path));
}

function keyOf(key: unknown): Key {
  return typeof key === "number" ? key : String(key);
}

function isUnknownField({ issue }: Placed): boolean {
  return issue.type === "strict_object" && issue.expected === "never";
}

function wordsFor(issue: Issue): string {
  if (issue.kind === "validation") {
    return typeof issue.input === "object" ? issue.message : `${issue.message}: "${shown(issue.input)}"`;
  }
  if (issue.input === undefined) return "is missing";
  return `is ${shown(issue.received)}, expected ${shown(issue.expected ?? "something else")}`;
}

function fieldName(path: readonly Key[]): string {
  return path
    .map((key, at) => (typeof key === "number" ? `[${key}]` : `${at > 0 ? "." : ""}${shown(key)}`))
    .join("");
}

function removeAt(root: unknown, path: readonly Key[]): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), root);
  if (typeof parent === "object" && parent !== null) Reflect.deleteProperty(parent, path.at(-1) ?? "");
}
