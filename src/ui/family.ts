import type { Kind } from "../core/pack.ts";

/** The five colours: one for kinds that a reader takes for the same sort of thing. */
export type Family = "people" | "organisations" | "makes" | "places" | "ideas";

const FAMILIES: Readonly<Record<Kind, Family>> = {
  person: "people",
  organisation: "organisations",
  model: "makes",
  product: "makes",
  place: "places",
  event: "places",
  concept: "ideas",
  policy: "ideas",
  project: "ideas",
  publication: "ideas",
};

export const family = (kind: Kind): Family => FAMILIES[kind];
