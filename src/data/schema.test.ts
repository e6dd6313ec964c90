import type * as v from "valibot";
import { expect, test } from "vitest";
import type { Pack, PackMeta } from "../core/pack.ts";
import type { PackSchema, PartSchemas } from "./schema.ts";

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
/** Identical, not merely assignable: a field that is optional on one side only makes this `false`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Parsed<S extends v.GenericSchema> = DeepReadonly<v.InferOutput<S>>;

test("the schema and the types of the pack format are one truth", () => {
  // Checked by the compiler: either line turns red as soon as one side gains, loses or loosens a field.
  const packs: Same<Parsed<typeof PackSchema>, DeepReadonly<Pack>> = true;
  const metas: Same<Parsed<typeof PartSchemas.meta>, DeepReadonly<PackMeta & { format: 1 }>> = true;
  expect([packs, metas]).toEqual([true, true]);
});
