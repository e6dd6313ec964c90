import { expect, test } from "vitest";
import { jsonSchema } from "./json-schema.ts";

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly pattern?: string;
}

/** Every schema inside a schema, with the way to it. */
function* walk(node: Node, way: string): Generator<[string, Node]> {
  yield [way, node];
  for (const [name, inner] of Object.entries(node.properties ?? {})) yield* walk(inner, `${way}.${name}`);
  if (node.items) yield* walk(node.items, `${way}[]`);
  for (const inner of node.anyOf ?? []) yield* walk(inner, way);
}

const all = [...walk(JSON.parse(JSON.stringify(jsonSchema())) as Node, "pack")];

test("an author's editor knows every field and refuses every other", () => {
  const objects = all.filter(([, node]) => node.properties);
  expect(objects.map(([way]) => way)).toEqual(
    expect.arrayContaining([
      "pack",
      "pack.sources[]",
      "pack.quotes[]",
      "pack.entries[]",
      "pack.entries[].figures[]",
    ]),
  );
  expect(objects.filter(([, node]) => node.additionalProperties !== false)).toEqual([]);
});

test("every text, number and list says what it is for", () => {
  const silent = all.filter(
    ([, { type, description }]) =>
      ["string", "number", "integer", "array"].includes(type ?? "") && !description,
  );
  expect(silent.map(([way]) => way)).toEqual([]);
});

test("an alias may be a bare string, and only the optional fields are optional", () => {
  const find = (way: string) => all.filter(([at]) => at === way).map(([, node]) => node);
  expect(find("pack.entries[].aliases[]").map(({ type }) => type)).toEqual(
    expect.arrayContaining(["string", "object"]),
  );
  const [entry] = find("pack.entries[]");
  const optional = Object.keys(entry?.properties ?? {}).filter((name) => !entry?.required?.includes(name));
  expect(optional).toEqual(["formerIds", "editorial"]);
});

test("every pattern is one that JSON Schema's dialect understands", () => {
  const patterns = all.flatMap(([, { pattern }]) => pattern ?? []);
  expect(patterns.length).toBeGreaterThan(20);
  for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
});
