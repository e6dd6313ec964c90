import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Entry } from "../core/pack.ts";
import { assemble, PACK_FILES } from "./assemble.ts";
import { countWords, prose, sentences } from "./check-texts.ts";
import { isRefusedHost } from "./refused-hosts.ts";
import { quotesAbout, sourcesOf } from "./report.ts";

const here = path.dirname(fileURLToPath(import.meta.url));
/** The material the pack was made from, where it lies beside the repository. */
const material = path.join(here, "../../../shared/dataset");
const document = readDocument(path.join(material, "source"));
const weakAddresses = readWeakAddresses(path.join(material, "facts.md"));
const parts = PACK_FILES.map((file) => ({ file, text: readFileSync(path.join(here, file), "utf8") }));
const { draft: pack, problems } = assemble(parts);

/** SHA-256 of each quote's text as it was cut out of the source document. */
const QUOTE_HASHES: Readonly<Record<string, string>> = {
  q01: "46f78a860f634a9e5f24405d882e6cd9ad926b9f1c8c03aeb67ee87a5bd66421",
  q02: "be474c189518e937545b6db9390842885e21823fdf54db70af4037429499af8d",
  q03: "46bd537cc66bda90b1131b1b41dd4b22eecaec1e7b37a9652429e640c6139094",
  q04: "ab9154711102e02f4c9ce69488b61cfd7a91f224fecd9a12ec324da1edb061f8",
  q05: "70d50d15c9f2f0602ccc9a5f2b9b6b2b3ba4e3056cae1e1f4cd5bfdf30d7e107",
  q06: "6eb3c55e9f757196874c98d94f96c52e2c458c940c8e079dfae51193798d37c5",
  q07: "1bc797caefcc54e1151ddbfa79984ec59125cc12ae50d1c1c1a3ae5b15c512e7",
  q08: "6e5379041691a4bf049f9b2c38efbd22b656634a504676a9cccd6e082bf0f3da",
  q09: "ed63b090ee95848a56987a0e0d623819be494947f2a4d5295ed3a4c863d4949a",
  q10: "a967b538e10f1f9834fe09faadf4a6e70e25cc8cc8d828158f9c4af7df5f2a9a",
  q11: "3c89b003f511812da22b247279d1e06f30e9c7ba6bf6a0a31ea1c99e8b29a379",
  q12: "4ab8784dd49e0116407c9aee4947a2ee64014a7ad8a8e25fa31b1f96eb922380",
  q13: "d5d31b8aa49337c1328cfc1c0ad37aa659d2520949d1083de5a11f044609500a",
  q14: "c40f86013c742e927b682c27fe023125532670debc895ea520d24de83af6bc0c",
  q15: "ef723a15afc15cae6ea2ead7b3e81a8a27e1d1c9ddb4a6d53beeb01d90066c6c",
  q16: "e95ea1dae7163a9998e82eb2c560ebbe3d3e03fc29cf28ab3ac190f0704a3527",
};
/** SHA-256 of the 169 ids of the fact base, sorted, one a line. */
const IDS_HASH = "d8bafe818ece6b2095ae08b3e102c915cda40a26b9b7aeaac3292712722b8dc3";

test("the bundled pack has no problem", () => {
  expect(problems).toEqual([]);
});

test("every quote is letter for letter as in the source document", () => {
  const hashes = Object.fromEntries(pack.quotes.map(({ id, text }) => [id, sha256(text)]));
  expect(hashes).toEqual(QUOTE_HASHES);
  // The document itself is no part of the repository; where it lies beside it, it is asked.
  const absent = pack.quotes.filter(
    ({ text }) =>
      document !== null && ![`“${text}”`, `“${text},”`].some((quoted) => document.includes(quoted)),
  );
  expect(absent.map(({ id }) => id)).toEqual([]);
});

test("no quote is passed off as verbatim: each says what is known of its wording", () => {
  const reworded = pack.quotes.filter(({ wording }) => wording === "reworded").map(({ id }) => id);
  expect(reworded).toEqual(["q01", "q02", "q03", "q04", "q05", "q09", "q10"]);
  expect(pack.quotes.filter(({ note }) => countWords(note) < 5)).toEqual([]);
});

test("every quote is attached to its speaker and to what it is about", () => {
  const names = new Map(pack.entries.map((entry) => [entry.id, entry.name]));
  for (const quote of pack.quotes) {
    expect(quote.about.length, quote.id).toBeGreaterThan(0);
    expect(names.get(quote.speakerId ?? ""), quote.id).toBe(quote.speaker);
    expect(quotesAbout(pack.quotes, quote.speakerId ?? ""), quote.id).toContain(quote);
  }
});

