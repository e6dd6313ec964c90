import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { TabState } from "../messages/contract.ts";
import { parse, type Settings } from "../settings/schema.ts";
import type { Ports } from "./ports.ts";

export interface Watched<T> {
  readonly value: T | null;
  /** The background did not answer. */
  readonly failed: boolean;
  readonly refresh: () => void;
}

/** Pages report in bursts while they load: at most one question per so many ms. */
const PAUSE = 120; // ms
/** A page that was too busy to answer does not say when it has time again. */
const AGAIN = 1000; // ms

/** What the tab shows, kept up to date while the page changes. */
export function useTab(ports: Ports, tabId: number | null | undefined): Watched<TabState> {
  const [value, setValue] = useState<TabState | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(() => {
    if (typeof tabId !== "number") return;
    ports.ask("tab.state", { tabId }).then(
      (state) => {
        setValue(state);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [ports, tabId]);
  // Before the next frame is drawn: the answer takes longer.
  useLayoutEffect(() => {
    if (typeof tabId !== "number") return;
    const end = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    refresh();
    const changed = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        refresh();
      }, PAUSE);
    };
    ports.onTab(tabId, changed, end.signal);
    ports.onSettings(refresh, end.signal);
    return () => {
      end.abort();
      clearTimeout(waiting);
    };
  }, [ports, tabId, refresh]);
  const isReading = value?.report.state === "reading";
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(refresh, AGAIN);
    return () => clearInterval(timer);
  }, [isReading, refresh]);
  return { value, failed, refresh };
}

export function useSettings(ports: Ports): Settings {
  const [settings, setSettings] = useState<Settings>(() => parse(null));
  useLayoutEffect(() => {
    const end = new AbortController();
    ports.readSettings().then(
      (read) => end.signal.aborted || setSettings(read),
      () => undefined, // the defaults stand
    );
    ports.onSettings(setSettings, end.signal);
    return () => end.abort();
  }, [ports]);
  return settings;
}
