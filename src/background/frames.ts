import type { Found, FrameReport } from "../messages/contract.ts";
import { isRecord } from "../settings/schema.ts";
import type { Answers, Deps } from "./deps.ts";
import { guard } from "./guard.ts";
import { inTime } from "./silence.ts";

/** What each frame of a tab last reported, by frame id. */
export type Reports = ReadonlyMap<number, FrameReport>;

export interface Frames {
  of(tabId: number): Promise<Reports>;
  /** Keep the frames that still show a mention; the others went with their document. */
  prune(tabId: number, which?: "all" | "inner"): Promise<void>;
  /** Listeners; call at start, synchronously. */
  listen(): void;
  readonly handlers: Answers<"frame.report">;
}

const key = (tabId: number) => `frames:${tabId}`;

/** The reports of the frames live in `storage.session`, one value per tab. */
export function frames({ api, session, exclusive, askFrame, log }: Deps): Frames {
  const read = async (tabId: number): Promise<Map<number, FrameReport>> => {
    const stored = await session.get(key(tabId));
    if (!isRecord(stored)) return new Map();
    return new Map(
      Object.entries(stored).flatMap(([frame, value]) => {
        const report = acceptReport(value);
        return report ? [[Number(frame), report] as const] : [];
      }),
    );
  };
  const change = (tabId: number, edit: (reports: Map<number, FrameReport>) => boolean): Promise<void> =>
    exclusive(`sidelight:${key(tabId)}`, async () => {
      const reports = await read(tabId);
      if (!edit(reports)) return;
      if (reports.size === 0) await session.remove(key(tabId));
      else await session.set(key(tabId), Object.fromEntries(reports));
    });
  const prune: Frames["prune"] = async (tabId, which = "all") => {
    const asked = [...(await read(tabId)).keys()].filter((frame) => which === "all" || frame !== 0);
    const gone: number[] = [];
    await Promise.all(
      asked.map(async (frame) => {
        // One that is too busy to answer is there.
        const left = await inTime(askFrame(tabId, frame)("mention.count", { entry: null })).catch(() => 0);
        if (left === 0) gone.push(frame);
      }),
    );
    if (gone.length > 0) {
      await change(tabId, (reports) => gone.map((frame) => reports.delete(frame)).some(Boolean));
    }
  };
  return {
    of: read,
    prune,
    listen() {
      // "loading" also comes with a change of address inside the same document, where the marks stay:
      // so the frames are asked instead of dropped.
      api.tabs.onUpdated.addListener((tabId, { status }) => {
        if (status) guard(log, "frames")(prune(tabId));
      });
      api.tabs.onRemoved.addListener((tabId) => {
        guard(log, "frames")(session.remove(key(tabId)));
      });
    },
    handlers: {
      "frame.report": async (input, { tab, frameId }) => {
        const report = acceptReport(input);
        if (!report) throw new TypeError("not a report");
        const tabId = tab?.id;
        if (tabId === undefined || frameId === undefined) return null;
        await change(tabId, (reports) => {
          if (report.found.length === 0 && report.state === "done" && frameId !== 0)
            return reports.delete(frameId);
          reports.set(frameId, report);
          return true;
        });
        return null;
      },
    },
  };
}

const MAX_FOUND = 5000;
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";

/** A frame runs beside a page that may try anything: what it sends is looked at before it is kept. */
function acceptReport(value: unknown): FrameReport | null {
  if (!isRecord(value)) return null;
  const { found, state, mentions, characters, cost } = value;
  if (state !== "reading" && state !== "done" && state !== "heavy") return null;
  if (!isCount(mentions) || !isCount(characters) || !isCount(cost)) return null;
  if (!Array.isArray(found) || found.length > MAX_FOUND || !found.every(isFound)) return null;
  return { found, state, mentions, characters, cost };
}

function isFound(value: unknown): value is Found {
  return (
    isRecord(value) &&
    typeof value["entry"] === "string" &&
    typeof value["kind"] === "string" &&
    isCount(value["count"]) &&
    isCount(value["first"]) &&
    isFlag(value["everyday"]) &&
    isFlag(value["inTitle"]) &&
    isFlag(value["inHeading"])
  );
}
