import { useEffect, useState } from "preact/hooks";
import { EntryPage } from "./EntryPage.tsx";
import { Popup } from "./Popup.tsx";
import type { Ports } from "./ports.ts";
import { routeOf } from "./route.ts";

interface AppProps {
  readonly ports: Ports;
  readonly tabId: number | null;
}

/** The view the address asks for. */
export function App({ ports, tabId }: AppProps) {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const end = new AbortController();
    addEventListener("hashchange", () => setRoute(routeOf(location.hash)), { signal: end.signal });
    return () => end.abort();
  }, []);
  if (route.view === "entry") {
    const open = (id: string) => {
      location.hash = `#/entry/${encodeURIComponent(id)}`;
    };
    return <EntryPage id={route.id} ports={ports} onOpen={open} />;
  }
  const query = route.view === "search" ? route.query : "";
  return (
    <Popup key={query} ports={ports} tabId={route.view === "search" ? null : tabId} firstQuery={query} />
  );
}