test("the ids are those of the fact base", () => {
  const ids = pack.entries.map(({ id }) => id);
  expect(ids).toHaveLength(169);
  expect(sha256(ids.toSorted(byCodeUnit).join("\n"))).toBe(IDS_HASH);
});

test("no copy, aggregator, weak or unverified page is cited, and every address is https", () => {
  const addresses = [
    ...pack.sources.flatMap(({ url }) => url ?? []),
    ...pack.quotes.flatMap((q) => q.compare ?? []),
  ];
  expect(addresses.filter((address) => isRefusedHost(new URL(address).hostname))).toEqual([]);
  expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  expect(pack.sources.filter(({ url }) => url !== null && weakAddresses.has(plain(url)))).toEqual([]);
});

test("where the document and the record differ, the card says both, each with its own source", () => {
  const differing = pack.entries.filter(({ differences }) => differences.length > 0);
  expect(differing.map(({ id }) => id)).toEqual(expect.arrayContaining(DIFFERING));
  for (const { id, differences } of differing) {
    for (const { claim, record } of differences) {
      expect(claim.sources, id).toContain("doc-sovereign-ai");
      expect(record.sources, id).not.toContain("doc-sovereign-ai");
      expect(record.text, id).not.toBe(claim.text);
    }
  }
});

const DIFFERING = [
  ...[
    "chatgpt",
    "chatgpt-uae-rollout",
    "deepseek",
    "open-source-ai",
    "open-weight-model",
    "project-dragonfly",
  ],
  ...["qwen", "stargate-uae", "tech-worker-protest", "uae-us-ai-campus"],
];

test("the campus is drawn as 200 MW of 1 GW of 5 GW", () => {
  for (const id of ["stargate-uae", "uae-us-ai-campus"]) {
    const figures = new Map(entry(id).figures.map((figure) => [figure.id, figure]));
    const phase = figures.get("first-phase");
    const cluster = figures.get(phase?.of ?? "");
    const campus = figures.get(cluster?.of ?? "");
    expect([phase, cluster, campus].map((figure) => `${figure?.value} ${figure?.unit}`)).toEqual([
      "200 MW",
      "1 GW",
      "5 GW",
    ]);
  }
});

test("no sentence has more than 30 words, no summary more than 60", () => {
  const texts = pack.entries.flatMap((e) =>
    prose(e).map(([field, text]) => ({ where: `${e.id} ${field}`, text })),
  );
  const notes = pack.quotes.map(({ id, note }) => ({ where: id, text: note }));
  const long = [...texts, ...notes].filter(({ text }) => sentences(text).some((s) => countWords(s) > 30));
  expect(long.map(({ where }) => where)).toEqual([]);
  expect(pack.entries.filter(({ summary }) => countWords(summary) > 60)).toEqual([]);
});

test("the texts neither praise nor blame", () => {
  const words =
    /\b(?:groundbreaking|revolutionary|cutting-edge|world-class|impressive|remarkable|leading-edge|unfortunately|shocking|notorious|infamous|legendary|visionary|brilliant|disastrous|game-chang\w+)\b/i;
  const found = pack.entries.flatMap((e) =>
    prose(e)
      .filter(([, text]) => words.test(text))
      .map(([field]) => `${e.id} ${field}`),
  );
  expect(found).toEqual([]);
});

test("every entry but an editorial definition shows where its facts stand", () => {
  const bare = pack.entries.filter((e) => !e.editorial && sourcesOf(e).length === 0);
  expect(bare.map(({ id }) => id)).toEqual([]);
});

function readDocument(directory: string): string | null {
  if (!existsSync(directory)) return null;
  const texts = readdirSync(directory).map((file) => readFileSync(path.join(directory, file), "utf8"));
  return texts.join("\n");
}

/** Addresses that the fact base calls weak or unverified and gives as better nowhere. */
function readWeakAddresses(file: string): ReadonlySet<string> {
  const weak = new Set<string>();
  const graded = new Set<string>();
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const found = [...line.matchAll(/https?:\/\/[^\s;)]+/g)].map(([address]) => plain(address));
    const bad = /\[verified, weak source\]|\[unverified/.test(line);
    if (bad || /\[verified, (?:primary|press)\]/.test(line))
      for (const a of found) (bad ? weak : graded).add(a);
  }
  return new Set([...weak].filter((address) => !graded.has(address)));
}

function entry(id: string): Entry {
  const found = pack.entries.find((e) => e.id === id);
  if (!found) throw new RangeError(`no entry ${id}`);
  return found;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** An address without what does not change the page it leads to. */
function plain(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}
