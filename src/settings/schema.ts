import { migrate, type Stored } from "./steps.ts";

/** One setting: what it falls back to and what it accepts. */
interface Field<T> {
  readonly fallback: T;
  readonly accepts: (value: unknown) => value is T;
}

const flag = (fallback: boolean): Field<boolean> => ({
  fallback,
  accepts: (value): value is boolean => typeof value === "boolean",
});

const oneOf = <const T extends string>(fallback: T, ...others: readonly T[]): Field<T> => ({
  fallback,
  accepts: (value): value is T => value === fallback || others.includes(value as T),
});

const within = (fallback: number, low: number, high: number): Field<number> => ({
  fallback,
  accepts: (value): value is number => typeof value === "number" && value >= low && value <= high,
});

const MAX_LIST = 5000;
const MAX_TEXT = 300;
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= MAX_TEXT;

const texts = (): Field<readonly string[]> => ({
  fallback: [],
  accepts: (value): value is readonly string[] =>
    Array.isArray(value) && value.length <= MAX_LIST && value.every(isText),
});

/** A term the reader does not want: one entry, or one surface of it, everywhere or on one site. */
export interface Mute {
  readonly entry: string;
  /** The alias as the pack spells it; `null`: the whole entry. */
  readonly alias: string | null;
  /** Registrable domain; `null`: everywhere. */
  readonly site: string | null;
}

const mutes = (): Field<readonly Mute[]> => ({
  fallback: [],
  accepts: (value): value is readonly Mute[] =>
    Array.isArray(value) &&
    value.length <= MAX_LIST &&
    value.every(
      (mute: unknown) =>
        typeof mute === "object" &&
        mute !== null &&
        "entry" in mute &&
        isText(mute.entry) &&
        "alias" in mute &&
        (mute.alias === null || isText(mute.alias)) &&
        "site" in mute &&
        (mute.site === null || isText(mute.site)),
    ),
});

/** Everything a reader can change. Defaults live here and nowhere else. */
export const fields = {
  /** Whether Sidelight works at all. */
  everywhere: flag(true),
  /** "except": on all sites but `pausedSites`. "only": on none but `chosenSites`. */
  siteMode: oneOf("except", "only"),
  /** Registrable domains or exact hosts. */
  pausedSites: texts(),
  chosenSites: texts(),
  /** Mark an entry's first mention in each section, every mention, or none. */
  density: oneOf("section", "every", "hover"),
  /** Mark everyday words of the field, too. */
  markEveryday: flag(false),
  /** What opens a card: the resting pointer, the same with a key held, or a click. */
  trigger: oneOf("rest", "modifier", "click"),
  modifier: oneOf("Alt", "Control", "Shift"),
  /** Rest of the pointer before a card opens, ms. */
  hoverDelay: within(250, 0, 2000),
  theme: oneOf("page", "light", "dark"),
  /** How a mark looks. */
  look: oneOf("tint", "underline", "strong"),
  /** Mark the main content, or everything on the page. */
  scope: oneOf("main", "everything"),
  /** How much of a card is open at first. */
  depth: oneOf("paragraph", "line", "everything"),
  badge: flag(true),
  /** Keep the last look-ups in the popup. */
  recents: flag(true),
  muted: mutes(),
} as const;

type Value<F> = F extends Field<infer T> ? T : never;
export type Settings = { readonly [K in keyof typeof fields]: Value<(typeof fields)[K]> };

/**
 * Whatever storage holds → settings safe to use. Never throws; a bad field falls back alone, so one corrupt
 * value does not reset the rest. Unknown keys are dropped; a newer version is read as far as it fits.
 */
export function parse(stored: unknown): Settings {
  const raw = migrate(isRecord(stored) ? stored : {});
  return Object.fromEntries(
    Object.entries(fields).map(([key, { accepts, fallback }]) => [
      key,
      Object.hasOwn(raw, key) && accepts(raw[key]) ? raw[key] : fallback,
    ]),
  ) as Settings;
}

/** The fields that hold what their setting accepts; the rest is left out. */
export function soundFields(stored: Stored): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([key, value]) => Object.hasOwn(fields, key) && fields[key as keyof Settings].accepts(value),
    ),
  );
}

/** The fields of a patch that would be accepted; `null` when any would not, so that a bad patch changes nothing. */
export function acceptPatch(patch: unknown): Partial<Settings> | null {
  if (!isRecord(patch)) return null;
  for (const [key, value] of Object.entries(patch)) {
    if (!Object.hasOwn(fields, key)) return null;
    if (!fields[key as keyof Settings].accepts(value)) return null;
  }
  return patch as Partial<Settings>;
}

export function isRecord(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
