import { useEffect, useMemo, useState } from "preact/hooks";
import { EntryPage } from "./EntryPage.tsx";
import { Popup } from "./Popup.tsx";
import type { Ports } from "./ports.ts";
import { type Route, routeOf } from "./route.ts";

interface AppProps {
  readonly ports: Ports;
  readonly tabId: number | null | undefined;
}

/** The view the address asks for. */
export function App({ ports, tabId }: AppProps) {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const end = new AbortController();
    addEventListener("hashchange", () => setRoute(routeOf(location.hash)), { signal: end.signal });
    return () => end.abort();
  }, []);
  if (route.view === "kept") return <Kept key={route.at} at={route.at} ports={ports} />;
  const open = (id: string) => {
    location.hash = `#/entry/${encodeURIComponent(id)}`;
  };
  return <View route={route} ports={ports} tabId={tabId} onOpen={open} />;
}

/** What a private window asked for: it leaves no trace in the address, nor among the recent look-ups. */
function Kept({ at, ports }: { readonly at: number; readonly ports: Ports }) {
  const [route, setRoute] = useState<Route | null>(null);
  const quiet = useMemo(() => ({ ...ports, isPrivate: true }), [ports]);
  useEffect(() => {
    // Forgotten, or nobody there to ask: then it is an empty search.
    const nothing = () => setRoute({ view: "search", query: "" });
    ports.ask("page.kept", { at }).then((hash) => (hash ? setRoute(routeOf(hash)) : nothing()), nothing);
  }, [ports, at]);
  const open = (id: string) => setRoute({ view: "entry", id });
  return route ? <View route={route} ports={quiet} tabId={null} onOpen={open} /> : null;
}

interface ViewProps extends AppProps {
  readonly route: Route;
  readonly onOpen: (id: string) => void;
}

function View({ route, ports, tabId, onOpen }: ViewProps) {
  if (route.view === "entry") return <EntryPage id={route.id} ports={ports} onOpen={onOpen} />;
  const query = route.view === "search" ? route.query : "";
  return (
    <Popup key={query} ports={ports} tabId={route.view === "search" ? null : tabId} firstQuery={query} />
  );
}
