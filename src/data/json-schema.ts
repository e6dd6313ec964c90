import { toJsonSchema } from "@valibot/to-json-schema";
import { PackSchema } from "./schema.ts";

/**
 * The pack format as JSON Schema (draft 2020-12), for authors' editors; made at build time from the one schema.
 *
 * It is a little looser than the check itself: JSON Schema cannot say that a date exists, that an address has a
 * public host, or that an id stands for something.
 */
export function jsonSchema(): object {
  const schema = toJsonSchema(PackSchema, {
    target: "draft-2020-12",
    typeMode: "input",
    errorMode: "ignore",
  });
  return { ...schema, title: "Sidelight pack", $comment: "Generated from src/data/schema.ts by the build." };
}
