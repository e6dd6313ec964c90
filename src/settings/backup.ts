import { fields, isRecord, parse, type Settings } from "./schema.ts";
import { migrate, VERSION } from "./steps.ts";

const KIND = "sidelight-settings";
/** Characters; a real backup has a few thousand. */
const MAX = 5_000_000;

/** The settings as a file a reader can keep. */
export function writeBackup(settings: Settings): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, settings }, null, 2)}\n`;
}

export type Restored =
  | { readonly ok: true; readonly settings: Settings }
  /** `field`: the first one that is wrong. */
  | { readonly ok: false; readonly why: "not-a-backup" | "newer" | "bad-field"; readonly field: string };

/** All or nothing: a file with one bad field is refused as a whole, since the reader cannot see what was left out. */
export function readBackup(text: string): Restored {
  const file = text.length <= MAX ? parseJson(text) : null;
  if (!isRecord(file) || file["kind"] !== KIND || !isRecord(file["settings"])) return refuse("not-a-backup");
  const { version, settings } = file;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return refuse("not-a-backup");
  if (version > VERSION) return refuse("newer");
  const raw = migrate({ ...settings, version });
  for (const [key, { accepts }] of Object.entries(fields)) {
    if (Object.hasOwn(raw, key) && !accepts(raw[key])) return refuse("bad-field", key);
  }
  return { ok: true, settings: parse(raw) };
}

function refuse(why: "not-a-backup" | "newer" | "bad-field", field = ""): Restored {
  return { ok: false, why, field };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON, so no backup
  }
}
