import { readdirSync, readFileSync } from "node:fs";
import type { EntryId } from "../../../src/core/pack.ts";

/** One thing done to a page of the gallery, and what holds after it. Acts and checks come in the order of the fields. */
export interface Step {
  /** The frame it is about: index in its parent, from the top down. */
  readonly frame?: readonly number[];
  /** Goes to another page. */
  readonly visit?: string;
  readonly media?: "print" | "screen";
  /** Script for the page's own world. */
  readonly do?: string;
  /** Presses the middle of an element. */
  readonly click?: string;
  /** Presses at the first element, moves to the second, lets go. */
  readonly drag?: readonly [string, string];
  /** Presses a key, then types. */
  readonly press?: "End";
  readonly type?: string;
  /** An expression to wait for. */
  readonly ready?: string;
  /** ms. */
  readonly wait?: number;
  /** Moves the pointer over an element; what comes of it is asked later. */
  readonly point?: string;
  /** Texts of all marks in reading order. */
  readonly marks?: readonly string[];
  /** Texts that are not even registered to answer the pointer. */
  readonly noMarks?: readonly string[];
  /** A registered text that looks other than it would without us. */
  readonly painted?: string;
  /** A registered text that looks as it would without us. */
  readonly unpainted?: string;
  /** Rests the pointer on a registered text. */
  readonly hover?: string;
  /** Rests the pointer on the middle of an element. */
  readonly rest?: string;
  /** Script run as soon as the pointer rests. */
  readonly meanwhile?: string;
  /** The entry whose card opens; `null`: none does. */
  readonly card?: EntryId | null;
  /** The card stays open after this step. */
  readonly keep?: boolean;
  /** An expression that holds at the end. */
  readonly true?: string;
}

/** What a page of the gallery says must hold; it is a step itself, the first. */
export interface Expect extends Step {
  /** The page changes itself, or is changed by its first step: its markup cannot be compared. */
  readonly changes?: boolean;
  /** What the page itself says on the console, as patterns. */
  readonly console?: readonly string[];
  readonly steps?: readonly Step[];
}

const FOLDER = new URL("../../pages/hostile/", import.meta.url).pathname;

/** Names of the pages of the gallery. */
export const galleryPages = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => /\.(x?html|svg)$/.test(name))
    .sort();

/** Stands in the page; beside it where a page cannot hold it. */
export function expectOf(name: string): Expect {
  const text = readFileSync(FOLDER + name, "utf8");
  const inside = /<script type="application\/json" id="expect">([\s\S]*?)<\/script>/.exec(text)?.[1];
  return JSON.parse(inside ?? readFileSync(`${FOLDER}${name}.json`, "utf8")) as Expect;
}
